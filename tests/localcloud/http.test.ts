import { request } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, startProbeCloud, type ProbeCloud } from './fixture/probeCloud';

const people = [{ openid: 'o-teller', name: '王柜员', role: 'teller', detail: '长江路' }];
let running: ProbeCloud;
let now = Date.now();

beforeAll(async () => {
  const webDir = newFolder();
  mkdirSync(join(webDir, 'js'));
  writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(webDir, 'js', 'app.0123abcd.js'), 'export {}');
  running = await startProbeCloud({ webDir, demoPeople: () => people, now: () => now });
});
afterAll(() => running.stop());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(running.cloud.url + path, { method: 'POST', body: JSON.stringify(body), headers });
const get = (path: string) => fetch(running.cloud.url + path);
const logIn = async () =>
  ((await (await post('/dev/login', { openid: 'o-teller' })).json()) as { token: string }).token;
const callerOf = async (answer: Response) => ((await answer.json()) as [{ OPENID?: string }])[0];

/** A request with headers that fetch would not let through. */
function rawStatus(headers: Record<string, string>, path = '/dev/people'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: running.cloud.port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject).end();
  });
}

describe('a function over HTTP', () => {
  it('answers a demo person by name, and a stranger as nobody', async () => {
    const event = { steps: [['caller']] };
    const known = await post('/functions/probe', event, { authorization: `Bearer ${await logIn()}` });
    expect(await callerOf(known)).toMatchObject({ OPENID: 'o-teller' });
    expect(await callerOf(await post('/functions/probe', event))).not.toHaveProperty('OPENID');
  });

  it('tells what it cost', async () => {
    running.cloud.database.collection('plain').insert({ _id: 'h' });
    const answer = await post('/functions/probe', {
      steps: [
        ['get', 'plain', 'h'],
        ['get', 'plain', 'none'],
      ],
    });
    expect(answer.headers.get('x-database-requests')).toBe('2');
    expect(answer.headers.get('x-documents-examined')).toBe('1');
  });

  it('refuses tokens that are made up or 12 hours old', async () => {
    const token = await logIn();
    now += 12 * 60 * 60 * 1000;
    for (const bearer of [token, 'made-up']) {
      const answer = await post('/functions/probe', { steps: [] }, { authorization: `Bearer ${bearer}` });
      expect(answer.status).toBe(401);
    }
    now = Date.now();
  });

  it('refuses what is no event, no function or too large', async () => {
    expect((await fetch(`${running.cloud.url}/functions/probe`, { method: 'POST', body: 'x' })).status).toBe(
      400,
    );
    expect((await post('/functions/none', {})).status).toBe(404);
    expect((await post('/functions/probe', { steps: [], filling: 'x'.repeat(7 << 20) })).status).toBe(413);
    expect((await post('/functions/probe', { steps: [['throw', 'secret detail']] })).status).toBe(502);
  });
});

describe('the login', () => {
  it('lists the demo people, and tells whom somebody is being', async () => {
    now += 60 * 60 * 1000;
    expect(await (await get('/dev/people')).json()).toEqual(people);
    await post('/functions/probe', { steps: [] }, { authorization: `Bearer ${await logIn()}` });
    expect(await (await get('/dev/people')).json()).toEqual([{ ...people[0], active: true }]);
  });

  it('lets in nobody but the demo people', async () => {
    expect((await post('/dev/login', { openid: 'o-else' })).status).toBe(403);
    expect((await post('/dev/login', null)).status).toBe(403);
  });
});

describe('the server', () => {
  it('answers under its own names only', async () => {
    const { port } = running.cloud;
    expect(await rawStatus({ host: `localhost:${port}` })).toBe(200);
    expect(await rawStatus({ host: `127.0.0.1:${port}` })).toBe(200);
    expect(await rawStatus({ host: `evil.example:${port}` })).toBe(421);
    expect(await rawStatus({ host: 'localhost' })).toBe(421);
  });

  it("refuses another site's page", async () => {
    const answer = await post('/functions/probe', { steps: [] }, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect((await post('/dev/login', {}, { origin: running.cloud.url })).status).toBe(403);
  });

  it('lets nobody at the database without the key of an invocation', async () => {
    for (const path of ['/admin', '/admin/', '/admin/x/y']) {
      expect((await post(path, { action: 'database.getDocument', collectionName: 'plain' })).status).toBe(
        404,
      );
    }
  });

  it('serves the H5 build, hashed files for good, and its page for every route', async () => {
    const script = await get('/app/js/app.0123abcd.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/app', '/app/', '/app/passbook/home']) {
      const page = await get(path);
      expect(await page.text()).toContain('<title>app</title>');
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
    expect((await get('/app/js/missing.js')).status).toBe(404);
    expect((await get('/app/..%2f..%2fetc/passwd')).status).toBe(404);
    expect((await get('/')).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});
