import type { CollectionTable, StoredDocument } from './collectionTable';
import type { IndexRow, IndexTable } from './indexTable';
import type { IndexRange, QueryPlan } from './queryPlan';

const FIRST_BATCH = 16;
const LARGEST_BATCH = 1000;

/**
 * The plan's candidates, loaded in batches so that a limited query reads no more than it needs.
 * A document may come more than once (several elements of an array in range).
 *
 * @param wanted how many will probably be taken; the first batch is that large
 */
export function walkPlan(table: CollectionTable, plan: QueryPlan, wanted: number): Iterable<StoredDocument> {
  if (plan.kind === 'ids') return walkIds(table, plan.ids);
  if (plan.kind === 'scan') return walkCollection(table, plan, wanted);
  const walks = plan.ranges.map((range) => walkRange(plan.index, range, plan.reverse, wanted));
  return walks.length === 1 ? walks[0]! : mergeWalks(walks, plan.ranges, plan.reverse);
}

function* walkIds(table: CollectionTable, ids: string[]): Iterable<StoredDocument> {
  for (const id of ids) {
    const text = table.read(id);
    if (text !== undefined) yield { id, text };
  }
}

function* walkCollection(
  table: CollectionTable,
  { bounds, reverse }: QueryPlan & { kind: 'scan' },
  wanted: number,
): Iterable<StoredDocument> {
  const edges = [bounds.lower, bounds.upper].map((bound) =>
    bound?.inclusive ? [...walkIds(table, [bound.value as string])] : [],
  );
  const [first, last] = reverse ? edges.reverse() : edges;
  yield* first!;
  let from = bounds.lower?.value as string | undefined;
  let to = bounds.upper?.value as string | undefined;
  for (let size = batchSize(wanted); ; size = grow(size)) {
    const rows = table.scan(from, to, reverse, size);
    yield* rows;
    if (rows.length < size) break;
    if (reverse) to = rows.at(-1)!.id;
    else from = rows.at(-1)!.id;
  }
  yield* last!;
}

function* walkRange(
  index: IndexTable,
  range: IndexRange,
  reverse: boolean,
  wanted: number,
): Generator<IndexRow> {
  let last: IndexRow | undefined;
  for (let size = batchSize(wanted); ; size = grow(size)) {
    const rows = index.scan(range, reverse, last, size);
    yield* rows;
    if (rows.length < size) return;
    last = rows.at(-1);
  }
}

/** Interleaves ranges so that what follows the fixed part of their keys comes in order. */
function* mergeWalks(
  walks: Generator<IndexRow>[],
  ranges: IndexRange[],
  reverse: boolean,
): Generator<IndexRow> {
  const heads = walks.map((walk, i) => ({ walk, from: ranges[i]!.sortFrom, row: next(walk) }));
  const live = heads.filter(({ row }) => row);
  const sign = reverse ? -1 : 1;
  while (live.length > 0) {
    let first = live[0]!;
    for (const head of live) {
      if (sign * compareRows(head.row!, head.from, first.row!, first.from) < 0) first = head;
    }
    yield first.row!;
    first.row = next(first.walk);
    if (!first.row) live.splice(live.indexOf(first), 1);
  }
}

function compareRows(a: IndexRow, aFrom: number, b: IndexRow, bFrom: number): number {
  const byKey = a.key.compare(b.key, bFrom, b.key.length, aFrom, a.key.length);
  return byKey !== 0 ? byKey : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function next(walk: Generator<IndexRow>): IndexRow | undefined {
  const { value, done } = walk.next();
  return done ? undefined : value;
}

const batchSize = (wanted: number): number =>
  Math.min(Math.max(wanted, 1), wanted === Infinity ? 256 : LARGEST_BATCH);

const grow = (size: number): number => Math.min(Math.max(size * 2, FIRST_BATCH), LARGEST_BATCH);
