import { PAGE_LINES } from '../../cloudfunctions/bank/ledger';
import type { ActionName, FunctionName, Input, Output } from '../../types/routes';
import { keepsItsPromises } from '../support/promises';
import {
  type Holder,
  closeBank,
  outcome,
  pointsOf,
  richHolder,
  scan,
  scanned,
  warmUp,
} from '../support/scenes';
import {
  giveAward,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  showCode,
  TestBank,
  type TestBranch,
  type TestPerson,
  type Told,
} from '../support/testBank';

/** As the client sends a request: again, as long as the bank is busy. */
async function insist<F extends FunctionName, A extends ActionName<F>>(
  by: TestPerson,
  name: F,
  action: A,
  input: Input<F, A>,
  requestId = newRequestId(),
): Promise<Told<Output<F, A>>> {
  for (let tries = 1; ; tries++) {
    const told = await by.call(name, action, input, requestId);
    if (told.ok || told.code !== 'BUSY' || tries === 3) return told;
  }
}

describe('what many do at the same moment', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    const { manager, masks } = branch;
    await manager.do('desk', 'stock', { rewardId: masks, kind: 'received', lots: 10_000, reason: '进货' });
    await Promise.all([warmUp(branch, 'activity'), warmUp(branch, 'redemption')]);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => closeBank(bank));

  const customer = (level: 'community' | 'city' = 'community') => richHolder(branch, `顾客${++count}`, level);
  const reserve = async ({ person, passbookId }: Holder) => {
    const order = { passbookId, rewardId: branch.masks, lots: 1 };
    const { id, voucher } = await person.do('redemption', 'reserve', order);
    return { id, voucher: voucher! };
  };
  const times = <T>(n: number, make: (n: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, index) => make(index)));

  /** The same request so many times at once: one answer for all. */
  async function oneAnswer(n: number, send: (requestId: string) => Promise<Told<unknown>>): Promise<void> {
    const requestId = newRequestId();
    const told = await times(n, () => send(requestId));
    expect(told.map(outcome)).toEqual(told.map(() => 'ok'));
    expect(new Set(told.map((one) => one.ok && JSON.stringify(one.data))).size).toBe(1);
  }

  it.each([2, 10, 50, 200])('%d copies of a request have one effect and one answer', async (n) => {
    const visitor = await openPassbook(branch, `志愿者${++count}`);
    const sessionId = await holdActivity(branch);
    const code = await showCode(visitor.person, visitor.passbookId);
    await oneAnswer(n, (id) => insist(branch.teller, 'activity', 'checkIn', { sessionId, code }, id));
    expect(await pointsOf(visitor)).toMatchObject({ balance: 100 });

    const holder = await customer();
    const { person, passbookId } = holder;
    const input = { passbookId, rewardId: branch.masks, lots: 1 };
    await oneAnswer(n, (id) => insist(person, 'redemption', 'reserve', input, id));
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 500, available: 1_500 });

    const { voucher } = await reserve(holder);
    await oneAnswer(n, (id) => insist(branch.merchant, 'redemption', 'confirm', { voucher }, id));
    expect(await pointsOf(holder)).toEqual({ balance: 1_500, held: 500, available: 1_000 });

    const { id: orderId } = await reserve(holder);
    await oneAnswer(n, (id) => insist(person, 'redemption', 'cancel', { orderId }, id));
    expect(await pointsOf(holder)).toEqual({ balance: 1_500, held: 500, available: 1_000 });
  });

  it('of one request id with two contents, one counts and the other is told so', async () => {
    const { person, passbookId } = await customer('city');
    const requestId = newRequestId();
    const order = (lots: number) => ({ passbookId, rewardId: branch.masks, lots });
    const told = await times(20, (n) =>
      insist(person, 'redemption', 'reserve', order((n % 2) + 1), requestId),
    );
    expect(told.map(outcome).sort()).toEqual([
      ...Array<string>(10).fill('REQUEST_REUSED'),
      ...Array<string>(10).fill('ok'),
    ]);
    const award = (level: string) => ({ passbookId, ruleId: 'outstanding-award', level, reason: '好人' });
    const awards = await times(20, (n) =>
      insist(branch.teller, 'desk', 'award', award(n % 2 ? 'city' : 'street'), requestId),
    );
    expect(awards.map(outcome).filter((one) => one === 'REQUEST_REUSED')).toHaveLength(10);
    const entry = (lots: number) =>
      ({ rewardId: branch.masks, kind: 'received', lots, reason: '进货' }) as const;
    const entries = await times(20, (n) =>
      insist(branch.manager, 'desk', 'stock', entry((n % 2) + 1), requestId),
    );
    expect(entries.map(outcome).filter((one) => one === 'REQUEST_REUSED')).toHaveLength(10);
  });

  it('200 orders of 100 points at once from 1,000: exactly ten are had', async () => {
    const holder = await customer('city');
    const { person, passbookId } = holder;
    const input = { passbookId, rewardId: branch.masks, lots: 20 };
    const told = await times(200, () => insist(person, 'redemption', 'reserve', input));
    expect(told.map(outcome).filter((one) => one === 'ok')).toHaveLength(10);
    expect(told.map(outcome).filter((one) => one === 'INSUFFICIENT_POINTS')).toHaveLength(190);
    expect(await pointsOf(holder)).toEqual({ balance: 100_000, held: 100_000, available: 0 });
  });

  it('200 people who want one of seven at once: exactly seven get it', async () => {
    const buyers: Holder[] = [];
    while (buyers.length < 200) buyers.push(...(await times(20, () => customer('city'))));
    const told = await times(buyers.length, (n) => {
      const { person, passbookId } = buyers[n]!;
      return insist(person, 'redemption', 'reserve', { passbookId, rewardId: branch.rice, lots: 1 });
    });
    const outcomes = told.map(outcome);
    expect(outcomes.filter((one) => one === 'ok')).toHaveLength(7);
    expect(outcomes.filter((one) => one === 'OUT_OF_STOCK')).toHaveLength(193);
  });

  it('an order that is confirmed, cancelled and running out, ten times each: one of them', async () => {
    for (let round = 0; round < 3; round++) {
      const holder = await customer();
      const { id: orderId, voucher } = await reserve(holder);
      const { expiresAt } = await holder.person.do('redemption', 'order', { orderId });
      bank.now = expiresAt - 1;
      const ends = times(10, (n): Promise<Told<unknown>> =>
        (n + round) % 2
          ? insist(branch.merchant, 'redemption', 'confirm', { voucher })
          : insist(holder.person, 'redemption', 'cancel', { orderId }),
      );
      bank.now = expiresAt;
      const [told] = await Promise.all([ends, bank.wakeClock()]);
      const { state } = await holder.person.do('redemption', 'order', { orderId });
      const confirmed = told.filter((one, n) => (n + round) % 2 && one.ok);
      const cancelled = told.filter((one, n) => !((n + round) % 2) && one.ok);
      expect(confirmed).toHaveLength(state === 'confirmed' ? 1 : 0);
      expect(cancelled.length > 0).toBe(state === 'cancelled');
      expect(await pointsOf(holder)).toMatchObject({
        held: 0,
        balance: state === 'confirmed' ? 1_500 : 2_000,
      });
    }
  });

  it('a scan that ten requests take back at once is taken back once', async () => {
    const visitor = await openPassbook(branch, `志愿者${++count}`);
    const { attendanceId } = await scanned(branch.teller, 'checkIn', await holdActivity(branch), visitor);
    const told = await times(10, () => insist(branch.teller, 'activity', 'undo', { attendanceId }));
    expect(told.filter((one) => one.ok)).toHaveLength(1);
    expect(told.map(outcome).filter((one) => one !== 'ok')).toEqual(Array(9).fill('ALREADY_UNDONE'));
    expect(await pointsOf(visitor)).toEqual({ balance: 0, held: 0, available: 0 });
  });

  it('points that are taken back and spent at once are one or the other', async () => {
    for (let round = 0; round < 4; round++) {
      const visitor = await openPassbook(branch, `志愿者${++count}`);
      let attendanceId = '';
      for (let visit = 0; visit < 5; visit++) {
        bank.pass(60_000);
        ({ attendanceId } = await scanned(branch.teller, 'checkIn', await holdActivity(branch), visitor));
      }
      const { person, passbookId } = visitor;
      const order = { passbookId, rewardId: branch.masks, lots: 1 };
      const [undone, reserved] = await Promise.all([
        insist(branch.teller, 'activity', 'undo', { attendanceId }),
        insist(person, 'redemption', 'reserve', order),
      ]);
      // Whoever came first, what is taken back is fetched back from an open order.
      expect(outcome(undone)).toBe('ok');
      expect(['ok', 'INSUFFICIENT_POINTS']).toContain(outcome(reserved));
      expect(await pointsOf(visitor)).toEqual({ balance: 400, held: 0, available: 400 });
    }
  });

  it('1,000 people checking in at once, to two sessions as large as they may be, never get into each other’s way', async () => {
    const sessions = [
      await holdActivity(branch, { capacity: 500 }),
      await holdActivity(branch, { capacity: 500 }),
    ];
    const people: { sessionId: string; code: string }[] = [];
    while (people.length < 1_000)
      people.push(
        ...(await times(10, async (n) => {
          const sessionId = sessions[n % 2]!;
          const holder = await openPassbook(branch, `志愿者${++count}`);
          const { person, passbookId } = holder;
          await insist(person, 'activity', 'signUp', { sessionId, passbookId });
          return { sessionId, code: await showCode(person, passbookId) };
        })),
      );
    const told = await times(people.length, (n) => branch.teller.call('activity', 'checkIn', people[n]!));
    expect(told.map(outcome)).toEqual(people.map(() => 'ok'));
  });

  it('a page that is turned by many at once is turned once', async () => {
    const holder = await openPassbook(branch, `志愿者${++count}`);
    for (let line = 0; line < PAGE_LINES; line++) await giveAward(branch, holder.passbookId);
    const { person, passbookId } = holder;
    const input = { passbookId, rewardId: branch.masks, lots: 1 };
    const told = await times(10, () => insist(person, 'redemption', 'reserve', input));
    expect(told.map(outcome)).toEqual(told.map(() => 'ok'));
    const { pages } = await person.do('passbook', 'pages', { passbookId });
    expect(pages.map(({ no }) => no)).toEqual([1]);
    expect(outcome(await scan(branch.teller, 'checkIn', await holdActivity(branch), holder))).toBe('ok');
  });
});
