import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BankStartError } from '../../localcloud';
import { DocumentStore } from '../../localcloud/database/documentStore';
import { type Build, buildWhatChanged } from '../../localcloud/start/buildWhatChanged';
import { DataFolder } from '../../localcloud/start/dataFolder';
import { whatIsMissing } from '../../localcloud/start/requireNode.cjs';
import { makeSecrets, readSecrets } from '../../localcloud/start/secrets';
import { startErrorText } from '../../localcloud/start/startErrorWords';
import { readStartOptions } from '../../localcloud/start/startOptions';
import { removeFolder, temporaryFolder } from '../support/projectFolder';

const COLLECTIONS = [{ name: 'lines', indexes: [] }];
const SILENT = { say: () => {}, begin: () => () => {}, tell: () => {} };

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof BankStartError) return error.code;
    throw error;
  }
}

describe('the command line', () => {
  it('opens on 8787 unless told', () => {
    expect(readStartOptions([])).toEqual({ fresh: false, empty: false, port: 8787, help: false });
    expect(readStartOptions(['--fresh', '--empty', '--port', '9000'])).toMatchObject({
      fresh: true,
      empty: true,
      port: 9000,
    });
    expect(readStartOptions(['--port=9001']).port).toBe(9001);
  });

  it.each([['--frsh'], ['--port'], ['--port', 'x'], ['--port', '70000'], ['fresh']])(
    'refuses %s %s',
    (...words) => {
      expect(codeOf(() => readStartOptions(words))).toBe('BAD_OPTION');
    },
  );
});

describe('before the bank starts', () => {
  it('asks for a newer Node and for the packages, in words that any Node can print', () => {
    mkdirSync(join(folder, 'node_modules', 'tsx'), { recursive: true });
    expect(whatIsMissing('16.20.2', folder)).toMatch(/16\.20\.2[^]*nodejs\.org[^]*newer/);
    expect(whatIsMissing('20.1.0', folder)).toBeNull();
    expect(whatIsMissing('22.0.0', join(folder, 'elsewhere'))).toMatch(/npm ci/);
  });
});

describe('the secrets', () => {
  it('are made once, for their owner only, and read again', () => {
    const file = join(folder, 'secrets.json');
    expect(readSecrets(file)).toBeNull();
    const made = makeSecrets(file);
    expect(made.masterSecret).toHaveLength(64);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    expect(readSecrets(file)).toEqual(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{}', '{"masterSecret":"short","setUpCode":"ABCDEFGHIJKL"}', 'null'])(
    'are not made up for a file that holds %j, which stays',
    (content) => {
      const file = join(folder, 'secrets.json');
      writeFileSync(file, content);
      expect(codeOf(() => readSecrets(file))).toBe('SECRETS_UNREADABLE');
      expect(readFileSync(file, 'utf8')).toBe(content);
    },
  );
});

describe('the data folder', () => {
  it('is held by one start at a time', () => {
    const first = DataFolder.open(folder);
    expect(codeOf(() => DataFolder.open(folder))).toBe('DATA_FILE_LOCKED');
    first.close();
    DataFolder.open(folder).close();
  });

  it('must be a folder', () => {
    const file = join(folder, 'data');
    writeFileSync(file, 'mine');
    expect(codeOf(() => DataFolder.open(file))).toBe('DATA_FOLDER_NOT_WRITABLE');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('tells a missing, an empty and a used bank apart', () => {
    const data = DataFolder.open(folder);
    expect(data.bankState(COLLECTIONS)).toBe('missing');
    new DocumentStore(data.bankFile, COLLECTIONS).close();
    expect(data.bankState(COLLECTIONS)).toBe('empty');
    fill(data.bankFile, 'a');
    expect(data.bankState(COLLECTIONS)).toBe('used');
    data.close();
  });

  it('puts a new bank in the place of the old one, and no log of the old one with it', () => {
    const data = DataFolder.open(folder);
    fill(data.bankFile, 'old');
    writeFileSync(`${data.bankFile}-wal`, 'left behind by a killed process');
    fill(data.newBankFile, 'new');
    data.takeNewBank(COLLECTIONS);
    expect(idsIn(data.bankFile)).toEqual(['new']);
    expect(existsSync(data.newBankFile)).toBe(false);
    data.close();
  });

  it('forgets a new bank that was never finished', () => {
    const first = DataFolder.open(folder);
    fill(first.newBankFile, 'half');
    first.close();
    const second = DataFolder.open(folder);
    expect(existsSync(second.newBankFile)).toBe(false);
    second.close();
  });

  function fill(file: string, id: string): void {
    const store = new DocumentStore(file, COLLECTIONS);
    store.insert('lines', [{ _id: id }]);
    store.close();
  }

  function idsIn(file: string): string[] {
    const store = new DocumentStore(file, COLLECTIONS);
    const found = store.find('lines', {}, {}, { examined: 0 }).map(({ id }) => id);
    store.close();
    return found;
  }
});

describe('a build', () => {
  let runs: number;
  let build: Build;
  beforeEach(() => {
    runs = 0;
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src', 'a.ts'), 'one');
    build = {
      name: '甲',
      sources: ['src'],
      folder: 'out',
      needs: ['index.js'],
      run: async (root) => {
        runs += 1;
        mkdirSync(join(root, 'dist', 'out'), { recursive: true });
        writeFileSync(join(root, 'dist', 'out', 'index.js'), '');
      },
    };
  });

  it('is done when its sources changed or it is gone, and not otherwise', async () => {
    await buildWhatChanged(folder, SILENT, [build]);
    await buildWhatChanged(folder, SILENT, [build]);
    expect(runs).toBe(1);
    writeFileSync(join(folder, 'src', 'a.ts'), 'two');
    await buildWhatChanged(folder, SILENT, [build]);
    expect(runs).toBe(2);
    removeFolder(join(folder, 'dist', 'out'));
    await buildWhatChanged(folder, SILENT, [build]);
    expect(runs).toBe(3);
  });

  it('that was cut off is done again, though the sources are those of the last good one', async () => {
    await buildWhatChanged(folder, SILENT, [build]);
    writeFileSync(join(folder, 'src', 'a.ts'), 'two');
    const failing = { ...build, run: () => Promise.reject(new Error('no such import')) };
    await expect(buildWhatChanged(folder, SILENT, [failing])).rejects.toMatchObject({
      code: 'BUILD_FAILED',
      message: expect.stringContaining('no such import'),
    });
    writeFileSync(join(folder, 'src', 'a.ts'), 'one');
    await buildWhatChanged(folder, SILENT, [build]);
    expect(runs).toBe(2);
  });

  it('says so when it may not write', async () => {
    writeFileSync(join(folder, 'dist'), 'a file in the way');
    await expect(buildWhatChanged(folder, SILENT, [build])).rejects.toMatchObject({
      code: 'BUILD_FOLDER_NOT_WRITABLE',
    });
  });
});

describe('what is said when it cannot start', () => {
  it('names the port and how to choose another, in Chinese and English', () => {
    const text = startErrorText('PORT_BUSY', 'Port 8787 is in use.', { port: 8787, dataDir: 'data' });
    expect(text).toContain('端口 8787 已经被占用');
    expect(text.match(/npm start -- --port 8788/g)).toHaveLength(2);
  });
});
