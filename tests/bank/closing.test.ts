import fc from 'fast-check';
import { bookAtEnd, closeDay, type DaySources, headAt } from '../../cloudfunctions/bank/closing';
import { bookStep, postLine } from '../../cloudfunctions/bank/ledger';
import { sha256 } from '../../cloudfunctions/platform/secret';
import { addDays, HOUR, startOfDay } from '../../types/day';
import type { DueLine } from '../../types/closing';
import type { Line, RateCard } from '../../types/entities';
import { lineOf, NEW_PASSBOOK } from '../support/arbitraries';
import { type Book, NEW_BOOK, take, turn } from '../support/book';

const DAY = '2026-11-20';
/** A card that pays any amount: a level each. */
const CARD = {
  version: 1,
  earning: [
    {
      id: 'any',
      basis: 'award',
      levels: Array.from({ length: 501 }, (_, n) => ({ level: `${n}`, title: '', points: n })),
    },
  ],
} as unknown as RateCard;
const noon = (day: string) => startOfDay(day) + 12 * HOUR;

/** Lines of three days, in the order of their days, enough to turn pages. */
const anyDays = fc
  .array(fc.record({ day: fc.constantFrom(0, 1, 2), points: fc.integer({ min: 1, max: 500 }) }), {
    maxLength: 40,
  })
  .map((lines) =>
    lines
      .sort((a, b) => a.day - b.day)
      .map(({ day, points }, n): Line => ({
        ...lineOf(`line${n}`, points),
        bookedOn: addDays(DAY, day),
        rate: { version: 1, inputs: { basis: 'award', ruleId: 'any', level: `${points}` } },
      })),
  );

const write = (book: Book, lines: readonly Line[]) =>
  lines.reduce((written, line) => take(written, postLine(line)).book, book);

const due = ({ id, points, bookedOn, rate }: Line): DueLine => ({
  ...{ id, points, passbookId: NEW_PASSBOOK._id, kind: 'earn', at: noon(bookedOn) },
  ...{ source: { kind: 'attendance', id }, rate, minutes: null, settled: true },
});

const sources = (book: Book, lines: readonly Line[], more: Partial<DaySources> = {}): DaySources => ({
  ...{ branchId: '0211', day: DAY, previous: null, orders: [], held: 0, cards: [CARD] },
  books: [bookAtEnd(book.passbook, book.pages, DAY, sha256)],
  due: lines.filter(({ bookedOn }) => bookedOn === DAY).map(due),
  ...more,
});

describe('the closing of a day, as a rule', () => {
  it('comes out: opening and movements are what is left, and nothing differs', () => {
    fc.assert(
      fc.property(anyDays, (lines) => {
        const closing = closeDay(sources(write(NEW_BOOK, lines), lines), sha256);
        const ofDay = lines.filter(({ bookedOn }) => bookedOn === DAY);
        expect(closing.outstanding).toBe(ofDay.reduce((sum, { points }) => sum + points, 0));
        expect(closing).toMatchObject({ opening: 0, lines: ofDay.length, inTransit: [], differences: [] });
      }),
    );
  });

  it('is the same whatever has come since, and in whatever order the records are read', () => {
    fc.assert(
      fc.property(anyDays, (lines) => {
        const ofDay = lines.filter(({ bookedOn }) => bookedOn === DAY);
        const then = closeDay(sources(write(NEW_BOOK, ofDay), ofDay), sha256);
        const now = sources(turn(write(NEW_BOOK, lines)), lines);
        expect(closeDay({ ...now, due: [...now.due].reverse() }, sha256)).toEqual(then);
      }),
    );
  });

  it('changes its hash with every point, line and record that it was made from', () => {
    fc.assert(
      fc.property(anyDays, fc.nat(), (lines, pick) => {
        const ofDay = lines.filter(({ bookedOn }) => bookedOn === DAY);
        fc.pre(ofDay.length > 0);
        const changed = ofDay.map((line, n) =>
          n === pick % ofDay.length ? { ...line, title: `${line.title}!` } : line,
        );
        const [one, other] = [ofDay, changed].map((each) =>
          closeDay(sources(write(NEW_BOOK, each), each), sha256),
        );
        expect(one!.hash).not.toBe(other!.hash);
      }),
    );
  });

  it('names every line without a record, and every record without its line', () => {
    fc.assert(
      fc.property(anyDays, (lines) => {
        const ofDay = lines.filter(({ bookedOn }) => bookedOn === DAY);
        const book = write(NEW_BOOK, ofDay);
        const unsourced = closeDay(sources(book, [], { due: [] }), sha256).differences;
        expect(unsourced.map(({ what, lineId }) => [what, lineId])).toEqual(
          ofDay.map(({ id }) => ['unsourced', id]),
        );
        const missing = closeDay(sources(NEW_BOOK, ofDay), sha256).differences;
        expect(missing.map(({ what, lineId }) => [what, lineId])).toEqual(
          ofDay.map(({ id }) => ['missing', id]),
        );
      }),
    );
  });

  it('has no head before the first line, and keeps it until the next', () => {
    const book = write(NEW_BOOK, [{ ...lineOf('one', 100), bookedOn: DAY }]);
    const pages = [...book.pages, book.passbook.page];
    expect(headAt(NEW_PASSBOOK._id, pages, addDays(DAY, -1), sha256)).toBeNull();
    const head = headAt(NEW_PASSBOOK._id, pages, DAY, sha256);
    expect(headAt(NEW_PASSBOOK._id, pages, addDays(DAY, 5), sha256)).toBe(head);
    expect(head).not.toBeNull();
  });
});

describe('the day on which a line is booked', () => {
  const line: Line = { ...lineOf('one', 100), bookedOn: DAY };
  const booked = (now: number, closedThrough?: string) =>
    bookStep(postLine(line), { ...NEW_PASSBOOK, closedThrough }, now).line!.bookedOn;

  it('is the day on which it comes, if that is later than what it tells of', () => {
    expect(booked(noon(DAY))).toBe(DAY);
    expect(booked(noon(addDays(DAY, 3)))).toBe(addDays(DAY, 3));
  });

  it('is never before what it tells of, though a clock was set back', () => {
    expect(booked(noon(addDays(DAY, -3)))).toBe(DAY);
  });

  it('is never a closed one', () => {
    expect(booked(noon(DAY), addDays(DAY, -1))).toBe(DAY);
    expect(booked(noon(DAY), DAY)).toBe(addDays(DAY, 1));
  });
});
