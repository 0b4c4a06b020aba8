import { EARLY_CHECK_IN } from '../../types/doors';
import fc from 'fast-check';
import {
  countedMinutes,
  LATE_CHECK_OUT,
  latest,
  requireCheckInTime,
  requireCheckOutTime,
} from '../../cloudfunctions/bank/attendance';
import { HOUR, MINUTE } from '../../types/day';
import type { Session } from '../../types/entities';
import { codeOf, detailsOf } from '../support/refusal';

const startsAt = Date.UTC(2026, 10, 20, 2);
const session = { startsAt, endsAt: startsAt + 2 * HOUR, state: 'open' } as Session;

describe('the minutes that count', () => {
  it('lie within the session, whenever somebody came and left', () => {
    expect(countedMinutes(session, startsAt - 20 * MINUTE, startsAt + 30 * MINUTE)).toBe(30);
    expect(countedMinutes(session, startsAt + 30 * MINUTE, session.endsAt + HOUR)).toBe(90);
    expect(countedMinutes(session, startsAt, startsAt + 59_999)).toBe(0);
    expect(countedMinutes(session, startsAt - HOUR, startsAt - MINUTE)).toBe(0);
  });

  it('are whole, never negative, never more than the session has', () => {
    const anyMoment = fc.integer({ min: startsAt - 5 * HOUR, max: startsAt + 5 * HOUR });
    fc.assert(
      fc.property(anyMoment, anyMoment, (inAt, outAt) => {
        const minutes = countedMinutes(session, inAt, outAt);
        expect(Number.isInteger(minutes) && minutes >= 0 && minutes <= 120).toBe(true);
        expect(minutes * MINUTE).toBeLessThanOrEqual(Math.max(0, outAt - inAt));
      }),
    );
  });
});

describe('the doors of a session', () => {
  it('open half an hour before it and close with it; leaving is possible for two hours more', () => {
    const opensAt = startsAt - EARLY_CHECK_IN;
    for (const now of [opensAt, session.endsAt]) expect(() => requireCheckInTime(session, now)).not.toThrow();
    for (const now of [opensAt - 1, session.endsAt + 1])
      expect(detailsOf(() => requireCheckInTime(session, now))).toEqual({
        code: 'NOT_SESSION_TIME',
        details: { opensAt, closesAt: session.endsAt },
      });
    const last = session.endsAt + LATE_CHECK_OUT;
    for (const now of [opensAt, last]) expect(() => requireCheckOutTime(session, now)).not.toThrow();
    for (const now of [opensAt - 1, last + 1])
      expect(detailsOf(() => requireCheckOutTime(session, now))).toEqual({
        code: 'NOT_SESSION_TIME',
        details: { opensAt, closesAt: last },
      });
  });

  it('stay shut at a session that was called off', () => {
    expect(codeOf(() => requireCheckInTime({ ...session, state: 'cancelled' }, startsAt))).toBe(
      'SESSION_CANCELLED',
    );
  });
});

describe('of several attempts', () => {
  it('the newest counts, in whatever order they come', () => {
    const attempts = [2, 11, 1].map((attempt) => ({ attempt }));
    expect(latest(attempts)).toEqual({ attempt: 11 });
    expect(latest([])).toBeUndefined();
  });
});
