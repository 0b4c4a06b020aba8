import { live, SELDOM_DEADLY } from './history';
import { inProcessHistories } from './inProcessHistories';
import { openWorld } from './world';
import { TestBank } from '../support/testBank';

/** Operations of a history. */
const LENGTH = 20;
const OVER_HTTP = 300;
const IN_PROCESS = 50;
/** Clouds side by side, as there are processors. */
const LANES = 2;
/** Histories that once found a defect, at their full length. */
const REMEMBERED = [10_852, 11_745, 20_307, 31_031, 31_294, 34_954, 53_847];
const REMEMBERED_LENGTH = 40;

describe('random histories full of accidents', () => {
  let liveOnce: Awaited<ReturnType<typeof inProcessHistories>>;
  beforeAll(async () => {
    liveOnce = await inProcessHistories();
  });

  it(`keeps every promise in ${OVER_HTTP} histories over HTTP and worker threads`, async () => {
    const waiting = Array.from({ length: OVER_HTTP }, (_, index) => index + 1);
    const lanes = Array.from({ length: LANES }, () => liveAll(waiting));
    expect((await Promise.all(lanes)).flat()).toEqual([]);
  }, 600_000);

  it(`keeps every promise in ${IN_PROCESS} histories that the seed alone decides`, async () => {
    const violations: string[] = [];
    for (let seed = 1; seed <= IN_PROCESS; seed++)
      violations.push(...told((await liveOnce(seed, LENGTH)).violations, seed, LENGTH));
    for (const seed of REMEMBERED)
      violations.push(...told((await liveOnce(seed, REMEMBERED_LENGTH)).violations, seed, REMEMBERED_LENGTH));
    expect(violations).toEqual([]);
  }, 300_000);

  it('lives the same history again from the same seed', async () => {
    const [first, other, again] = [
      await liveOnce(7, LENGTH),
      await liveOnce(8, LENGTH),
      await liveOnce(7, LENGTH),
    ];
    expect(again.trace).toBe(first.trace);
    expect(other.trace).not.toBe(first.trace);
  });
});

/** Takes one history after the other from those waiting, on a cloud of its own. */
async function liveAll(waiting: number[]): Promise<string[]> {
  const bank = await TestBank.open();
  const { database, faults } = bank.cloud;
  const origin = await openWorld(bank);
  const opening = bank.now;
  const books = database.names().map((name) => [name, database.collection(name).find()] as const);
  const violations: string[] = [];
  for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
    // A request of the history before must not land in this one.
    await faults.deliverHeld();
    bank.now = opening;
    for (const [name, documents] of books) {
      database.collection(name).remove({});
      if (documents.length > 0) database.collection(name).insert(...documents);
    }
    const outcome = await live(origin, bank, seed, LENGTH, undefined, SELDOM_DEADLY);
    violations.push(...told(outcome.violations, seed, LENGTH));
  }
  await bank.stop();
  return violations;
}

function told(violations: string[], seed: number, length: number): string[] {
  if (violations.length === 0) return [];
  return [
    ...violations,
    `replay: npm run simulate -- --histories 1 --seed ${seed} --length ${length} --tell`,
  ];
}
