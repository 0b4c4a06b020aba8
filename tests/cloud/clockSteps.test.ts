import { addDays, DAY, type Day, dayOf, HOUR, type Instant, MINUTE, startOfDay } from '../../types/day';
import type { Closing } from '../../types/closing';
import type { Line, Passbook } from '../../types/entities';
import { keepsItsPromises } from '../support/promises';
import { type Holder, holdHours, outcome, pointsOf, scan, scanned } from '../support/scenes';
import {
  giveAward,
  holdActivity,
  newRequestId,
  openBranch,
  OPENING,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

let bank: TestBank;
let branch: TestBranch;
let holder: Holder;
/** Each test has days of its own: the one that it begins on, and the midnight after that. */
let today: Day;
let midnight: Instant;
beforeAll(async () => {
  bank = await TestBank.open();
  branch = await openBranch(bank);
});
beforeEach(async () => {
  today = today ? addDays(today, 4) : dayOf(OPENING);
  midnight = startOfDay(addDays(today, 1));
  bank.now = startOfDay(today) + 10 * HOUR;
  expect((await bank.wakeClock()).failed).toEqual([]);
  holder = await openPassbook(branch, `周桂兰${today}`);
});
afterEach(async () => {
  // The clock is right again, and the dust settles.
  bank.now = startOfDay(addDays(today, 3));
  expect((await bank.wakeClock()).failed).toEqual([]);
  await keepsItsPromises(bank);
});
afterAll(() => bank.stop());

function lines(): Line[] {
  return bank.cloud.database.collection<Passbook>('passbooks').find({ _id: holder.passbookId })[0]!.page
    .lines;
}

function closings(): Closing[] {
  return bank.cloud.database.collection<Closing>('closings').find({}, { sort: { day: 1 } });
}

describe.each([
  ['a few seconds', 5_000],
  ['an hour', HOUR],
  ['over midnight', 11 * HOUR],
])('when the bank’s clock steps back %s', (_how, back) => {
  beforeEach(() => {
    // Five in the morning of the next day, so that eleven hours take it to the day before.
    bank.now = midnight + 5 * HOUR;
  });

  it('counts no minute twice and none below zero between check-in and check-out', async () => {
    const sessionId = await holdHours(branch, 12);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(-back);
    const told = await scan(branch.teller, 'checkOut', sessionId, holder);
    if (told.ok) expect(told.data).toMatchObject({ points: 0, minutes: 0 });
    else expect(['NOT_SESSION_TIME', 'CODE_USED']).toContain(told.code);
    expect(await pointsOf(holder)).toEqual({ balance: 0, held: 0, available: 0 });
  });

  it('credits a visit once, and takes it back once', async () => {
    const sessionId = await holdActivity(branch, { hours: 12 });
    const requestId = newRequestId();
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder, requestId);
    bank.pass(-back);
    expect(outcome(await scan(branch.teller, 'checkIn', sessionId, holder))).not.toBe('ok');
    expect((await pointsOf(holder)).balance).toBe(100);
    await branch.teller.do('activity', 'undo', { attendanceId });
    expect(await branch.teller.refused('activity', 'undo', { attendanceId })).toBe('ALREADY_UNDONE');
    expect((await pointsOf(holder)).balance).toBe(0);
    expect(lines().map(({ points }) => points)).toEqual([100, -100]);
  });

  it('hands a reserved reward over once, and lets it expire at its own time', async () => {
    const { person, passbookId } = holder;
    await giveAward(branch, passbookId);
    const order = { passbookId, rewardId: branch.masks, lots: 1 };
    const first = await person.do('redemption', 'reserve', order);
    const second = await person.do('redemption', 'reserve', order);
    bank.pass(-back);
    await branch.merchant.do('redemption', 'confirm', { voucher: first.voucher! });
    expect(await branch.merchant.refused('redemption', 'confirm', { voucher: first.voucher! })).toBe(
      'VOUCHER_USED',
    );
    bank.now = second.expiresAt;
    today = addDays(today, 8);
    expect(await bank.wakeClock()).toMatchObject({ expired: 1, failed: [] });
    bank.pass(-back);
    expect(await bank.wakeClock()).toMatchObject({ expired: 0, failed: [] });
    expect(await branch.merchant.refused('redemption', 'confirm', { voucher: second.voucher! })).toBe(
      'VOUCHER_EXPIRED',
    );
    expect(await pointsOf(holder)).toEqual({ balance: 1_500, held: 0, available: 1_500 });
  });

  it('leaves a closed day closed', async () => {
    await giveAward(branch, holder.passbookId);
    bank.now = midnight + 15 * MINUTE;
    expect(await bank.wakeClock()).toMatchObject({ closed: 1, failed: [] });
    const closed = closings();
    bank.pass(-back);
    await giveAward(branch, holder.passbookId);
    expect(await bank.wakeClock()).toMatchObject({ closed: 0, failed: [] });
    expect(closings()).toEqual(closed);
    expect(lines().at(-1)!.bookedOn).toBe(addDays(today, 1));
  });
});

describe('at midnight in Shanghai', () => {
  it.each([
    ['a second before', -1_000, 0],
    ['on the stroke', 0, 1],
  ])('books what comes %s on its day', async (_when, offset, later) => {
    bank.now = midnight - MINUTE;
    const sessionId = await holdActivity(branch);
    bank.now = midnight + offset;
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    expect(lines()[0]!.bookedOn).toBe(addDays(today, later));
  });

  it('caps each day’s hours by themselves, and pays each session by the card of its start', async () => {
    const earning = (await branch.teller.do('rates', 'current', { branchId: branch.branchId })).earning;
    await branch.manager.do('rates', 'publish', {
      branchId: branch.branchId,
      effectiveOn: addDays(today, 1),
      earning: earning.map((rule) => (rule.basis === 'hour' ? { ...rule, points: 300 } : rule)),
      prices: [],
      explanation: '',
    });
    // Five hours before midnight at 2 points, five after at 3, never more than 8 a day.
    const earned: number[] = [];
    for (const startsAt of [midnight - 5 * HOUR, midnight]) {
      bank.now = startsAt;
      const sessionId = await holdHours(branch, 5);
      await scanned(branch.teller, 'checkIn', sessionId, holder);
      bank.pass(5 * HOUR - 1_000 * 60);
      earned.push((await scanned(branch.teller, 'checkOut', sessionId, holder)).points);
    }
    expect(earned).toEqual([800, 800]);
    const [before, after] = lines().map(({ rate }) => rate!.version);
    expect(after! - before!).toBe(1);
  });
});

describe('in a leap year', () => {
  it('counts 29 February', () => {
    expect([-1, 0, 1, 2].map((days) => addDays('2028-02-28', days))).toEqual([
      '2028-02-27',
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
    expect([addDays('2028-03-01', -1), addDays('2027-02-28', 1)]).toEqual(['2028-02-29', '2027-03-01']);
    expect(startOfDay('2028-03-01') - startOfDay('2028-02-28')).toBe(2 * DAY);
  });

  it('caps, prices and closes 29 February as a day of its own', async () => {
    const days = ['2028-02-28', '2028-02-29', '2028-03-01'];
    today = '2028-02-27';
    bank.now = startOfDay(today) + 9 * HOUR;
    for (let closed = 1; closed > 0;) closed = (await bank.wakeClock()).closed;
    const { branchId } = branch;
    const { earning } = await branch.teller.do('rates', 'current', { branchId });
    for (const effectiveOn of days)
      await branch.manager.do('rates', 'publish', {
        branchId,
        effectiveOn,
        earning,
        prices: [],
        explanation: '',
      });
    for (const day of days) {
      bank.now = startOfDay(day) + 8 * HOUR;
      const sessionId = await holdHours(branch, 6);
      await scanned(branch.teller, 'checkIn', sessionId, holder);
      bank.pass(6 * HOUR);
      await scanned(branch.teller, 'checkOut', sessionId, holder);
    }
    const credited = lines();
    expect(credited.map(({ points, bookedOn }) => [points, bookedOn])).toEqual(days.map((day) => [800, day]));
    const [first, ...later] = credited.map(({ rate }) => rate!.version);
    expect(later).toEqual([first! + 1, first! + 2]);
    bank.now = startOfDay('2028-03-02') + HOUR;
    expect(await bank.wakeClock()).toMatchObject({ closed: 4, failed: [] });
    const chain = closings().slice(-4);
    expect(chain.map(({ day }) => day)).toEqual(['2028-02-27', ...days]);
    expect(chain.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      chain.slice(0, -1).map(({ hash }) => hash),
    );
    expect(chain.slice(1).map(({ issued }) => issued.professional)).toEqual([800, 800, 800]);
    today = '2028-03-02';
  });
});
