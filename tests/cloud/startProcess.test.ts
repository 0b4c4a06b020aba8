import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, removeFolder, StartedBank } from '../support/projectFolder';

const OFFICE = 'demo-street-office';

describe('npm start', () => {
  let root: string;
  const started: StartedBank[] = [];
  beforeEach(() => void (root = projectFolder()));
  afterEach(async () => {
    for (const bank of started.splice(0)) await bank.end('SIGKILL');
    removeFolder(root);
  });

  function start(...options: string[]): StartedBank {
    const bank = new StartedBank(root, ...options);
    started.push(bank);
    return bank;
  }

  async function post(url: string, path: string, body: object, token?: string): Promise<unknown> {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  }

  it('loses nothing that was answered, though it is killed the moment after', async () => {
    const first = start('--empty');
    const url = await first.url();
    const [, code] = await first.prints(/Set-up code:\s+(\S+)/);
    const { token } = (await post(url, '/dev/login', { openid: OFFICE })) as { token: string };
    const input = {
      ...{ code, streetName: '长江路街道', bankName: '长江公益银行' },
      ...{ name: '刘科长', phone: '13900000001', consent: '2026-11' },
    };
    const event = { action: 'setUp', input, requestId: 'the-street-sets-up' };
    expect(await post(url, '/functions/desk', event, token)).toMatchObject({ ok: true });
    expect(await first.end('SIGKILL')).toBeNull();

    const second = start();
    const home = { action: 'home', input: {} };
    expect(await post(await second.url(), '/functions/passbook', home, token)).toMatchObject({
      data: { person: { name: '刘科长' } },
    });
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('leaves nothing half made when it is killed while the street is being made', async () => {
    const first = start();
    await first.prints(/造示范街道/);
    await new Promise((passed) => setTimeout(passed, 1000));
    await first.end('SIGKILL');
    expect(existsSync(join(root, 'data', 'bank.sqlite'))).toBe(false);

    const second = start('--empty');
    await second.url();
    expect(readdirSync(join(root, 'data')).filter((name) => name.startsWith('bank.new'))).toEqual([]);
  });

  it('says what is wrong and what to do, and gives up', async () => {
    writeFileSync(join(root, 'data'), 'a file in the way');
    const bank = start('--empty');
    expect(await bank.exited).toBe(1);
    expect(bank.printed).toMatch(/不能在 \S+ 里写入数据。[^]*cannot be written to/);
    expect(await start('--nonsense').exited).toBe(1);
  });
});
