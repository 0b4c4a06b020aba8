import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openBank, type OpenBank, requireFreePort } from '../../localcloud/start/openBank';
import { removeFolder, temporaryFolder } from '../support/projectFolder';
import { FUNCTIONS_DIR } from '../support/testBank';

const SILENT = { say: () => {}, begin: () => () => {}, tell: () => {} };
const EMPTY = { fresh: false, empty: true, port: 0 };
const PLAIN = { fresh: false, empty: false, port: 0 };
const FRESH = { fresh: true, empty: true, port: 0 };

describe('opening the bank of a folder', () => {
  let folder: string;
  const open: OpenBank[] = [];
  beforeEach(() => void (folder = temporaryFolder()));
  afterEach(async () => {
    for (const bank of open.splice(0)) await bank.close();
    removeFolder(folder);
  });

  async function openWith(options: typeof EMPTY, functionsDir = FUNCTIONS_DIR): Promise<OpenBank> {
    const bank = await openBank({ dataDir: folder, functionsDir, webDir: folder }, options, SILENT);
    open.push(bank);
    return bank;
  }

  async function closeAll(): Promise<void> {
    for (const bank of open.splice(0)) await bank.close();
  }

  /** The street office sets the bank up. */
  async function setUp({ cloud, setUpCode }: OpenBank): Promise<unknown> {
    const input = {
      ...{ code: setUpCode, streetName: '长江路街道', bankName: '长江公益银行' },
      ...{ name: '刘科长', phone: '13900000001', consent: '2026-11' },
    };
    const event = { action: 'setUp', input, requestId: 'the-street-sets-up' };
    const { result } = await cloud.invoke('desk', event, { openid: 'demo-street-office' });
    return result;
  }

  it('gives an empty bank its set-up code until the street has used it', async () => {
    const first = await openWith(EMPTY);
    expect(first.setUpCode).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect(await setUp(first)).toMatchObject({ ok: true });
    await closeAll();
    expect((await openWith(PLAIN)).setUpCode).toBeNull();
  });

  it('keeps everything from one start to the next', async () => {
    await setUp(await openWith(EMPTY));
    await closeAll();
    const { cloud } = await openWith(PLAIN);
    expect(cloud.database.collection('street').findOne({})).toMatchObject({ name: '长江路街道' });
  });

  it('does not make an empty bank of one that is in use', async () => {
    await setUp(await openWith(EMPTY));
    await closeAll();
    await expect(openWith(EMPTY)).rejects.toMatchObject({ code: 'BANK_NOT_EMPTY' });
    expect((await openWith(PLAIN)).cloud.database.collection('street').count()).toBe(1);
  });

  it('starts over when asked, with the secret it had', async () => {
    await setUp(await openWith(EMPTY));
    await closeAll();
    const secrets = readFileSync(join(folder, 'secrets.json'), 'utf8');
    const { cloud } = await openWith(FRESH);
    expect(cloud.database.collection('street').count()).toBe(0);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(secrets);
    expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual([]);
  });

  it('leaves a broken data file as it is, and replaces it only when asked to start over', async () => {
    await openWith(EMPTY);
    await closeAll();
    const file = join(folder, 'bank.sqlite');
    writeFileSync(file, 'this is no data file');
    await expect(openWith(PLAIN)).rejects.toMatchObject({ code: 'DATA_FILE_NOT_SQLITE' });
    expect(readFileSync(file, 'utf8')).toBe('this is no data file');
    expect((await openWith(FRESH)).setUpCode).not.toBeNull();
  });

  it('refuses a bank whose secrets are gone, and keeps it aside when asked to start over', async () => {
    await setUp(await openWith(EMPTY));
    await closeAll();
    removeFolder(join(folder, 'secrets.json'));
    await expect(openWith(PLAIN)).rejects.toMatchObject({ code: 'SECRETS_MISSING' });
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
    await openWith(FRESH);
    expect(readdirSync(folder)).toContainEqual(expect.stringMatching(/^bank\.sqlite\.aside-\d{14}$/));
  });

  it('is refused while another start has the folder', async () => {
    await openWith(EMPTY);
    for (const options of [PLAIN, FRESH])
      await expect(openWith(options)).rejects.toMatchObject({ code: 'DATA_FILE_LOCKED' });
  });

  it('changes nothing when there are no functions', async () => {
    await setUp(await openWith(EMPTY));
    await closeAll();
    const missing = join(folder, 'nowhere');
    await expect(openWith({ ...FRESH, empty: false }, missing)).rejects.toMatchObject({
      code: 'FUNCTIONS_MISSING',
    });
    expect((await openWith(PLAIN)).cloud.database.collection('street').count()).toBe(1);
  });

  it('needs a port that nobody has', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    await expect(requireFreePort(port)).rejects.toMatchObject({ code: 'PORT_BUSY' });
    await expect(openWith({ ...EMPTY, port })).rejects.toMatchObject({ code: 'PORT_BUSY' });
    await new Promise((closed) => other.close(closed));
    await requireFreePort(port);
    await openWith({ ...EMPTY, port });
  });
});
