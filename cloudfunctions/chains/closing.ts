import groupBy from 'lodash/groupBy';
import uniq from 'lodash/uniq';
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../types/day';
import type { Closing } from '../../types/closing';
import type { Branch, Line, SourceKind } from '../../types/entities';
import { bookAtEnd, closeDay, type DaySources } from '../bank/closing';
import { dueLines } from '../bank/dueLine';
import { sha256 } from '../platform/secret';
import {
  claimClosing,
  getClosing,
  ordersWaitingAt,
  pagesTurnedSince,
  passbooksToClose,
  recordsNamed,
  recordsOf,
  sealDay,
} from '../store/closings';
import { cardOfVersion } from '../store/rateCards';

/**
 * Closes a branch's day: seals it, so that nothing more can be booked on it, and holds its lines against its records.
 * Safe to repeat and to do twice at once: the first closing stands.
 * @throws Error when the day before is not closed yet
 */
export async function closeBranchDay(branch: Branch, day: Day, now: Instant): Promise<Closing> {
  const previous = dayOf(branch.createdAt) < day ? await getClosing(branch._id, addDays(day, -1)) : null;
  if (!previous && dayOf(branch.createdAt) < day)
    throw new Error(`${branch._id}: the day before ${day} is open`);
  await sealDay(branch._id, day);
  const closing = await makeClosing(branch._id, day, previous, now);
  // Read one after the other, sources can contradict each other for a moment; what is wrong stays wrong.
  const checked =
    closing.differences.length === 0 ? closing : await makeClosing(branch._id, day, previous, now);
  return (await claimClosing({ ...checked, closedAt: now })).record;
}

/** The closing of a sealed day, from what stands in the books. Writes nothing. */
async function makeClosing(branchId: string, day: Day, previous: Closing | null, now: Instant) {
  const [books, lines] = await readBooks(branchId, day);
  // The records after the lines: no line comes without its record.
  const [ofDay, waiting] = await Promise.all([
    recordsOf(branchId, day),
    ordersWaitingAt(branchId, startOfDay(addDays(day, 1))),
  ]);
  const known = new Set(dueLines(ofDay).map(({ id }) => id));
  const elsewhere = [...(previous?.inTransit ?? []), ...lines].filter(({ id }) => !known.has(id));
  const earlier = await recordsNamed(idsBySource(elsewhere));
  const due = [
    ...new Map([...dueLines(ofDay), ...dueLines(earlier)].map((line) => [line.id, line])).values(),
  ];
  const versions = uniq([...due, ...lines].flatMap(({ rate }) => (rate ? [rate.version] : [])));
  const sources: DaySources = {
    ...{ branchId, day, previous, books, due },
    orders: [...ofDay.orders, ...earlier.orders],
    held: waiting.reduce((held, order) => held + order.points, 0),
    cards: await Promise.all(versions.map((version) => cardOfVersion(branchId, version, now))),
  };
  return closeDay(sources, sha256);
}

/** Passbooks first: a page turned since then is still on the passbook as read. */
async function readBooks(branchId: string, day: Day) {
  const passbooks = await passbooksToClose(branchId);
  const turned = groupBy(await pagesTurnedSince(branchId, day), 'passbookId');
  const books = passbooks.map((passbook) => bookAtEnd(passbook, turned[passbook._id] ?? [], day, sha256));
  return [books, books.flatMap(({ lines }) => lines)] as const;
}

function idsBySource(lines: readonly Pick<Line, 'source'>[]): Record<SourceKind, string[]> {
  const of = (kind: SourceKind) =>
    uniq(lines.filter(({ source }) => source.kind === kind).map(({ source }) => source.id));
  return { attendance: of('attendance'), award: of('award'), order: of('order'), closure: of('closure') };
}
