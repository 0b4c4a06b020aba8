import fc from 'fast-check';
import {
  isOverdue,
  lapseOf,
  lapseStep,
  LATE_CHECK_OUT,
  requireConfirmable,
  SETTLE_TIME,
  settleHoursStep,
} from '../../cloudfunctions/bank/attendance';
import { applyStep, judge, recentCounters } from '../../cloudfunctions/bank/ledger';
import { dayOf, HOUR, MINUTE } from '../../types/day';
import type { Attendance, Passbook, RateCard } from '../../types/entities';
import { NEW_PASSBOOK } from '../support/arbitraries';
import { detailsOf } from '../support/refusal';

const startsAt = Date.UTC(2026, 10, 20, 2);
const CAP = 800;
const card = {
  version: 3,
  earning: [
    {
      id: 'hour',
      category: 'professional',
      basis: 'hour',
      kinds: ['volunteer'],
      points: 200,
      roundToMinutes: 30,
      dailyCap: CAP,
      levels: [],
    },
  ],
} as unknown as RateCard;

const forgotten = {
  _id: 's#p#1',
  branchId: '0211',
  category: 'professional',
  basis: 'hour',
  kind: 'volunteer',
  day: dayOf(startsAt),
  title: '义诊',
  startsAt,
  endsAt: startsAt + 2 * HOUR,
  codeStep: 5,
  outCodeStep: null,
  state: 'in',
  in: { by: 'p_teller', at: startsAt + 30 * MINUTE, requestId: 'request-0000000000' },
  out: null,
  lapse: null,
  credit: null,
  undo: null,
  pageNo: 1,
} as unknown as Attendance;

const confirmed = (minutes: number, id = 's#p#1'): Attendance => ({
  ...forgotten,
  _id: id,
  state: 'settling',
  lapse: { planned: 240, confirmed: minutes },
  out: { by: 'p_manager', at: startsAt + 9 * HOUR, requestId: 'request-0000000001' },
});

describe('a forgotten check-out', () => {
  it('is one when the time to leave is over, and plans the hours up to the session’s end', () => {
    const last = forgotten.endsAt + LATE_CHECK_OUT;
    expect(isOverdue(forgotten, last)).toBe(false);
    expect(isOverdue(forgotten, last + 1)).toBe(true);
    expect(isOverdue({ ...forgotten, state: 'done' }, last + 1)).toBe(false);
    expect(lapseOf(forgotten)).toEqual({ planned: 90, confirmed: null });
  });

  it('is confirmed for at most what was planned, within the time for it', () => {
    const lapsed = { ...forgotten, lapse: lapseOf(forgotten) };
    const until = forgotten.endsAt + SETTLE_TIME;
    for (const minutes of [0, 30, 90]) expect(() => requireConfirmable(lapsed, minutes, until)).not.toThrow();
    for (const [attendance, minutes] of [
      [lapsed, 91],
      // Nobody forgot anything here.
      [forgotten, 1],
    ] as const)
      expect(detailsOf(() => requireConfirmable(attendance, minutes, until))).toEqual({
        code: 'BAD_INPUT',
        details: { path: 'input.minutes' },
      });
    expect(detailsOf(() => requireConfirmable(lapsed, 30, until + 1))).toEqual({
      code: 'HOURS_TOO_LATE',
      details: { until },
    });
    expect(() => requireConfirmable(lapsed, 0, until + 1)).not.toThrow();
  });

  it('leaves its own visit and nobody else’s', () => {
    const visit = { attendanceId: 's#p#1', title: '义诊', since: 1, until: 2 };
    const there = { ...NEW_PASSBOOK, visiting: visit };
    const left = applyStep(there, lapseStep(forgotten, there));
    expect(left.visiting).toBeNull();
    expect(judge(left, lapseStep(forgotten, left))).toBe('taken');
    const elsewhere = { ...NEW_PASSBOOK, visiting: { ...visit, attendanceId: 'other' } };
    expect(applyStep(elsewhere, lapseStep(forgotten, elsewhere)).visiting).toMatchObject({
      attendanceId: 'other',
    });
    // Other hours that were forgotten lapse too, and these can still be confirmed.
    expect(judge(left, lapseStep({ ...forgotten, _id: 'other' }, left))).toBe('ready');
    expect(judge(left, settleHoursStep(confirmed(90), card, left))).toBe('ready');
  });
});

describe('confirmed hours', () => {
  it('never earn more than the day’s cap together, in whatever order they are confirmed', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 6 });
    fc.assert(
      fc.property(minutes, (all) => {
        const passbook = all.reduce<Passbook>((book, one, index) => {
          const step = settleHoursStep(confirmed(one, `s${index}#p#1`), card, book);
          expect(judge(book, step)).toBe('ready');
          return applyStep(book, step);
        }, NEW_PASSBOOK);
        const full = all.reduce((sum, one) => sum + Math.floor(one / 30) * 100, 0);
        expect(passbook.balance).toBe(Math.min(CAP, full));
      }),
    );
  });

  it('have one step whatever it comes to, and one computed for another reading does not land', () => {
    const attendance = confirmed(240);
    const [empty, capped] = [
      settleHoursStep(attendance, card, NEW_PASSBOOK),
      settleHoursStep(confirmed(240, 'o'), card, NEW_PASSBOOK),
    ];
    const after = applyStep(NEW_PASSBOOK, capped);
    expect(judge(after, empty)).toBe('counter');
    const again = settleHoursStep(attendance, card, after);
    expect(again).toMatchObject({ id: empty.id, line: null });
    expect(judge(applyStep(after, again), empty)).toBe('taken');
  });

  it('find the day’s counter as long as they can be confirmed, though pages were turned', () => {
    const lateSession = startsAt - 1 + 14 * HOUR;
    const counters = { [`professional:${dayOf(lateSession)}`]: 300 };
    const last = dayOf(lateSession + 24 * HOUR + SETTLE_TIME);
    expect(recentCounters({ ...NEW_PASSBOOK, counters }, last)).toEqual(counters);
  });
});
