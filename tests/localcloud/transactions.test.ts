import { startProbeCloud, type ProbeCloud } from './fixture/probeCloud';

let running: ProbeCloud;
beforeAll(async () => void (running = await startProbeCloud()));
afterAll(() => running.stop());

const probe: ProbeCloud['probe'] = (...steps) => running.probe(...steps);
const plain = () => running.cloud.database.collection('plain');

describe('a transaction', () => {
  it('sees its own writes, and leaves nothing when rolled back', async () => {
    const [seen] = await probe(['rollBack', 'plain']);
    expect(seen).toEqual({ inside: { _id: 'rolled-back' }, outside: null, after: null });
  });

  it('is refused a document that another one has written, and sees the data of its start', async () => {
    plain().insert({ _id: 'both', n: 1 });
    const [seen] = await probe(['twoTransactions', 'plain', 'both']);
    expect(seen).toMatchObject({
      seenBySecond: { n: 1 },
      // A conflict on a document reaches the function as -501001, and runTransaction does not retry it.
      conflict: { errCode: -501001 },
      after: { n: 100 },
    });
  });

  it('that conflicts at its commit is run again by the SDK', async () => {
    plain().insert({ _id: 'retried', n: 1 });
    let refusals = 2;
    running.cloud.faults.when(({ action }) =>
      action === 'database.commitTransaction' && refusals-- > 0
        ? 'refuse:DATABASE_TRANSACTION_CONFLICT'
        : undefined,
    );
    await probe(['bump', 'plain', 'retried', 1]);
    running.cloud.faults.clear();
    expect(refusals).toBe(-1);
    expect(plain().findOne({ _id: 'retried' })).toMatchObject({ n: 2 });
  });

  it('is what a plain write waits for', async () => {
    plain().insert({ _id: 'waited', n: 1 });
    const [after] = await probe(['writeBehind', 'plain', 'waited']);
    expect(after).toEqual({ whileOpen: 'waiting', then: { _id: 'waited', n: 2, late: true } });
  });

  it('loses all its writes when a unique index forbids one', async () => {
    const [answer] = await probe(['twoAdds', 'books', { _id: 't1', number: 7 }, { _id: 't2', number: 7 }]);
    expect(answer).toMatchObject({ failed: { message: expect.stringContaining('E11000') } });
    expect(running.cloud.database.collection('books').count()).toBe(0);
  });
});
