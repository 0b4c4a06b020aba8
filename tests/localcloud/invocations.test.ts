import { cronMatches, parseCron } from '../../localcloud/invocations/cron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProbeCloud, type ProbeCloud } from './fixture/probeCloud';

let running: ProbeCloud;
let now = 0;
const lines: string[] = [];
beforeAll(async () => {
  running = await startProbeCloud({
    environment: { BANK_MASTER_SECRET: 'shh' },
    now: () => now || Date.now(),
    log: (line) => lines.push(line),
    timeLimitMs: 2000,
  });
});
afterAll(() => running.stop());

const probe: ProbeCloud['probe'] = (...steps) => running.probe(...steps);
const invoke = (...steps: unknown[][]) => running.cloud.invoke<unknown[]>('probe', { steps });

describe('an invocation', () => {
  it('knows its caller, its source and its variables', async () => {
    const [caller, secret] = await probe(['caller'], ['variable', 'BANK_MASTER_SECRET']);
    expect(caller).toMatchObject({ OPENID: 'o-tester', SOURCE: 'wx_client', ENV: 'localcloud' });
    expect(secret).toBe('shh');
  });

  it('does not inherit the caller of the one before', async () => {
    const { result } = await invoke(['caller'], ['variable', 'WX_OPENID']);
    expect(result[0]).not.toHaveProperty('OPENID');
    // Neither do this machine's own variables reach a function.
    expect((await invoke(['variable', 'HOME'])).result).toEqual([null]);
  });

  it('finds the instance warm, until it is recycled', async () => {
    await running.cloud.recycle();
    expect((await invoke(['invocations'])).result).toEqual([1]);
    expect((await invoke(['invocations'])).result).toEqual([2]);
    await running.cloud.recycle();
    expect((await invoke(['invocations'])).result).toEqual([1]);
  });

  it('has an instance of its own, and at most four run at once', async () => {
    await running.cloud.recycle();
    const stays = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async () => {
        const { result } = await invoke(['time'], ['sleep', 400], ['time']);
        const [[arrived], , [left]] = result as [number[], number, number[]];
        return { arrived: arrived!, left: left! };
      }),
    );
    const together = stays.map(
      ({ arrived }) => stays.filter((other) => other.arrived <= arrived && arrived < other.left).length,
    );
    expect(Math.max(...together)).toBeLessThanOrEqual(4);
    expect(Math.max(...together)).toBeGreaterThan(1);
  });

  it("tells the bank's time, standing still or running", async () => {
    const fixed = Date.UTC(2026, 0, 15);
    const { result } = await running.cloud.invoke<number[][]>('probe', { steps: [['time']] }, { now: fixed });
    expect(result[0]).toEqual([fixed, fixed, 5, true]);
    now = Date.UTC(2030, 5, 1);
    const shifted = ((await invoke(['time'])).result as number[][])[0]!;
    now = 0;
    expect(shifted[0]).toBeGreaterThanOrEqual(Date.UTC(2030, 5, 1) - 1000);
    expect(shifted[0]).toBeLessThan(Date.UTC(2030, 5, 1) + 60_000);
    const real = ((await invoke(['time'])).result as number[][])[0]!;
    expect(Math.abs(real[0]! - Date.now())).toBeLessThan(1000);
  });

  it('counts its database requests and what they examined', async () => {
    running.cloud.database.collection('plain').insert({ _id: 'c1', n: 1 });
    const invocation = await invoke(
      ['get', 'plain', 'c1'],
      ['update', 'plain', 'c1', { n: 2 }],
      ['get', 'plain', 'x'],
    );
    expect(invocation).toMatchObject({ databaseRequests: 3, documentsExamined: 2, documentsReturned: 2 });
  });

  it('calls another function as the same person, and is charged for it', async () => {
    const invocation = await running.cloud.invoke(
      'probe',
      { steps: [['call', 'probe', { steps: [['caller'], ['get', 'plain', 'c1']] }]] },
      { openid: 'o-tester' },
    );
    expect(invocation.result).toMatchObject([
      [{ OPENID: 'o-tester', SOURCE: 'wx_client,scf' }, { _id: 'c1' }],
    ]);
    expect(invocation.databaseRequests).toBe(1);
  });

  it('that fails is answered as such, and the next one is served', async () => {
    await expect(invoke(['throw', 'broken'])).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    await expect(invoke(['exit'], ['sleep', 1000])).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    await expect(invoke(['reject'], ['sleep', 1000])).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    });
    await expect(running.cloud.invoke('nothing', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    await expect(running.cloud.invoke('../probe', {})).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    expect((await invoke(['value', 1])).result).toEqual([1]);
    expect(lines.join('\n')).toContain('broken');
  });

  it('is ended when it takes too long', async () => {
    await expect(invoke(['sleep', 5000])).rejects.toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
    expect((await invoke(['value', 1])).result).toEqual([1]);
  });

  it('waits its turn, however many come at once', async () => {
    running.cloud.database.collection('plain').insert({ _id: 'busy', n: 0 });
    const step = ['update', 'plain', 'busy', { $inc: { n: 1 } }];
    await Promise.all(Array.from({ length: 600 }, () => invoke(step)));
    expect(running.cloud.database.collection('plain').findOne({ _id: 'busy' })).toMatchObject({ n: 600 });
  });

  it('writes to the log', async () => {
    await invoke(['log', 'a line of the function']);
    expect(lines).toContain('[probe] a line of the function');
  });

  it('answers what JSON can carry', async () => {
    const { result } = await invoke(['value', { a: null, list: [1.5, '分'] }], ['value']);
    expect(result).toEqual([{ a: null, list: [1.5, '分'] }, null]);
  });
});

describe('a timer', () => {
  it('wakes a function as the cloud does', async () => {
    const triggers = [{ name: 'wake', type: 'timer', config: '0 */5 * * * * *' }];
    writeFileSync(join(running.folder, 'functions', 'probe', 'config.json'), JSON.stringify({ triggers }));
    const at = Date.UTC(2026, 0, 1);
    // The event of a timer has no steps, so the function fails: enough to see that it was reached.
    await expect(running.cloud.fireTimer('probe', at)).rejects.toMatchObject({ message: /steps|iterable/ });
  });

  it("is due by China's clock", () => {
    const due = (cron: string, iso: string) => cronMatches(parseCron(cron), Date.parse(iso));
    expect(due('0 15 0 * * * *', '2026-01-01T16:15:00Z')).toBe(true);
    expect(due('0 15 0 * * * *', '2026-01-01T16:15:01Z')).toBe(false);
    expect(due('0 15 0 * * * *', '2026-01-01T00:15:00Z')).toBe(false);
    expect(due('0 */5 8-20 15 * * *', '2026-03-15T00:55:00Z')).toBe(true);
    expect(due('0 0 0 * * 1,5 *', '2026-01-01T16:00:00Z')).toBe(true);
    expect(due('0 0 0 * * 1 *', '2026-01-01T16:00:00Z')).toBe(false);
    expect(() => parseCron('* * * * *')).toThrow('7 fields');
    expect(() => parseCron('0 0 0 L * * *')).toThrow('cannot read');
  });
});
