import { addDays, dayOf, HOUR, MINUTE, startOfDay } from '../../types/day';
import type { Closing } from '../../types/closing';
import type { Passbook } from '../../types/entities';
import { PAGE_LINES } from '../../cloudfunctions/bank/ledger';
import { keepsItsPromises } from '../support/promises';
import { closeBank, type Holder, nextMorning, richHolder, scan, scanned } from '../support/scenes';
import {
  giveAward,
  holdActivity,
  newRequestId,
  openBranch,
  OPENING,
  openPassbook,
  showCode,
  TestBank,
  type TestBranch,
} from '../support/testBank';

const TODAY = dayOf(OPENING);

describe('the closing of a day', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  beforeEach(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    holder = await openPassbook(branch, '周桂兰');
  });
  afterEach(() => bank.stop());

  const closings = () => bank.cloud.database.collection<Closing>('closings').find({}, { sort: { day: 1 } });
  const closingOf = (day: string) => closings().find((closing) => closing.day === day)!;

  /** Wakes the clock a while after midnight. */
  async function closeTheDay(after = 20 * MINUTE) {
    bank.now = startOfDay(addDays(dayOf(bank.now), 1)) + after;
    return bank.wakeClock();
  }

  async function buyMasks(lots: number): Promise<string> {
    const { person, passbookId } = holder;
    const order = await person.do('redemption', 'reserve', { passbookId, rewardId: branch.masks, lots });
    return order.voucher!;
  }

  it('adds up what was issued, redeemed and taken back, and what is left', async () => {
    await giveAward(branch, holder.passbookId);
    const sessionId = await holdActivity(branch);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    const mistaken = await openPassbook(branch, '吴秀英');
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, mistaken);
    await branch.teller.do('activity', 'undo', { attendanceId });
    await branch.merchant.do('redemption', 'confirm', { voucher: await buyMasks(2) });
    await buyMasks(1);

    expect(await closeTheDay()).toMatchObject({ closed: 1, failed: [] });
    expect(closingOf(TODAY)).toMatchObject({
      opening: 0,
      issued: { outstanding: 2_000, professional: 0, basic: 200 },
      redeemed: [{ rewardId: branch.masks, name: '口罩', lots: 2, points: -1_000 }],
      corrected: -100,
      outstanding: 1_100,
      held: 500,
      passbooks: 2,
      lines: 5,
      inTransit: [],
      differences: [],
      previousHash: '',
    });
    await closeBank(bank);
  });

  it('chains each day to the one before, also those on which nothing happened', async () => {
    await giveAward(branch, holder.passbookId);
    nextMorning(bank);
    nextMorning(bank);
    await giveAward(branch, holder.passbookId);
    expect(await closeTheDay()).toMatchObject({ closed: 3, failed: [] });
    const [first, second, third] = closings();
    expect([first!.outstanding, second!.outstanding, third!.outstanding]).toEqual([2_000, 2_000, 4_000]);
    expect([second!.opening, third!.opening]).toEqual([2_000, 2_000]);
    expect([second!.previousHash, third!.previousHash]).toEqual([first!.hash, second!.hash]);
    expect([Object.keys(second!.heads), Object.keys(third!.heads)]).toEqual([[], [holder.passbookId]]);
    await keepsItsPromises(bank);
  });

  it('waits until a quarter past midnight', async () => {
    expect(await closeTheDay(14 * MINUTE)).toMatchObject({ closed: 0 });
    bank.pass(MINUTE);
    expect(await bank.wakeClock()).toMatchObject({ closed: 1 });
  });

  it('is the same when it is made again, whatever has come since', async () => {
    await giveAward(branch, holder.passbookId);
    await closeTheDay();
    const made = closingOf(TODAY);
    // More than a page of lines, so that the day's own page is turned.
    for (let line = 0; line <= PAGE_LINES; line++) await giveAward(branch, holder.passbookId);
    bank.cloud.database.collection('closings').remove({});
    bank.pass(HOUR);
    expect(await bank.wakeClock()).toMatchObject({ closed: 1, failed: [] });
    const { closedAt: _first, ...first } = made;
    const { closedAt: _again, ...again } = closingOf(TODAY);
    expect(again).toEqual(first);
  });

  it('is made once, when two clocks wake at once', async () => {
    await giveAward(branch, holder.passbookId);
    bank.now = startOfDay(addDays(TODAY, 1)) + HOUR;
    const reports = await Promise.all([bank.wakeClock(), bank.wakeClock()]);
    expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
    expect(closings()).toHaveLength(1);
    await keepsItsPromises(bank);
  });

  describe('when something is under way at midnight', () => {
    let sessionId: string;
    beforeEach(async () => {
      bank.now = startOfDay(addDays(TODAY, 1)) - MINUTE;
      sessionId = await holdActivity(branch);
    });

    it('shows it as in transit, and books it on the day on which it comes', async () => {
      // The instance dies between the attendance and its line.
      bank.cloud.faults.when(({ action, collection }) =>
        action === 'database.modifyDocument' && collection === 'passbooks' ? 'kill' : undefined,
      );
      await expect(scan(branch.teller, 'checkIn', sessionId, holder)).rejects.toThrow();
      bank.cloud.faults.clear();
      // The sweeper is not fast enough for this one.
      bank.cloud.faults.when(({ action, collection }) =>
        action === 'database.modifyDocument' && collection === 'passbooks' ? 'refuse:SYS_ERR' : undefined,
      );
      bank.now = startOfDay(addDays(TODAY, 1)) + 20 * MINUTE;
      await bank.wakeClock();
      bank.cloud.faults.clear();
      await bank.wakeClock();
      expect(closingOf(TODAY)).toMatchObject({
        lines: 0,
        outstanding: 0,
        inTransit: [{ passbookId: holder.passbookId, points: 100 }],
        differences: [],
      });

      expect(await closeTheDay()).toMatchObject({ closed: 1, failed: [] });
      expect(closingOf(addDays(TODAY, 1))).toMatchObject({
        issued: { basic: 100 },
        outstanding: 100,
        inTransit: [],
        differences: [],
      });
      const [line] = bank.cloud.database.collection<Passbook>('passbooks').find()[0]!.page.lines;
      expect([dayOf(line!.occurredAt), line!.bookedOn]).toEqual([TODAY, addDays(TODAY, 1)]);
      await keepsItsPromises(bank);
    });

    it('lets nothing onto a closed day that was sent before midnight and comes after its closing', async () => {
      bank.cloud.faults.when(({ action, collection }) =>
        action === 'database.modifyDocument' && collection === 'passbooks' ? 'late' : undefined,
      );
      const requestId = newRequestId();
      const code = await showCode(holder.person, holder.passbookId);
      const input = { sessionId, code };
      expect(await branch.teller.refused('activity', 'checkIn', input, requestId)).toBe('BUSY');
      bank.cloud.faults.clear();
      bank.now = startOfDay(addDays(TODAY, 1)) + 15 * MINUTE;
      // The sweeper fails, so that only the seal on the passbooks stands in the way.
      bank.cloud.faults.next({ at: 2, kind: 'refuse:SYS_ERR' });
      expect((await bank.wakeClock()).failed).toEqual([expect.stringContaining('SYS_ERR')]);
      expect(closingOf(TODAY)).toMatchObject({ lines: 0, inTransit: [{ points: 100 }], differences: [] });
      const before = bank.cloud.database.collection('passbooks').find();
      await bank.cloud.faults.deliverHeld();
      expect(bank.cloud.database.collection('passbooks').find()).toEqual(before);
      expect(await branch.teller.do('activity', 'checkIn', input, requestId)).toMatchObject({ points: 100 });
      expect(await bank.wakeClock()).toMatchObject({ failed: [] });
      expect(await closeTheDay()).toMatchObject({ failed: [] });
      await keepsItsPromises(bank);
    });
  });

  describe('raises an alarm that names the document, and adjusts nothing', () => {
    beforeEach(async () => {
      await giveAward(branch, holder.passbookId);
      await scanned(branch.teller, 'checkIn', await holdActivity(branch), holder);
      await branch.merchant.do('redemption', 'confirm', { voucher: await buyMasks(1) });
    });

    const tamper = (collection: string, change: object) =>
      bank.cloud.database.collection(collection).update({}, { $set: change });

    it.each([
      [
        'a balance was raised',
        () => tamper('passbooks', { balance: 9_999 }),
        { what: 'balance', found: 9_999, expected: 1_600 },
      ],
      [
        'a line was raised, and the balance with it',
        () => tamper('passbooks', { balance: 6_600, available: 6_600, 'page.lines.1.points': 5_100 }),
        { what: 'amount', found: 5_100, expected: 100 },
      ],
      [
        'a record was raised with its line',
        () => {
          tamper('attendances', { 'credit.points': 5_100 });
          tamper('passbooks', { balance: 6_600, available: 6_600, 'page.lines.1.points': 5_100 });
        },
        { what: 'rate', found: 5_100, expected: 100 },
      ],
      [
        'a record was removed',
        () => bank.cloud.database.collection('attendances').remove({}),
        { what: 'unsourced', found: 100, expected: null },
      ],
      [
        'a line was removed, and the balance lowered',
        () => {
          const [book] = bank.cloud.database.collection<Passbook>('passbooks').find();
          tamper('passbooks', { balance: 2_100, 'page.lines': book!.page.lines.slice(0, 2) });
        },
        { what: 'missing', found: null, expected: -500 },
      ],
    ])('when %s', async (_what, deed, difference) => {
      await bank.cloud.fireTimer('clock', bank.now + 5 * MINUTE);
      deed();
      const before = bank.cloud.database.collection<Passbook>('passbooks').find();
      const { failed } = await closeTheDay();
      expect(failed.length).toBeGreaterThan(0);
      expect(closingOf(TODAY).differences).toContainEqual(expect.objectContaining(difference));
      const { closedThrough: _sealed, ...after } = bank.cloud.database
        .collection<Passbook>('passbooks')
        .find()[0]!;
      const { closedThrough: _open, ...stood } = before[0]!;
      expect(after).toEqual(stood);
      await expect(keepsItsPromises(bank)).rejects.toThrow('broken');
    });

    it('when a passbook vanished', async () => {
      nextMorning(bank);
      await bank.wakeClock();
      bank.cloud.database.collection('passbooks').remove({});
      const { failed } = await closeTheDay();
      expect(failed).toHaveLength(1);
      expect(closingOf(addDays(TODAY, 1)).differences).toEqual([
        { what: 'opening', document: `${branch.branchId}#${TODAY}`, lineId: null, found: 0, expected: 1_600 },
      ]);
    });
  });

  it('costs the same number of requests on a quiet day, however many lines the passbooks have', async () => {
    for (let line = 0; line < 30; line++) await giveAward(branch, holder.passbookId);
    await richHolder(branch, '吴秀英');
    await closeTheDay();
    const quiet = async () => {
      bank.now = startOfDay(addDays(dayOf(bank.now), 1)) + HOUR;
      const { databaseRequests, documentsExamined, documentsReturned } = await bank.cloud.fireTimer(
        'clock',
        bank.now,
      );
      return { databaseRequests, excess: documentsExamined - documentsReturned };
    };
    await quiet();
    const [first, second] = [await quiet(), await quiet()];
    expect(second).toEqual(first);
    expect(first.databaseRequests).toBeLessThanOrEqual(40);
    // Nothing is looked at in vain but the passbooks that are sealed.
    expect(first.excess).toBeLessThanOrEqual(3);
  });
});
