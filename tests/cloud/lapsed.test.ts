import { DAY, HOUR, MINUTE } from '../../types/day';
import { keepsItsPromises } from '../support/promises';
import {
  type Holder,
  holdHours,
  nextMorning,
  outcome,
  persist,
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
  type TestPerson,
} from '../support/testBank';

describe('a check-out that was forgotten', () => {
  let bank: TestBank;
  let branch: TestBranch;
  let holder: Holder;
  let count = 0;
  beforeAll(async () => {
    bank = await TestBank.open();
    branch = await openBranch(bank);
    await warmUp(branch, 'desk');
  });
  beforeEach(async () => {
    nextMorning(bank);
    holder = await openPassbook(branch, `医生${++count}`);
  });
  afterEach(() => keepsItsPromises(bank));
  afterAll(() => bank.stop());

  const settle = (attendanceId: string, minutes: number, by = branch.otherTeller, requestId?: string) =>
    by.call('desk', 'settleHours', { attendanceId, minutes }, requestId);
  const lapsed = async (by: TestPerson = branch.otherTeller) =>
    (await by.do('desk', 'lapsed', { branchId: branch.branchId })).rows;
  /** Checked in half an hour after the session began, and never out. */
  const forgotten = async (hours = 2, title = '义诊') => {
    const sessionId = await holdHours(branch, hours, title);
    bank.pass(30 * MINUTE);
    const { attendanceId } = await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass((hours + 2) * HOUR - 30 * MINUTE + 1);
    return { sessionId, attendanceId };
  };

  it('is closed by the clock with the hours as planned; nothing is credited silently', async () => {
    const { sessionId, attendanceId } = await forgotten();
    bank.pass(-1);
    expect(await bank.wakeClock()).toMatchObject({ lapsed: 0, failed: [] });
    bank.pass(1);
    expect(await bank.wakeClock()).toMatchObject({ lapsed: 1, failed: [] });
    expect(await bank.wakeClock()).toMatchObject({ lapsed: 0, failed: [] });
    expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
    expect(await lapsed()).toMatchObject([
      { attendanceId, name: `医生${count}`, planned: 90, checkedInBy: '李柜员', isMine: false },
    ]);
    expect(await lapsed(branch.teller)).toMatchObject([{ isMine: true }]);
    expect(await scan(branch.teller, 'checkOut', sessionId, holder)).toMatchObject({
      code: 'NOT_SESSION_TIME',
    });
    const { rows } = await branch.teller.do('activity', 'attendances', { sessionId });
    expect(rows).toMatchObject([{ state: 'lapsed', points: 0 }]);
    expect(outcome(await settle(attendanceId, 0))).toBe('ok');
  });

  it('is paid by the card of the session’s start once its hours are confirmed, for its request once', async () => {
    const { attendanceId } = await forgotten();
    await bank.wakeClock();
    bank.pass(DAY);
    const requestId = newRequestId();
    for (let sent = 0; sent < 3; sent++)
      expect(await settle(attendanceId, 90, branch.otherTeller, requestId)).toMatchObject({
        ok: true,
        data: { minutes: 90, points: 300, at: bank.now },
      });
    expect(outcome(await settle(attendanceId, 60, branch.otherTeller, requestId))).toBe('REQUEST_REUSED');
    expect(await settle(attendanceId, 90)).toMatchObject({
      code: 'ALREADY_DECIDED',
      details: { state: 'done' },
    });
    expect(await lapsed()).toEqual([]);
    const { current } = await holder.person.do('passbook', 'home', {});
    expect(current?.page.lines).toMatchObject([
      { id: attendanceId, points: 300, occurredAt: bank.now, rate: { version: 1, inputs: { minutes: 90 } } },
    ]);
  });

  it('is paid for fewer minutes or none, never for more than planned', async () => {
    const first = await forgotten();
    expect(await settle(first.attendanceId, 91)).toMatchObject({
      code: 'BAD_INPUT',
      details: { path: 'input.minutes' },
    });
    expect(await settle(first.attendanceId, 60)).toMatchObject({ data: { points: 200 } });
    const second = await forgotten();
    expect(await settle(second.attendanceId, 0)).toMatchObject({ data: { minutes: 0, points: 0 } });
    expect(await pointsOf(holder)).toMatchObject({ balance: 200 });
  });

  it('takes another person than who checked in, and not the holder', async () => {
    const { attendanceId } = await forgotten();
    expect(outcome(await settle(attendanceId, 90, branch.teller))).toBe('THREE_PEOPLE_NEEDED');
    const own = { person: branch.otherTeller, passbookId: '' };
    holder = {
      ...own,
      passbookId: (await openPassbook(branch, `teller2-${branch.branchId}`)).passbookId,
    };
    nextMorning(bank);
    const mine = await forgotten();
    expect(outcome(await settle(mine.attendanceId, 90))).toBe('SELF_DEALING');
    for (const id of [attendanceId, mine.attendanceId])
      expect(outcome(await settle(id, 30, branch.manager))).toBe('ok');
  });

  it('has one outcome when two confirm at once', async () => {
    const { attendanceId } = await forgotten();
    const told = await Promise.all([
      persist(() => settle(attendanceId, 90)),
      persist(() => settle(attendanceId, 30, branch.manager)),
    ]);
    expect(told.map(outcome).sort()).toEqual(['ALREADY_DECIDED', 'ok']);
    const points = told[0].ok ? 300 : 100;
    expect(await pointsOf(holder)).toMatchObject({ balance: points });
  });

  it('keeps the day’s cap, even when two of one day are confirmed at once', async () => {
    const first = await forgotten(4);
    const second = await forgotten(4, '理发');
    await bank.wakeClock();
    expect((await lapsed()).map((row) => row.planned)).toEqual([210, 210]);
    const told = await Promise.all(
      [first, second].map(({ attendanceId }) => persist(() => settle(attendanceId, 210))),
    );
    expect(told.map((one) => (one.ok ? one.data.points : 0)).sort()).toEqual([100, 700]);
    expect(await pointsOf(holder)).toMatchObject({ balance: 800 });
  });

  it.each([
    ['some of the cap', 180, 200],
    ['nothing', 240, 0],
  ])('leaves %s to a check-out that was counted before they were confirmed', async (_, minutes, left) => {
    const { attendanceId } = await forgotten(5);
    const sessionId = await holdHours(branch, 3, '理发');
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(2 * HOUR);
    const requestId = newRequestId();
    bank.cloud.faults.when(({ collection, action }) =>
      collection === 'passbooks' && action.includes('modify') ? 'kill' : undefined,
    );
    await expect(scan(branch.teller, 'checkOut', sessionId, holder, requestId)).rejects.toThrow('killed');
    bank.cloud.faults.clear();
    await settle(attendanceId, minutes);
    const credited = { ok: true, data: { outcome: 'credited', minutes: 120, points: left } };
    for (let sent = 0; sent < 2; sent++)
      expect(await scan(branch.teller, 'checkOut', sessionId, holder, requestId)).toMatchObject(credited);
    expect(await pointsOf(holder)).toMatchObject({ balance: (minutes / 60) * 200 + left });
    // They have left: they may be elsewhere.
    bank.pass(MINUTE);
    expect(outcome(await scan(branch.teller, 'checkIn', await holdHours(branch), holder))).toBe('ok');
  });

  it('keeps the day’s cap though pages were turned since', async () => {
    const sessionId = await holdHours(branch, 3);
    await scanned(branch.teller, 'checkIn', sessionId, holder);
    bank.pass(3 * HOUR);
    await scanned(branch.teller, 'checkOut', sessionId, holder);
    const { attendanceId } = await forgotten(2);
    for (let day = 0; day < 6; day++) {
      nextMorning(bank);
      for (let visit = 0; visit < 3; visit++) {
        bank.pass(MINUTE);
        await scanned(branch.teller, 'checkIn', await holdActivity(branch), holder);
      }
    }
    expect(await settle(attendanceId, 90)).toMatchObject({ data: { points: 200 } });
  });

  it('binds nobody: they may check in elsewhere, and the visit that lapsed takes nothing from that', async () => {
    const { attendanceId } = await forgotten();
    bank.pass(-1);
    const next = await holdHours(branch, 3, '理发');
    await scanned(branch.teller, 'checkIn', next, holder);
    bank.pass(1);
    await bank.wakeClock();
    expect(outcome(await settle(attendanceId, 90))).toBe('ok');
    bank.pass(HOUR);
    expect(await scanned(branch.teller, 'checkOut', next, holder)).toMatchObject({ points: 200 });
  });

  it('is not confirmed before the time to check out is over, and after a week only as nothing', async () => {
    const { attendanceId } = await forgotten();
    bank.pass(-2);
    expect(await settle(attendanceId, 90)).toMatchObject({
      code: 'HOURS_NOT_DUE',
      details: { from: bank.now + 1 },
    });
    const until = bank.now + 1 - 2 * HOUR + 7 * DAY;
    bank.now = until;
    bank.pass(1);
    expect(await settle(attendanceId, 90)).toMatchObject({ code: 'HOURS_TOO_LATE', details: { until } });
    expect(await settle(attendanceId, 0)).toMatchObject({ ok: true, data: { points: 0 } });
  });

  it('may be taken back by who confirmed it, like a scan', async () => {
    const { attendanceId } = await forgotten();
    await settle(attendanceId, 90);
    expect(await branch.teller.refused('activity', 'undo', { attendanceId })).toBe('FORBIDDEN');
    await branch.otherTeller.do('activity', 'undo', { attendanceId });
    expect(await pointsOf(holder)).toMatchObject({ balance: 0 });
  });

  it('or a check-out at the last moment: one of the two', async () => {
    const { sessionId, attendanceId } = await forgotten();
    bank.pass(-1);
    const last = scan(branch.teller, 'checkOut', sessionId, holder);
    bank.pass(1);
    const [left, { lapsed: closed }] = await Promise.all([last, bank.wakeClock()]);
    expect(Number(left.ok) + closed).toBe(1);
    expect(await pointsOf(holder)).toMatchObject({ balance: left.ok ? 300 : 0 });
    if (!left.ok) await settle(attendanceId, 0);
  });
});
