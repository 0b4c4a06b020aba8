import { HOUR, MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import {
  type Holder,
  holdHours,
  nextMorning,
  outcome,
  pointsOf,
  scan,
  scanned,
  warmUp,
} from '../support/scenes';
import {
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('checking out, where hours are paid', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch, 'activity');
  });
  beforeEach(async () => {
    nextMorning(bank);
    holder = await openPassbook(branch, `医生${++count}`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  it('credits the hours once, however often the request is sent', async () => {
    const sessionId = await holdHours(branch);
    expect(await scanned(branch.teller, 'checkIn', sessionId, holder)).toMatchObject({
      outcome: 'in',
      points: 0,
    });
    bank.pass(2 * HOUR);
    const requestId = newRequestId();
    const first = await scanned(branch.teller, 'checkOut', sessionId, holder, requestId);
    expect(first).toMatchObject({ outcome: 'credited', points: 400, minutes: 120 });
    bank.pass(MINUTE);
    expect(await scanned(branch.teller, 'checkOut', sessionId, holder, requestId)).toEqual(first);
    expect(await scan(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({
      code: 'ALREADY_CHECKED_OUT',
      details: { at: first.at },
    });
    expect(await pointsOf(holder)).toMatchObject({ balance: 400 });
  });

  it('credits once when two tellers scan at the same moment', async () => {
    const sessionId = await holdHours(branch);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(HOUR);
    const told = await Promise.all(
      [branch.teller, branch.otherTeller].map((teller) => scan(teller, 'checkOut', sessionId, holder)),
    );
    expect(told.filter((one) => one.ok)).toHaveLength(1);
    expect(await pointsOf(holder)).toMatchObject({ balance: 200 });
  });

  it.each([
    [29, 0],
    [59, 100],
    [160, 500],
  ])('counts %i minutes by half hours, rounded down', async (minutes, points) => {
    const sessionId = await holdHours(branch);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(minutes * MINUTE);
    expect(await scanned(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({ minutes, points });
    expect(await pointsOf(holder)).toMatchObject({ balance: points });
  });

  it('counts the time of the session only, however early somebody came and late they left', async () => {
    const sessionId = await holdHours(branch, 1);
    bank.pass(-20 * MINUTE);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(20 * MINUTE + HOUR + 110 * MINUTE);
    expect(await scanned(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({
      minutes: 60,
      points: 200,
    });
  });

  it('pays no more than the day’s cap, over all sessions of the category', async () => {
    const morning = await holdHours(branch, 3);
    await scanned(branch.teller, 'checkIn', morning, holder);
    bank.pass(3 * HOUR);
    expect(await scanned(branch.teller, 'checkOut', morning, holder)).toMatchObject({ points: 600 });
    const afternoon = await holdHours(branch, 3);
    bank.pass(MINUTE);
    await scanned(branch.teller, 'checkIn', afternoon, holder);
    bank.pass(2 * HOUR);
    expect(await scanned(branch.teller, 'checkOut', afternoon, holder)).toMatchObject({
      points: 200,
      minutes: 120,
    });
    const evening = await holdHours(branch, 1);
    bank.pass(MINUTE);
    await scanned(branch.teller, 'checkIn', evening, holder);
    bank.pass(HOUR);
    expect(await scanned(branch.teller, 'checkOut', evening, holder)).toMatchObject({ points: 0 });
    expect(await pointsOf(holder)).toMatchObject({ balance: 800 });
  });

  it('is refused to whoever did not check in, and two hours after the session', async () => {
    const sessionId = await holdHours(branch, 1);
    expect(outcome(await scan(branch.teller, 'checkOut', sessionId, holder))).toBe('NOT_CHECKED_IN');
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(3 * HOUR + 1);
    expect(outcome(await scan(branch.teller, 'checkOut', sessionId, holder))).toBe('NOT_SESSION_TIME');
  });

  it('binds nobody who forgot it: after the session they may check in elsewhere, and still out here', async () => {
    const forgotten = await holdHours(branch, 1);
    await scanned(branch.teller, 'checkIn', forgotten, holder);
    bank.pass(HOUR);
    const next = await holdHours(branch, 1, '理发');
    await scanned(branch.teller, 'checkIn', next, holder);
    bank.pass(30 * MINUTE);
    expect(await scanned(branch.teller, 'checkOut', forgotten, holder)).toMatchObject({ points: 200 });
    // Leaving there did not tear them from here.
    const visit = await holdActivity(branch);
    bank.pass(MINUTE);
    expect(await scan(branch.teller, 'checkIn', visit, holder)).toMatchObject({
      code: 'STILL_ELSEWHERE',
      details: { title: '理发' },
    });
    bank.pass(29 * MINUTE);
    expect(await scanned(branch.teller, 'checkOut', next, holder)).toMatchObject({ points: 200 });
  });

  describe('when the instance died while they were checking in', () => {
    let sessionId: string;
    beforeEach(async () => {
      sessionId = await holdHours(branch);
      bank.cloud.faults.when(({ collection, action }) =>
        collection === 'passbooks' && action.includes('modify') ? 'kill' : undefined,
      );
      await expect(scan(branch.teller, 'checkIn', sessionId, holder)).rejects.toThrow('killed');
      bank.cloud.faults.clear();
    });

    it('lets them arrive first, then leave', async () => {
      bank.pass(HOUR);
      expect(await scanned(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({ points: 200 });
      bank.pass(MINUTE);
      expect(outcome(await scan(branch.teller, 'checkIn', await holdHours(branch), holder))).toBe('ok');
    });

    it('lets them go elsewhere when the code that checked them in is scanned to check them out', async () => {
      expect(outcome(await scan(branch.teller, 'checkOut', sessionId, holder))).toBe('CODE_USED');
      bank.pass(MINUTE);
      const next = await holdHours(branch, 3, '理发');
      expect(outcome(await scan(branch.teller, 'checkIn', next, holder))).toBe('ok');
    });

    it('refuses those who went elsewhere instead', async () => {
      bank.pass(MINUTE);
      await scanned(branch.teller, 'checkIn', await holdHours(branch, 3, '理发'), holder);
      bank.pass(HOUR);
      expect(await scan(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({
        code: 'STILL_ELSEWHERE',
        details: { title: '理发' },
      });
      expect(outcome(await scan(branch.teller, 'checkOut', sessionId, holder))).toBe('NOT_CHECKED_IN');
    });
  });

  it('finishes for a passbook that was frozen meanwhile: what was begun is finished', async () => {
    const sessionId = await holdHours(branch);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    await branch.manager.do('desk', 'freeze', { passbookId: holder.passbookId, reason: '核实中' });
    bank.pass(HOUR);
    expect(await scanned(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({ points: 200 });
  });
});
