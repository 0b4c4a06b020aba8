import { HOUR, MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import { type Holder, holdHours, outcome, pointsOf, scan, scanned, takenPlaces } from '../support/scenes';
import {
  giveAward,
  holdActivity,
  newRequestId,
  openBranch,
  openPassbook,
  TestBank,
  type TestBranch,
} from '../support/testBank';

describe('taking a scan back', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
  });
  beforeEach(async () => {
    holder = await openPassbook(branch, `志愿者${++count}号`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const undo = (attendanceId: string, requestId?: string) =>
    branch.teller.call('activity', 'undo', { attendanceId }, requestId);

  it('answers the line by its reverse, once; both stay on the page', async () => {
    const sessionId = await holdActivity(branch);
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    const requestId = newRequestId();
    const first = await undo(attendanceId, requestId);
    expect(first).toMatchObject({ ok: true, data: { points: -100, at: bank.now } });
    expect(await undo(attendanceId, requestId)).toMatchObject({ ok: true, data: { points: -100 } });
    expect(await undo(attendanceId)).toMatchObject({ code: 'ALREADY_UNDONE', details: { at: bank.now } });
    const { current } = await holder.person.do('passbook', 'home', {});
    expect(current?.page.lines).toMatchObject([
      { kind: 'earn', points: 100, balance: 100 },
      { kind: 'reverse', points: -100, balance: 0, reverses: attendanceId },
    ]);
  });

  it('is possible for a quarter of an hour, to the teller who scanned', async () => {
    const sessionId = await holdActivity(branch);
    const { attendanceId, undoUntil } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    expect(undoUntil).toBe(bank.now + 15 * MINUTE);
    expect(await branch.otherTeller.refused('activity', 'undo', { attendanceId })).toBe('FORBIDDEN');
    bank.pass(15 * MINUTE + 1);
    expect(await undo(attendanceId)).toMatchObject({ code: 'UNDO_TOO_LATE', details: { until: undoUntil } });
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
  });

  it('makes room for a rightful second scan, which is a new attempt', async () => {
    const sessionId = await holdActivity(branch);
    const first = await scanned(branch.teller, 'checkIn', sessionId, holder);
    const requestId = newRequestId();
    await undo(first.attendanceId, requestId);
    bank.pass(MINUTE);
    const second = await scanned(branch.teller, 'checkIn', sessionId, holder);
    expect(second.attendanceId).not.toBe(first.attendanceId);
    // A late copy of the old undoing touches neither the new credit nor the new place.
    expect(outcome(await undo(first.attendanceId, requestId))).toBe('ok');
    expect(await takenPlaces(branch, sessionId)).toBe(1);
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
  });

  it('frees the place of a walk-in, and keeps that of somebody signed up', async () => {
    const sessionId = await holdActivity(branch, { capacity: 2 });
    const signed = await openPassbook(branch, `甲${count}`);
    await signed.person.do('activity', 'signUp', { sessionId, passbookId: signed.passbookId });
    const scans = [
      await scanned(branch.teller, 'checkIn', sessionId, holder),
      await scanned(branch.teller, 'checkIn', sessionId, signed),
    ];
    for (const { attendanceId } of scans) await undo(attendanceId);
    expect(await takenPlaces(branch, sessionId)).toBe(1);
    const { signedUp } = await signed.person.do('activity', 'get', { sessionId });
    expect(signedUp).toEqual([signed.passbookId]);
  });

  it('of hours ends the visit or takes the hours back, and the day’s cap counts them no more', async () => {
    const sessionId = await holdHours(branch, 5);
    const arrived = await scanned(branch.teller, 'checkIn', sessionId, holder);
    expect(await undo(arrived.attendanceId)).toMatchObject({ ok: true, data: { points: 0 } });
    const visit = await holdActivity(branch);
    bank.pass(MINUTE);
    expect(outcome(await scan(branch.teller, 'checkIn', visit, holder))).toBe('ok');

    bank.pass(MINUTE);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(4 * HOUR);
    const left = await scanned(branch.teller, 'checkOut', sessionId, holder);
    expect(left).toMatchObject({ points: 800 });
    expect(await undo(left.attendanceId)).toMatchObject({ ok: true, data: { points: -800 } });
    expect(await pointsOf(holder)).toMatchObject({ balance: 100 });
    bank.pass(MINUTE);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(31 * MINUTE);
    expect(await scanned(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({ points: 100 });
  });

  it('is refused when the points are spent, telling how many are missing; nothing is lost by it', async () => {
    await giveAward(branch, holder.passbookId);
    const sessionId = await holdActivity(branch);
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    await spend(2_100 - 100);
    expect(await undo(attendanceId)).toMatchObject({ ok: true, data: { points: -100 } });

    bank.pass(MINUTE);
    const again = await scanned(branch.teller, 'checkIn', sessionId, holder);
    for (let visit = 0; visit < 4; visit++) {
      bank.pass(MINUTE);
      await scanned(branch.teller, 'checkIn', await holdActivity(branch), holder);
    }
    await spend(500);
    const requestId = newRequestId();
    for (let sent = 0; sent < 2; sent++)
      expect(await undo(again.attendanceId, requestId)).toMatchObject({
        code: 'POINTS_SPENT',
        details: { missing: 100 },
      });
    expect(await pointsOf(holder)).toEqual({ balance: 0, held: 0, available: 0 });
    const { rows } = await branch.teller.do('activity', 'attendances', { sessionId });
    expect(rows).toMatchObject([{ state: 'done', points: 100 }]);
  });

  it('fetches points back from open orders, the newest first, if that is enough', async () => {
    await giveAward(branch, holder.passbookId);
    const { person, passbookId } = holder;
    const sessionId = await holdHours(branch, 5);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(3 * HOUR);
    const { attendanceId } = await scanned(branch.teller, 'checkOut', sessionId, holder);
    const orders = [];
    for (let order = 0; order < 5; order++) {
      bank.pass(1_000);
      orders.push(await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots: 1 }));
    }
    expect(await pointsOf(holder)).toEqual({ balance: 2_600, held: 2_500, available: 100 });
    expect(await undo(attendanceId)).toMatchObject({ ok: true, data: { points: -600 } });
    expect(await pointsOf(holder)).toEqual({ balance: 2_000, held: 2_000, available: 0 });
    const states = await Promise.all(
      orders.map(async ({ id }) => (await person.do('redemption', 'order', { orderId: id })).state),
    );
    expect(states).toEqual(['reserved', 'reserved', 'reserved', 'reserved', 'cancelled']);
  });

  /** Collects masks for so many points. */
  async function spend(points: number): Promise<void> {
    const { person, passbookId } = holder;
    const order = { passbookId, rewardId: branch.masks, lots: points / 500 };
    const { voucher } = await person.do('redemption', 'reserve', order);
    await branch.merchant.do('redemption', 'confirm', { voucher: voucher! });
  }
});
