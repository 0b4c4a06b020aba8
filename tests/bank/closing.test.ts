import fc from 'fast-check';
import { bookAtEnd, closeDay, type DaySources, headAt } from '../../cloudfunctions/bank/closing';
import { bookStep, holdPoints, postLine, reverseLine } from '../../cloudfunctions/bank/ledger';
import { sha256 } from '../../cloudfunctions/platform/secret';
import { addDays, HOUR, startOfDay } from '../../types/day';
import type { Closing, DueLine } from '../../types/closing';
import type { Line, RateCard, RateUse } from '../../types/entities';
import { lineOf, NEW_PASSBOOK } from '../support/arbitraries';
import { type Book, NEW_BOOK, take, turn } from '../support/book';
import { orderOf } from '../support/records';

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

/** By the card's level of so many points. */
function rateOf(points: number): RateUse {
  return { version: 1, inputs: { basis: 'award', ruleId: 'any', level: `${points}` } };
}

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
        rate: rateOf(points),
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

describe('the figures of a closing', () => {
  const of = (kind: Line['kind'], id: string, points: number, more: Partial<Line> = {}): Line => ({
    ...{ ...lineOf(id, points), kind, bookedOn: DAY },
    ...more,
  });
  const closed = (lines: Line[], more: Partial<DaySources> = {}) =>
    closeDay(sources(write(NEW_BOOK, lines), lines, more), sha256);

  it('tell what was earned by category, and all else by its kind', () => {
    const lines = [
      of('earn', 'a', 1_000),
      of('earn', 'b', 300, { category: 'professional' }),
      of('earn', 'c', 200),
      of('reverse', 'a:undo1', -400),
      of('correct', 'd', 50),
      of('expire', 'e', -20),
      of('donate', 'f', -30),
      of('import', 'g', 70),
    ];
    expect(closed(lines, { held: 90 })).toMatchObject({
      ...{ _id: `0211#${DAY}`, branchId: '0211', day: DAY, opening: 0, previousHash: '' },
      issued: { outstanding: 0, professional: 300, basic: 1_200 },
      ...{ corrected: -350, expired: -20, donated: -30, imported: 70, outstanding: 1_170 },
      ...{ held: 90, passbooks: 1, lines: 8, redeemed: [] },
    });
  });

  it('tell the rewards one by one, with lots and points of the orders that were paid', () => {
    const paid = [
      orderOf('o_1'),
      orderOf('o_2', { rewardId: 'r_cups', rewardName: '茶杯', lots: 1, points: 300 }),
      orderOf('o_3', { lots: 1, points: 500 }),
      orderOf('o_4', { rewardId: 'r_rice', rewardName: '大米', lots: 1, points: 900 }),
    ];
    const lines = [
      of('earn', 'a', 5_000),
      ...paid.map((order) =>
        of('redeem', order._id, -order.points, { source: { kind: 'order', id: order._id } }),
      ),
      of('redeem', 'o_9', -1, { source: { kind: 'order', id: 'unknown' } }),
      // What was taken back counts as corrected.
      of('reverse', 'o_3:undo1', 500, { source: { kind: 'order', id: 'o_3' } }),
    ];
    const provider = { providerId: 'm_shop' };
    expect(closed(lines, { orders: paid }).redeemed).toEqual([
      { ...provider, rewardId: 'r_cups', name: '茶杯', lots: 1, points: -300 },
      { ...provider, rewardId: 'r_masks', name: '口罩', lots: 3, points: -1_500 },
      { ...provider, rewardId: 'r_rice', name: '大米', lots: 1, points: -900 },
    ]);
  });

  it('go on from the day before, to which it is chained', () => {
    const lines = [of('earn', 'a', 500)];
    const first = { ...closed(lines), closedAt: 0 };
    const next = addDays(DAY, 1);
    const book = bookAtEnd(write(NEW_BOOK, lines).passbook, [], next, sha256);
    const second = closeDay(
      sources(NEW_BOOK, [], { day: next, previous: first, books: [book], due: [] }),
      sha256,
    );
    expect(second).toMatchObject({
      opening: 500,
      outstanding: 500,
      lines: 0,
      previousHash: first.hash,
      heads: {},
    });
    expect(second.differences).toEqual([]);
    expect(first.heads).toEqual({ [NEW_PASSBOOK._id]: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });
});

describe('a difference in a closing', () => {
  const earned: Line = { ...lineOf('deed', 100), bookedOn: DAY, rate: rateOf(100) };
  const differences = (change: Partial<DueLine>, more: Partial<DaySources> = {}, line = earned) =>
    closeDay(sources(write(NEW_BOOK, [line]), [], { due: [{ ...due(line), ...change }], ...more }), sha256)
      .differences;
  const about = { lineId: 'deed', found: 100 };

  it('is a line whose record says another amount or another passbook', () => {
    expect(differences({})).toEqual([]);
    expect(differences({ points: 90 })).toEqual([
      { ...about, what: 'amount', document: NEW_PASSBOOK._id, expected: 90 },
    ]);
    expect(differences({ passbookId: 'other' })).toEqual([
      { ...about, what: 'unsourced', document: NEW_PASSBOOK._id, expected: null },
    ]);
  });

  it('is a line that the card named would not pay', () => {
    const rate = { ...about, what: 'rate', document: 'deed' };
    expect(differences({ rate: rateOf(90) })).toEqual([{ ...rate, expected: 90 }]);
    expect(differences({}, { cards: [] })).toEqual([{ ...rate, expected: null }]);
    expect(differences({}, { cards: [{ ...CARD, version: 2 }, CARD] })).toEqual([]);
    expect(differences({ rate: null }, {}, { ...earned, rate: null })).toEqual([{ ...rate, expected: null }]);
  });

  it('is none where only the line says by which card', () => {
    expect(differences({ rate: null })).toEqual([]);
    expect(differences({ points: null })).toEqual([]);
  });

  it('is a passbook whose balance its own page does not come to', () => {
    const { passbook } = write(NEW_BOOK, [earned]);
    const wrong = { ...passbook, balance: 120 };
    const books = [bookAtEnd(wrong, [], DAY, sha256)];
    expect(differences({}, { books })).toEqual([
      { what: 'balance', document: NEW_PASSBOOK._id, lineId: null, found: 120, expected: 100 },
      { what: 'opening', document: `0211#${DAY}`, lineId: null, found: 120, expected: 100 },
    ]);
    const previous = { _id: '0211#before', outstanding: 5, hash: 'h', inTransit: [] as DueLine[] } as Closing;
    expect(differences({}, { previous })).toEqual([
      { what: 'opening', document: '0211#before', lineId: null, found: 100, expected: 105 },
    ]);
  });

  it('is a record that is settled and has no line, with what it should be', () => {
    const lost = { ...due(earned), id: 'lost', source: { kind: 'attendance', id: 'record' } as const };
    const lacking = (change: Partial<DueLine>) =>
      closeDay(sources(NEW_BOOK, [], { due: [{ ...lost, ...change }] }), sha256).differences;
    expect(lacking({})).toEqual([
      { what: 'missing', document: 'record', lineId: 'lost', found: null, expected: 100 },
    ]);
    const midnight = startOfDay(addDays(DAY, 1));
    for (const none of [{ settled: false }, { at: midnight }]) expect(lacking(none)).toEqual([]);
    expect(lacking({ at: midnight - 1 })).toHaveLength(1);
  });
});

describe('what is in transit at a day’s end', () => {
  const next = addDays(DAY, 1);
  const transit = (owed: DueLine[], lines: Line[] = []) =>
    closeDay(sources(write(NEW_BOOK, lines), [], { due: owed }), sha256).inTransit;
  const waiting = (id: string): DueLine => ({ ...due(lineOf(id, 100)), at: noon(DAY), settled: false });

  it('is what was decided and is on no passbook yet, in the order of its ids', () => {
    expect(transit([waiting('b'), waiting('c'), waiting('a')]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(transit([{ ...waiting('a'), settled: true }])).toEqual([]);
    expect(transit([{ ...waiting('a'), at: startOfDay(next) }])).toEqual([]);
    expect(transit([{ ...waiting('a'), at: startOfDay(next) - 1 }])).toHaveLength(1);
    expect(transit([waiting('a')], [{ ...lineOf('a', 100), bookedOn: DAY }])).toEqual([]);
  });

  it('is what was in transit the day before and still is, but nothing else of other days', () => {
    const before = { ...waiting('a'), at: noon(addDays(DAY, -1)) };
    expect(transit([before])).toEqual([]);
    const previous = {
      _id: '0211#before',
      outstanding: 0,
      hash: 'h',
      inTransit: [before],
    } as unknown as Closing;
    const closed = (settled: boolean) =>
      closeDay(sources(NEW_BOOK, [], { previous, due: [{ ...before, settled }] }), sha256);
    expect(closed(false).inTransit).toEqual([before]);
    expect(closed(true).differences).toMatchObject([{ what: 'missing', lineId: 'a' }]);
  });

  it('is told the same later, when its line has come', () => {
    const came = [{ ...lineOf('a', 100), bookedOn: next }];
    expect(transit([{ ...waiting('a'), settled: true }], came)).toEqual(transit([waiting('a')]));
    const [difference] = closeDay(
      sources(write(NEW_BOOK, came), [], { due: [{ ...waiting('a'), settled: true }] }),
      sha256,
    ).differences;
    expect(difference).toBeUndefined();
  });
});

describe('a passbook at the end of a day', () => {
  const on = (id: string, points: number, ahead: number): Line => ({
    ...lineOf(id, points),
    bookedOn: addDays(DAY, ahead),
  });
  /** Lines of three days on three pages, the last of which is the passbook's own. */
  const book = () =>
    write(turn(write(turn(write(NEW_BOOK, [on('a', 100, 0)])), [on('b', 200, 0), on('c', 300, 1)])), [
      on('d', 400, 2),
    ]);
  const at = (ahead: number, { passbook, pages } = book()) =>
    bookAtEnd(passbook, pages, addDays(DAY, ahead), sha256);

  it('has the day’s lines, and the balance without what came later', () => {
    const told = [0, 1, 2, 3].map((ahead) => {
      const { balance, lines, later } = at(ahead);
      return [balance, lines.map(({ id }) => id), later];
    });
    expect(told).toEqual([
      [300, ['a', 'b'], ['c', 'd']],
      [600, ['c'], ['d']],
      [1_000, ['d'], []],
      [1_000, [], []],
    ]);
    expect(at(0)).toMatchObject({ passbookId: NEW_PASSBOOK._id, difference: null });
    expect(at(3).head).toBeNull();
  });

  it('is the same in whatever order its pages are read, whether or not its own is written away too', () => {
    const { passbook, pages } = book();
    for (const ahead of [0, 1, 2]) {
      expect(at(ahead, { passbook, pages: [...pages].reverse() })).toEqual(at(ahead));
      expect(at(ahead, { passbook, pages: turn({ passbook, pages }).pages })).toEqual(at(ahead));
    }
  });

  it('has a head that covers the passbook, the page and the lines up to then', () => {
    expect(new Set([0, 1, 2].map((ahead) => at(ahead).head)).size).toBe(3);
    const { passbook, pages } = book();
    expect(at(2, { passbook: { ...passbook, _id: 'other' }, pages }).head).not.toBe(at(2).head);
    const page = { ...passbook.page, previousHash: 'other' };
    expect(at(2, { passbook: { ...passbook, page }, pages }).head).not.toBe(at(2).head);
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

  it('is never before that of the line that it takes back', () => {
    const tomorrow = { ...line, bookedOn: addDays(DAY, 1) };
    const other = { ...lineOf('two', 100), bookedOn: addDays(DAY, 4) };
    const { passbook } = write(NEW_BOOK, [tomorrow, other]);
    const back = postLine(reverseLine(tomorrow, 'one:undo1', noon(DAY)));
    expect(bookStep(back, passbook, noon(DAY)).line!.bookedOn).toBe(addDays(DAY, 1));
    const unrelated = postLine({ ...lineOf('three', 100), bookedOn: DAY });
    expect(bookStep(unrelated, passbook, noon(DAY)).line!.bookedOn).toBe(DAY);
  });

  it('is none for a step without a line', () => {
    const hold = holdPoints('o_1', 100);
    expect(bookStep(hold, NEW_PASSBOOK, noon(DAY))).toEqual(hold);
  });

  it('is never a closed one', () => {
    expect(booked(noon(DAY), addDays(DAY, -1))).toBe(DAY);
    expect(booked(noon(DAY), DAY)).toBe(addDays(DAY, 1));
  });
});
