import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import Sqlite from 'libsql';
import { BankStartError, startLocalCloud, type LocalCloudOptions } from '../../localcloud';
import { DocumentStore } from '../../localcloud/database/documentStore';
import { collections, newFolder, startProbeCloud } from './fixture/probeCloud';

let folder: string;
beforeEach(() => (folder = newFolder()));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function startError(options: Partial<LocalCloudOptions>): Promise<string> {
  try {
    const cloud = await startLocalCloud({ functionsDir: folder, collections, ...options });
    await cloud.stop();
    return 'started';
  } catch (error) {
    expect(error).toBeInstanceOf(BankStartError);
    return (error as BankStartError).code;
  }
}

describe('the data file', () => {
  it('keeps documents and indexes from one start to the next', async () => {
    const dataFile = join(folder, 'new', 'bank.db');
    const first = new DocumentStore(dataFile, collections);
    first.insert('lines', [{ _id: 'a', book: 'x', n: 1, at: new Date(0) }]);
    first.close();
    const second = new DocumentStore(dataFile, collections);
    const counter = { examined: 0 };
    expect(second.find('lines', { book: 'x' }, {}, counter)).toMatchObject([
      { document: { at: new Date(0) } },
    ]);
    expect(counter.examined).toBe(1);
    second.close();
  });

  it('gets the indexes that are declared today', () => {
    const dataFile = join(folder, 'bank.db');
    const open = (field: string, unique = false) =>
      new DocumentStore(dataFile, [
        { name: 'plain', indexes: [{ name: 'i', keys: [{ field, order: 1 }], unique }] },
      ]);
    const first = open('a');
    first.insert(
      'plain',
      [...Array(50).keys()].map((i) => ({ _id: `d${i}`, a: 1, b: i })),
    );
    first.close();
    const second = open('b', true);
    const counter = { examined: 0 };
    second.find('plain', { b: 7 }, {}, counter);
    expect(counter.examined).toBe(1);
    second.close();
    expect(() => open('a', true)).toThrow(expect.objectContaining({ code: 'DATA_BREAKS_UNIQUE_INDEX' }));
  });

  it('that is not ours is named and left alone', async () => {
    const text = join(folder, 'notes.txt');
    writeFileSync(
      text,
      'these are notes, not a database, and long enough to be taken for a header '.repeat(20),
    );
    const other = join(folder, 'other.db');
    const recipes = new Sqlite(other);
    recipes.exec('CREATE TABLE recipes (name TEXT)');
    recipes.close();
    const before = [text, other].map((file) => readFileSync(file));
    expect(await startError({ dataFile: text })).toBe('DATA_FILE_NOT_SQLITE');
    expect(await startError({ dataFile: other })).toBe('DATA_FILE_FOREIGN');
    expect(await startError({ dataFile: folder })).toBe('DATA_FILE_UNREADABLE');
    expect([text, other].map((file) => readFileSync(file))).toEqual(before);
  });

  it('that is damaged is named and left alone', async () => {
    const dataFile = join(folder, 'bank.db');
    const store = new DocumentStore(dataFile, collections);
    store.insert(
      'plain',
      [...Array(2000).keys()].map((i) => ({ _id: `d${i}`, text: 'x'.repeat(100) })),
    );
    store.close();
    const content = readFileSync(dataFile);
    content.fill(0x5a, 8192, 60_000);
    writeFileSync(dataFile, content);
    expect(await startError({ dataFile })).toBe('DATA_FILE_CORRUPT');
    expect(readFileSync(dataFile)).toEqual(content);
  });

  it('belongs to one running bank', async () => {
    const dataFile = join(folder, 'bank.db');
    const running = await startProbeCloud({ dataFile });
    running.cloud.database.collection('plain').insert({ _id: 'mine' });
    expect(await openInAnotherProcess(dataFile)).toBe('DATA_FILE_LOCKED');
    await running.stop();
    expect(await openInAnotherProcess(dataFile)).toBe('opened');
  });

  it('cannot be made where nothing can be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await startError({ dataFile: join(file, 'bank.db') })).toBe('DATA_FOLDER_NOT_WRITABLE');
  });
});

describe('the start', () => {
  it('names a busy port and missing functions', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await startError({ port: (server.address() as AddressInfo).port })).toBe('PORT_BUSY');
    server.close();
    expect(await startError({ functionsDir: join(folder, 'none') })).toBe('FUNCTIONS_MISSING');
  });
});

describe('a confirmed write', () => {
  it('is there after kill -9 at any moment', async () => {
    const dataFile = join(folder, 'bank.db');
    for (let round = 0; round < 4; round++) {
      const confirmed = await writeUntilKilled(dataFile, 15 + round * 20);
      const store = new DocumentStore(dataFile, collections);
      const counter = { examined: 0 };
      for (const id of confirmed) {
        // Found by the id and by the index: neither was lost without the other.
        expect(store.find('books', { ids: id }, {}, counter)).toMatchObject([{ id }]);
        expect(store.find('books', { _id: id }, {}, counter)).toMatchObject([
          { document: { changed: true } },
        ]);
      }
      expect(confirmed.length).toBeGreaterThan(0);
      store.close();
    }
  });
});

describe('export and import', () => {
  it('carry all documents from one bank to another', async () => {
    const from = await startProbeCloud();
    const documents = [
      { _id: 'a', at: new Date(5), odd: NaN },
      { _id: 'b', text: '分\n行' },
    ];
    from.cloud.database.collection('plain').insert(...documents);
    expect(await from.cloud.exportTo(join(folder, 'out'))).toEqual({ books: 0, lines: 0, plain: 2 });
    expect(readFileSync(join(folder, 'out', 'plain.json'), 'utf8').split('\n')).toHaveLength(3);
    await from.stop();
    const to = await startProbeCloud();
    expect(await to.cloud.importFrom(join(folder, 'out'))).toEqual({ books: 0, lines: 0, plain: 2 });
    expect(to.cloud.database.collection('plain').find()).toEqual(documents);
    await expect(to.cloud.importFrom(join(folder, 'out'))).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await to.stop();
  });
});

/** Bundles a script against the local cloud's sources, for a process of its own. */
function buildScript(source: string): string {
  mkdirSync(join(folder, 'scripts'), { recursive: true });
  const outfile = join(folder, 'scripts', `${Date.now()}.js`);
  buildSync({
    stdin: { contents: source, resolveDir: __dirname, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql'],
  });
  return outfile;
}

const environment = { ...process.env, NODE_PATH: join(__dirname, '..', '..', 'node_modules') };

async function writeUntilKilled(dataFile: string, writes: number): Promise<string[]> {
  const script = buildScript(`
    import { DocumentStore } from '../../localcloud/database/documentStore';
    const store = new DocumentStore(${JSON.stringify(dataFile)}, ${JSON.stringify(collections)});
    for (let i = 0; ; i++) {
      const _id = process.pid + '-' + i;
      store.insert('books', [{ _id, ids: [_id], number: _id, text: 'x'.repeat(3000) }]);
      const change = { query: { _id }, change: { $set: { changed: true } }, multi: false, replace: false, upsert: false };
      store.update('books', change, { examined: 0 });
      require('node:fs').writeSync(1, _id + '\\n');
    }
  `);
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const confirmed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed.push(line);
    if (confirmed.length === writes) child.kill('SIGKILL');
  }
  await closed;
  return confirmed;
}

async function openInAnotherProcess(dataFile: string): Promise<string> {
  const script = buildScript(`
    import { DocumentStore } from '../../localcloud/database/documentStore';
    try {
      new DocumentStore(${JSON.stringify(dataFile)}, []).close();
      console.log('opened');
    } catch (error) {
      console.log((error as { code: string }).code);
    }
  `);
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return output.trim();
}
