import sumBy from 'lodash/sumBy';
import { type Day, dayOf } from '../../types/day';
import type { Closing, Difference, DueLine } from '../../types/closing';
import {
  CATEGORIES,
  type Category,
  type CurrentPage,
  type Line,
  type Order,
  type Page,
  type Passbook,
  type RateCard,
} from '../../types/entities';
import type { Points } from '../../types/points';
import { canonicalJson, type Digest } from './canonical';
import { pointsOwed } from './dueLine';

/** So much of a head's digest is kept: 128 bits. */
const HEAD_LENGTH = 32;

/** What the closing reads of a passbook. */
export type ClosedPassbook = Pick<Passbook, '_id' | 'balance'> & {
  page: Pick<CurrentPage, 'no' | 'opening' | 'previousHash' | 'lines'>;
};
/** What it reads of a page that was turned on the day or later. */
export type ClosedPage = Pick<Page, 'passbookId' | 'no' | 'opening' | 'previousHash' | 'lines'>;

/** A passbook as it stood at the end of a day, whatever has come onto it since. */
export interface BookAtEnd {
  passbookId: string;
  balance: Points;
  /** Booked on the day. */
  lines: Line[];
  /** Ids of the lines that came after the day. */
  later: string[];
  /** Covers everything on the passbook up to the day's end; null where the day wrote nothing. */
  head: string | null;
  difference: Difference | null;
}

/** All that a day's closing is made from. */
export interface DaySources {
  branchId: string;
  day: Day;
  /** The closing of the day before; null on the branch's first day. */
  previous: Closing | null;
  books: BookAtEnd[];
  /** What the records of the day owe, and those of days before that were in transit or came late. */
  due: DueLine[];
  /** The orders that the lines paid for. */
  orders: Order[];
  /** Points of the orders that waited to be collected at the day's end. */
  held: Points;
  cards: RateCard[];
}

/**
 * Looks at a passbook as it stood at the end of a day.
 * @param turned its pages that were turned on the day or later, in any order
 */
export function bookAtEnd(
  passbook: ClosedPassbook,
  turned: readonly ClosedPage[],
  day: Day,
  digest: Digest,
): BookAtEnd {
  const { _id: passbookId, balance, page } = passbook;
  const pages = [...turned.filter(({ no }) => no < page.no), page].sort((a, b) => a.no - b.no);
  const all = pages.flatMap(({ lines }) => lines);
  const lines = all.filter(({ bookedOn }) => bookedOn === day);
  const later = all.filter(({ bookedOn }) => bookedOn > day);
  const stands = page.opening + sumBy(page.lines, 'points');
  return {
    passbookId,
    balance: balance - sumBy(later, 'points'),
    lines,
    later: later.map(({ id }) => id),
    head: lines.length > 0 ? headAt(passbookId, pages, day, digest) : null,
    difference:
      stands === balance
        ? null
        : { what: 'balance', document: passbookId, lineId: null, found: balance, expected: stands },
  };
}

/**
 * The head of a passbook at the end of a day: covers the lines up to then on the last page that has any, and through
 * that page's chain all pages before. Null where there is no line yet.
 */
export function headAt(
  passbookId: string,
  pages: readonly Pick<ClosedPage, 'no' | 'opening' | 'previousHash' | 'lines'>[],
  day: Day,
  digest: Digest,
): string | null {
  const upTo = pages.map((page) => ({
    ...page,
    lines: page.lines.filter(({ bookedOn }) => bookedOn <= day),
  }));
  const last = upTo.filter(({ lines }) => lines.length > 0).at(-1);
  if (!last) return null;
  const { no, opening, previousHash, lines } = last;
  return digest(canonicalJson({ passbookId, no, opening, previousHash, lines })).slice(0, HEAD_LENGTH);
}

/**
 * Closes a day: adds up its lines, holds them against what the records say, and chains it to the day before. The same
 * sources give the same closing. A difference stands in it with the document to look at; nothing is adjusted.
 */
export function closeDay(sources: DaySources, digest: Digest): Omit<Closing, 'closedAt'> {
  const { branchId, day, previous, books, held } = sources;
  const lines = books.flatMap((book) => book.lines);
  const opening = previous?.outstanding ?? 0;
  const outstanding = sumBy(books, 'balance');
  const moved = sumBy(lines, 'points');
  const content = {
    _id: `${branchId}#${day}`,
    branchId,
    day,
    opening,
    issued: issuedOf(lines),
    redeemed: redeemedOf(lines, sources.orders),
    corrected: sumOf(lines, 'reverse') + sumOf(lines, 'correct'),
    expired: sumOf(lines, 'expire'),
    donated: sumOf(lines, 'donate'),
    imported: sumOf(lines, 'import'),
    outstanding,
    held,
    passbooks: books.length,
    lines: lines.length,
    inTransit: inTransit(sources),
    differences: [
      ...books.flatMap(({ difference }) => difference ?? []),
      ...opens(sources, opening + moved, outstanding),
      ...againstRecords(sources),
    ],
    heads: Object.fromEntries(books.flatMap(({ passbookId, head }) => (head ? [[passbookId, head]] : []))),
    previousHash: previous?.hash ?? '',
  };
  return { ...content, hash: closingHash(content, digest) };
}

/** Covers all that the closing says, but not when it was made: made again, it is the same. */
export function closingHash(closing: Omit<Closing, 'hash' | 'closedAt'>, digest: Digest): string {
  return digest(canonicalJson(closing));
}

function sumOf(lines: readonly Line[], kind: Line['kind']): Points {
  return sumBy(
    lines.filter((line) => line.kind === kind),
    'points',
  );
}

function issuedOf(lines: readonly Line[]): Record<Category, Points> {
  const earned = (category: Category) =>
    lines.filter((line) => line.kind === 'earn' && line.category === category);
  return Object.fromEntries(
    CATEGORIES.map((category) => [category, sumBy(earned(category), 'points')]),
  ) as Record<Category, Points>;
}

function redeemedOf(lines: readonly Line[], orders: readonly Order[]): Closing['redeemed'] {
  const byId = new Map(orders.map((order) => [order._id, order]));
  const rows = new Map<string, Closing['redeemed'][number]>();
  for (const { kind, source, points } of lines) {
    const order = kind === 'redeem' ? byId.get(source.id) : undefined;
    if (!order) continue;
    const { rewardId, rewardName: name, providerId, lots } = order;
    const row = rows.get(rewardId) ?? { rewardId, name, providerId, lots: 0, points: 0 };
    rows.set(rewardId, { ...row, lots: row.lots + lots, points: row.points + points });
  }
  return [...rows.values()].sort((a, b) => (a.rewardId < b.rewardId ? -1 : 1));
}

/** What was decided by the day's end and came onto no passbook by then, but still may, or did later. */
function inTransit(sources: DaySources): DueLine[] {
  const { books } = sources;
  const booked = new Set(books.flatMap(({ lines }) => lines.map(({ id }) => id)));
  const later = new Set(books.flatMap((book) => book.later));
  return owedByTheEnd(sources)
    .filter(({ id, settled }) => !booked.has(id) && (!settled || later.has(id)))
    .map((line) => ({ ...line, settled: false }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Decided on the day, or in transit since before. What a record owed on other days, their closings looked at. */
function owedByTheEnd({ due, day, previous }: DaySources): DueLine[] {
  const waiting = new Set(previous?.inTransit.map(({ id }) => id));
  return due.filter(({ id, at }) => dayOf(at) === day || waiting.has(id));
}

/** The lines of the day against what the records owe: each line has its record, each record its line. */
function againstRecords(sources: DaySources): Difference[] {
  const { books, due, cards } = sources;
  const owed = new Map(due.map((line) => [line.id, line]));
  const cardOf = new Map(cards.map((card) => [card.version, card]));
  const here = new Set(books.flatMap(({ later }) => later));
  const differences = books.flatMap(({ passbookId, lines }) =>
    lines.flatMap((line) => {
      here.add(line.id);
      return differenceOf(line, passbookId, owed.get(line.id), cardOf) ?? [];
    }),
  );
  const missing = owedByTheEnd(sources).filter(({ id, settled }) => settled && !here.has(id));
  return [
    ...differences,
    ...missing.map(({ id, source, points }) => ({
      ...{ what: 'missing' as const, document: source.id, lineId: id },
      ...{ found: null, expected: points },
    })),
  ];
}

function differenceOf(
  line: Line,
  passbookId: string,
  due: DueLine | undefined,
  cards: Map<number, RateCard>,
): Difference | null {
  const { id: lineId, points: found } = line;
  if (due?.passbookId !== passbookId)
    return { what: 'unsourced', document: passbookId, lineId, found, expected: null };
  if (due.points !== null && due.points !== found)
    return { what: 'amount', document: passbookId, lineId, found, expected: due.points };
  const version = (due.rate ?? line.rate)?.version;
  const expected = pointsOwed(due, line, version === undefined ? undefined : cards.get(version));
  if (expected === found) return null;
  return { what: 'rate', document: due.source.id, lineId, found, expected };
}

function opens({ branchId, day, previous }: DaySources, adds: Points, outstanding: Points): Difference[] {
  if (adds === outstanding) return [];
  const document = previous?._id ?? `${branchId}#${day}`;
  return [{ what: 'opening', document, lineId: null, found: outstanding, expected: adds }];
}
