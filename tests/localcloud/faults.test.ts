import type { FaultKind, FaultRequest } from '../../localcloud';
import { startProbeCloud, type ProbeCloud } from './fixture/probeCloud';

let running: ProbeCloud;
beforeAll(async () => void (running = await startProbeCloud()));
afterAll(() => running.stop());
beforeEach(() => {
  const plain = running.cloud.database.collection('plain');
  plain.remove({});
  plain.insert({ _id: 'x', n: 0 });
});
afterEach(() => running.cloud.faults.clear());

const increase = ['update', 'plain', 'x', { $inc: { n: 1 } }];
const n = () => running.cloud.database.collection<{ n: number }>('plain').findOne({ _id: 'x' })!.n;
/** Increases n twice, and meets the fault at the first of it. */
const increaseTwice = (kind: FaultKind) => {
  running.cloud.faults.next({ at: 1, kind });
  return running.cloud.invoke<unknown[]>('probe', { steps: [increase, increase] });
};

describe('a fault', () => {
  it('kills the instance before or after the request', async () => {
    await expect(increaseTwice('kill')).rejects.toMatchObject({ code: 'FUNCTIONS_KILLED' });
    expect(n()).toBe(0);
    await expect(increaseTwice('kill-after')).rejects.toMatchObject({ code: 'FUNCTIONS_KILLED' });
    expect(n()).toBe(1);
  });

  it('loses the request or its answer', async () => {
    // The same number as a refusal that the SDK does not know: only reading tells what happened.
    const broken = { failed: { errCode: -501001, message: expect.any(String) } };
    expect((await increaseTwice('lose-request')).result).toMatchObject([broken, { stats: { updated: 1 } }]);
    expect(n()).toBe(1);
    expect((await increaseTwice('lose-answer')).result).toMatchObject([broken, { stats: { updated: 1 } }]);
    expect(n()).toBe(3);
  });

  it('delivers the request late', async () => {
    expect((await increaseTwice('late')).result).toMatchObject([{ failed: {} }, { stats: { updated: 1 } }]);
    expect([n(), running.cloud.faults.heldCount]).toEqual([1, 1]);
    expect(await running.cloud.faults.deliverHeld()).toBe(1);
    expect([n(), running.cloud.faults.heldCount]).toEqual([2, 0]);
  });

  it('delivers the request, and a copy of it later', async () => {
    const once = { stats: { updated: 1 } };
    expect((await increaseTwice('again-later')).result).toMatchObject([once, once]);
    expect([n(), running.cloud.faults.heldCount]).toEqual([2, 1]);
    expect(await running.cloud.faults.deliverHeld()).toBe(1);
    expect([n(), running.cloud.faults.heldCount]).toEqual([3, 0]);
  });

  it('delivers what it held in its order or backwards, as often as it is kept', async () => {
    const { faults } = running.cloud;
    faults.when(() => 'again-later');
    const steps = [1, 2, 3].map((value) => ['update', 'plain', 'x', { $set: { n: value } }]);
    await running.cloud.invoke('probe', { steps });
    faults.clear();
    const told = async (how: object) => [await faults.deliverHeld(how), n(), faults.heldCount];
    expect(await told({ backwards: true, keep: true })).toEqual([3, 1, 3]);
    expect(await told({ keep: true })).toEqual([3, 3, 3]);
    expect(await told({ backwards: true })).toEqual([3, 1, 0]);
    expect(await told({})).toEqual([0, 1, 0]);
  });

  it('delivers the request twice', async () => {
    await increaseTwice('twice');
    expect(n()).toBe(3);
    running.cloud.faults.next({ at: 1, kind: 'twice-second-answer' });
    const claim = await running.cloud.invoke<unknown[]>('probe', {
      steps: [['add', 'plain', { _id: 'claim' }]],
    });
    expect(claim.result).toMatchObject([{ failed: { errCode: -502001 } }]);
  });

  it('refuses the request with a code', async () => {
    const { result } = await increaseTwice('refuse:EXCEED_REQUEST_LIMIT');
    expect(result).toMatchObject([{ failed: { errCode: -501003 } }, { stats: { updated: 1 } }]);
    const duplicate = await increaseTwice('refuse:DATABASE_DUPLICATE_WRITE');
    expect(duplicate.result).toMatchObject([{ failed: { errCode: -501001 } }, { stats: { updated: 1 } }]);
  });

  it('meets only the invocation it is meant for', async () => {
    running.cloud.faults.next({ at: 2, kind: 'lose-request' });
    await running.cloud.invoke('probe', { steps: [increase] });
    await running.cloud.invoke('probe', { steps: [increase, increase] });
    expect(n()).toBe(3);
  });

  it('is chosen by a rule that sees every request', async () => {
    const seen: FaultRequest[] = [];
    running.cloud.faults.when((request) => {
      seen.push(request);
      return request.action === 'database.modifyDocument' ? 'lose-request' : undefined;
    });
    await running.cloud.invoke('probe', { steps: [['get', 'plain', 'x'], increase] });
    expect(seen).toMatchObject([
      { functionName: 'probe', number: 1, action: 'database.getDocument', collection: 'plain' },
      { functionName: 'probe', number: 2, action: 'database.modifyDocument', collection: 'plain' },
    ]);
    expect(n()).toBe(0);
  });

  it('comes in the same random order from the same seed', async () => {
    const run = async () => {
      running.cloud.faults.clear();
      running.cloud.faults.random({ seed: 7, rate: 0.4, kinds: ['lose-request', 'lose-answer', 'twice'] });
      const { result } = await running.cloud.invoke<object[]>('probe', { steps: Array(20).fill(increase) });
      return result.map((answer) => ('failed' in answer ? 'failed' : 'done'));
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set(['failed', 'done']));
    expect(await run()).toEqual(first);
  });
});
