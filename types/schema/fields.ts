import * as v from 'valibot';
import { CATEGORIES, PASSBOOK_KINDS } from '../entities';
import type { Points } from '../points';

/** Most points that one rule, price or award may name: ten thousand points. */
const MOST_POINTS: Points = 1_000_000;
const LAST_INSTANT = Date.UTC(2100, 0, 1);

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9:#_-]{1,96}$/));
export const branchId = v.pipe(v.string(), v.regex(/^\d{4}$/));
export const passbookId = v.pipe(v.string(), v.regex(/^\d{4}-\d{6}-\d$/));
export const requestId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));

/** One line of text that a person wrote; control characters are no part of a name. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most * 2),
    v.trim(),
    v.minLength(1),
    v.maxLength(most),
    v.regex(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/u),
  );

/** Text of several lines, which may be empty. */
export const prose = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most * 2),
    v.trim(),
    v.maxLength(most),
    v.regex(/^[^\u0000-\u0009\u000b-\u001f\u007f]*$/u),
  );

/** A mainland mobile number. */
export const phone = v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/));

/** A whole number from `least` to `most`, safe to count with. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

export const points = whole(1, MOST_POINTS);
export const lots = whole(1, 100);
export const instant = whole(0, LAST_INSTANT);
export const day = v.pipe(
  v.string(),
  v.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  v.check((value) => new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value),
);
export const category = v.picklist(CATEGORIES);
export const passbookKind = v.picklist(PASSBOOK_KINDS);

/** What a scanner read or a person typed; whether it is a code is decided later, with one answer. */
export const scanned = v.pipe(v.string(), v.maxLength(200));

/** A seat of a council: its party and number. */
export const seatId = v.pipe(v.string(), v.regex(/^(community|association|resident)-([1-9]|[12]\d|30)$/));
