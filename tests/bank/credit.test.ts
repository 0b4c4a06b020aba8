import {
  arriveStep,
  attemptId,
  burnSteps,
  capKey,
  creditLine,
  creditOnArrival,
  creditStep,
  placeKey,
  undoStep,
  undoUntil,
} from '../../cloudfunctions/bank/attendance';
import { awardLine, awardStep } from '../../cloudfunctions/bank/award';
import { applyStep, counterOf, judge } from '../../cloudfunctions/bank/ledger';
import { setAsideStep } from '../../cloudfunctions/bank/takeBack';
import { DAY, HOUR, MINUTE } from '../../types/day';
import type { Attendance, Passbook, Session } from '../../types/entities';
import { NEW_PASSBOOK } from '../support/arbitraries';
import { live, NEW_BOOK } from '../support/book';
import { actAt, attendanceOf, awardOf, CARD, hoursOf, NOON, RECORD_DAY, undoBy } from '../support/records';
import { codeOf } from '../support/refusal';

/** The passbook of somebody who is checked in by the hour. */
const checkedIn = (attendance: Attendance) => applyStep(NEW_PASSBOOK, arriveStep(attendance));
const CAP = `professional:${RECORD_DAY}`;

describe('what arriving earns', () => {
  const session = (more: Partial<Session>) => ({ basis: 'visit', category: 'basic', ...more }) as Session;

  it('is a visit’s points at once, and nothing yet where hours are paid', () => {
    expect(creditOnArrival(CARD, session({}), NEW_PASSBOOK)).toMatchObject({ points: 100 });
    const hours = session({ basis: 'hour', category: 'professional' });
    expect(creditOnArrival(CARD, hours, NEW_PASSBOOK)).toBeNull();
  });

  it('is refused where the card would never pay, at the door already', () => {
    for (const basis of ['visit', 'hour'] as const) {
      const unpaid = session({ basis, category: 'outstanding' });
      expect(codeOf(() => creditOnArrival(CARD, unpaid, NEW_PASSBOOK))).toBe('NO_EARNING_RULE');
    }
    const hours = session({ basis: 'hour', category: 'professional' });
    const enterprise: Passbook = { ...NEW_PASSBOOK, kind: 'enterprise' };
    expect(codeOf(() => creditOnArrival(CARD, hours, enterprise))).toBe('NO_EARNING_RULE');
  });
});

describe('a visit that is credited', () => {
  it('is one line that says what for, when and by which card', () => {
    expect(creditLine(attendanceOf(1))).toEqual({
      ...{ id: 's1#p#1', kind: 'earn', points: 100, title: '洁净家园', category: 'basic' },
      ...{ occurredAt: NOON, bookedOn: RECORD_DAY, contra: 'issue:basic', reverses: null },
      source: { kind: 'attendance', id: 's1#p#1' },
      rate: { version: 1, inputs: { basis: 'visit', ruleId: 'visit' } },
    });
  });

  it('uses up its code, and is no use to somebody who is elsewhere by the hour', () => {
    const step = creditStep(attendanceOf(1), NEW_PASSBOOK);
    const visited = applyStep(NEW_PASSBOOK, step);
    expect(visited).toMatchObject({ balance: 100, codeSteps: [10], visiting: null });
    expect(visited.counters).toEqual({});
    expect(judge(visited, creditStep(attendanceOf(2, { codeStep: 10 }), visited))).toBe('code');
    const elsewhere = checkedIn(hoursOf(3));
    expect(judge(elsewhere, step)).toBe('elsewhere');
    const afterwards = attendanceOf(1, { in: actAt(NOON + 2 * HOUR) });
    expect(judge(elsewhere, creditStep(afterwards, elsewhere))).toBe('ready');
  });
});

describe('hours that are credited', () => {
  const hours = hoursOf(1);

  it('begin with being there and nowhere else until the session’s end', () => {
    const there = checkedIn(hours);
    expect(there).toMatchObject({
      ...{ balance: 0, codeSteps: [10] },
      visiting: { attendanceId: 's1#p#1', title: '洁净家园', since: NOON, until: NOON + 2 * HOUR },
    });
    expect(judge(there, arriveStep(hoursOf(2)))).toBe('elsewhere');
    expect(judge(there, arriveStep(hours))).toBe('taken');
    expect(judge(there, arriveStep(hoursOf(2, { codeStep: 10, in: actAt(NOON + 2 * HOUR) })))).toBe('code');
  });

  it('end the visit by a code of their own, and count for the day’s cap', () => {
    const there = checkedIn(hours);
    const left = applyStep(there, creditStep(hours, there));
    expect(left).toMatchObject({
      balance: 400,
      codeSteps: [10, 11],
      visiting: null,
      counters: { [CAP]: 400 },
    });
    expect(left.page.lines).toMatchObject([{ occurredAt: NOON + 2 * HOUR, contra: 'issue:professional' }]);
    // Computed before those hours, other hours of the day do not land.
    expect(judge(left, creditStep(hoursOf(2), left))).toBe('counter');
  });

  it('leave no line where they earned nothing, but the visit ends', () => {
    for (const credit of [null, { ...hours.credit!, points: 0 }]) {
      const short = hoursOf(1, { credit });
      const there = checkedIn(short);
      const left = applyStep(there, creditStep(short, there));
      expect(left).toMatchObject({ balance: 0, lineCount: 0, visiting: null, codeSteps: [10, 11] });
      expect(judge(left, creditStep(short, left))).toBe('taken');
    }
  });

  it('leave another visit alone, which began after this one was forgotten', () => {
    const other = checkedIn(hoursOf(2));
    const credited = applyStep(other, creditStep(hours, other));
    expect(credited).toMatchObject({ balance: 400, visiting: { attendanceId: 's2#p#1' } });
  });
});

describe('an attendance that is refused', () => {
  it('can land no more, and its visit ends', () => {
    const hours = hoursOf(1);
    const there = checkedIn(hours);
    const refused = burnSteps(hours).reduce((book, step) => applyStep(book, step(book)), NEW_PASSBOOK);
    expect(judge(refused, arriveStep(hours))).toBe('burnt');
    expect(judge(refused, creditStep(hours, refused))).toBe('burnt');
    const [, end] = burnSteps(hours);
    expect(applyStep(there, end!(there)).visiting).toBeNull();
    const elsewhere = checkedIn(hoursOf(2));
    expect(applyStep(elsewhere, end!(elsewhere)).visiting).not.toBeNull();
  });
});

describe('an attendance that is taken back', () => {
  const undo = undoBy('p_teller');
  const takenBack = (attendance: Attendance, from: Passbook) => {
    const credited = applyStep(from, creditStep(attendance, from));
    const aside = applyStep(credited, setAsideStep(creditLine(attendance)!, undo)!);
    return applyStep(aside, undoStep(attendance, undo, aside));
  };

  it('gives back its points, and its hours to the day’s cap', () => {
    const visit = takenBack(attendanceOf(1), NEW_PASSBOOK);
    expect(visit).toMatchObject({ balance: 0, available: 0 });
    expect(visit.counters).toEqual({});
    const hours = hoursOf(1);
    const back = takenBack(hours, checkedIn(hours));
    expect(back).toMatchObject({ balance: 0, held: 0, holds: {} });
    expect(counterOf(back, CAP)).toBe(0);
  });

  it('leaves a cap alone that nobody remembers any more', () => {
    const late = { ...undo, at: NOON + 30 * DAY };
    const hours = hoursOf(1);
    expect(undoStep(hours, late, NEW_PASSBOOK).counter).toBeNull();
    expect(undoStep(hours, undo, NEW_PASSBOOK).counter).toMatchObject({ key: CAP, add: -400 });
  });

  it('merely ends its visit where it had earned nothing yet', () => {
    const hours = hoursOf(1, { state: 'in', out: null, credit: null });
    const there = checkedIn(hours);
    const back = applyStep(there, undoStep(hours, undo, there));
    expect(back).toMatchObject({ visiting: null, balance: 0, lineCount: 0, codeSteps: [10] });
    expect(judge(back, undoStep(hours, undo, back))).toBe('taken');
  });

  it('can be for a quarter of an hour after the last scan', () => {
    expect(undoUntil(attendanceOf(1))).toBe(NOON + 15 * MINUTE);
    expect(undoUntil(hoursOf(1))).toBe(NOON + 2 * HOUR + 15 * MINUTE);
  });
});

describe('an award', () => {
  it('is one line, dated by who approved it', () => {
    expect(awardLine(awardOf())).toEqual({
      ...{ id: 'w_1', kind: 'earn', points: 5_000, title: '街道表彰', category: 'outstanding' },
      ...{ occurredAt: NOON + HOUR, bookedOn: RECORD_DAY, contra: 'issue:outstanding', reverses: null },
      source: { kind: 'award', id: 'w_1' },
      rate: { version: 1, inputs: { basis: 'award', ruleId: 'award', level: 'street' } },
    });
    expect(awardLine(awardOf({ decided: null })).occurredAt).toBe(NOON);
  });

  it('is credited once', () => {
    const book = live(NEW_BOOK, [
      awardStep(awardOf()),
      awardStep(awardOf()),
      awardStep(awardOf({ _id: 'w_2' })),
    ]);
    expect(book.passbook.balance).toBe(10_000);
  });
});

describe('what is told apart', () => {
  it('is every session, passbook, attempt, category and day', () => {
    const keys = [placeKey('s1', 'p'), placeKey('s2', 'p'), placeKey('s1', 'q')];
    const ids = keys.flatMap((key) => [attemptId(key, 1), attemptId(key, 2)]);
    expect(new Set(ids).size).toBe(6);
    const days = ['2026-11-20', '2026-11-21'];
    const caps = days.flatMap((day) => [
      capKey({ category: 'basic', day }),
      capKey({ category: 'professional', day }),
    ]);
    expect(new Set(caps).size).toBe(4);
  });
});
