import { auditClosings, auditHeads } from '../../../cloudfunctions/bank/audit/closings';
import { bookAtEnd, closeDay, closingHash } from '../../../cloudfunctions/bank/closing';
import { postLine } from '../../../cloudfunctions/bank/ledger';
import { sha256 } from '../../../cloudfunctions/platform/secret';
import { addDays } from '../../../types/day';
import type { Closing } from '../../../types/closing';
import type { Branch, Line } from '../../../types/entities';
import { lineOf, NEW_PASSBOOK } from '../../support/arbitraries';
import { type Book, live, NEW_BOOK, turn } from '../../support/book';
import { NOON, RECORD_DAY } from '../../support/records';

const BRANCH = { _id: '0211', createdAt: NOON } as Branch;
const HERE = `passbooks ${NEW_PASSBOOK._id}`;
const on = (id: string, points: number, ahead: number) =>
  postLine({ ...lineOf(id, points), bookedOn: addDays(RECORD_DAY, ahead) });

const days = [0, 1, 2].map((ahead) => addDays(RECORD_DAY, ahead));

/** A page turned on the first day, nothing on the second, lines on the third. */
function writtenBook(): Book {
  const before = live(NEW_BOOK, [on('a', 100, 0), on('b', 200, 0)]);
  return live(turn(before), [on('c', 300, 0), on('d', 400, 2)]);
}

/** Its three days, each closed as the bank closes; what the lines came from is another matter. */
function threeClosings(): [Closing, Closing, Closing] {
  const { passbook, pages } = writtenBook();
  return days.reduce<Closing[]>((closed, day) => {
    const books = [bookAtEnd(passbook, pages, day, sha256)];
    const previous = closed.at(-1) ?? null;
    const sources = { branchId: '0211', day, previous, books, due: [], orders: [], held: 0, cards: [] };
    return [...closed, hashed({ ...closeDay(sources, sha256), differences: [], closedAt: NOON })];
  }, []) as [Closing, Closing, Closing];
}

function hashed({ hash: _hash, closedAt, ...content }: Closing): Closing {
  return { ...content, hash: closingHash(content, sha256), closedAt };
}

const audit = (...closings: Closing[]) => auditClosings(BRANCH, closings, sha256);
const finding = (promise: 'P2' | 'P5', { _id }: Closing, what: string) => ({
  ...{ promise, document: `closings ${_id}`, what },
});

describe('the audit of a branch’s closings (P5, P2)', () => {
  it('finds nothing in a whole chain, in whatever order it is read', () => {
    const [first, second, third] = threeClosings();
    expect(third).toMatchObject({ opening: 600, outstanding: 1_000 });
    expect(audit(third, first, second)).toEqual([]);
    expect(audit()).toEqual([]);
  });

  it('finds that a closing was changed after it was made', () => {
    const [first, second, third] = threeClosings();
    expect(audit(first, { ...second, passbooks: 2 }, third)).toEqual([
      finding('P5', second, 'has changed since it was made'),
    ]);
  });

  it('finds that a day is missing, the first one too', () => {
    const [first, second, third] = threeClosings();
    expect(audit(first, third)).toEqual([
      finding('P5', third, `the closing of ${days[1]} is missing before it`),
      finding('P5', third, 'is not chained to the day before'),
    ]);
    expect(audit(second, third)).toEqual([
      finding('P5', second, `the closing of ${days[0]} is missing before it`),
      finding('P5', second, 'is not chained to the day before'),
      finding('P2', second, 'opens with 600, not 0'),
    ]);
  });

  it('finds that a day opens with other than what was left', () => {
    const [first, second, third] = threeClosings();
    const richer = hashed({ ...third, opening: 601 });
    expect(audit(first, second, richer)).toEqual([finding('P2', third, 'opens with 601, not 600')]);
  });

  it('repeats the differences that a closing found', () => {
    const [first, second, third] = threeClosings();
    const unsound = hashed({
      ...third,
      differences: [
        { what: 'unsourced', document: 'p_1', lineId: 'a', found: 100, expected: null },
        { what: 'balance', document: 'p_2', lineId: null, found: 5, expected: 6 },
      ],
    });
    expect(audit(first, second, unsound)).toEqual([
      finding('P2', third, 'unsourced: p_1 a 100, expected null'),
      finding('P2', third, 'balance: p_2  5, expected 6'),
    ]);
  });
});

describe('the audit of a passbook by the heads that closings took of it (P5)', () => {
  const heads = ({ passbook, pages }: Book, closings: Closing[] = threeClosings()) =>
    auditHeads(passbook, pages, closings, sha256);
  const changed = ({ _id }: Closing) => ({
    ...{ promise: 'P5', document: HERE, what: `is not as it was when ${_id} was made` },
  });

  const withLines = (change: (lines: Line[]) => Line[]): Book => {
    const { passbook, pages } = writtenBook();
    const { page } = passbook;
    return { pages, passbook: { ...passbook, page: { ...page, lines: change(page.lines) } } };
  };

  it('finds nothing on one that is as it was, in whatever order its pages are read', () => {
    const [first, second] = threeClosings();
    expect(Object.keys(first.heads)).toEqual([NEW_PASSBOOK._id]);
    expect(second.heads).toEqual({});
    expect(heads(writtenBook())).toEqual([]);
    const { passbook, pages } = turn(writtenBook());
    expect(heads({ passbook, pages: [...pages].reverse() })).toEqual([]);
  });

  it('finds that a line was changed after its day was closed', () => {
    const [first, , third] = threeClosings();
    const retitled = withLines((lines) => lines.map((line) => ({ ...line, title: '改了' })));
    expect(heads(retitled)).toEqual([changed(first), changed(third)]);
    const later = withLines(([line, last]) => [line!, { ...last!, points: 1 }]);
    expect(heads(later)).toEqual([changed(third)]);
  });

  it('finds a line that was slipped into a day on which none was written, and one that was removed', () => {
    const [, second, third] = threeClosings();
    const slipped = withLines(([line, last]) => [line!, { ...line!, id: 'x', bookedOn: days[1]! }, last!]);
    expect(heads(slipped, [second])).toEqual([changed(second)]);
    expect(heads(withLines(([line]) => [line!]))).toEqual([changed(third)]);
  });

  it('does not look at a page that is written away while the passbook is still on it', () => {
    const book = writtenBook();
    const stale = turn(book).pages.at(-1)!;
    const other = stale.lines.map((line) => ({ ...line, bookedOn: days[1]! }));
    for (const lines of [stale.lines, [], other])
      expect(heads({ ...book, pages: [...book.pages, { ...stale, lines }] })).toEqual([]);
  });
});
