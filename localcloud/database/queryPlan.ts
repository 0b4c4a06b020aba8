import type { CollectionTable } from './collectionTable';
import type { Document } from './ejson';
import type { IndexTable, KeyRange } from './indexTable';
import { encodeKeyPart, KEY_END, keyTypeByte } from './orderedKey';
import { queryConstraints, type FieldConstraint, type QueryConstraints } from './queryConstraints';

export type Sort = [field: string, order: 1 | -1][];

/** A range of an index; the bytes of a key from `sortFrom` on give the order of the documents within it. */
export interface IndexRange extends KeyRange {
  sortFrom: number;
}

export type QueryPlan =
  | { kind: 'ids'; ids: string[]; sorted: boolean }
  | {
      kind: 'index';
      index: IndexTable;
      ranges: IndexRange[];
      reverse: boolean;
      sorted: boolean;
      covered: boolean;
    }
  | { kind: 'scan'; bounds: FieldConstraint; reverse: boolean; sorted: boolean };

// More points than this (from several $in) cost more than a wider range.
const MAX_RANGES = 1000;

/**
 * Chooses how to find the documents: by id; else the index that fixes most fields by equality, then by a range,
 * then gives the wanted order; else the whole collection.
 */
export function planQuery(table: CollectionTable, query: Document, sort: Sort): QueryPlan {
  const constraints = queryConstraints(query);
  const ids = constraints.fields.get('_id')?.equals;
  if (ids) {
    const found = ids.filter((id): id is string => typeof id === 'string');
    return { kind: 'ids', ids: found, sorted: sort.length === 0 || found.length < 2 };
  }
  let { plan: best, score: bestScore } = planScan(constraints, sort);
  for (const index of table.indexes) {
    const { plan, score } = planIndex(index, constraints, sort);
    if (score > bestScore) [best, bestScore] = [plan, score];
  }
  return best;
}

interface ScoredPlan {
  plan: QueryPlan;
  score: number;
}

/** Walks the collection in the order of its ids, within the bounds that the query sets on `_id`. */
function planScan(constraints: QueryConstraints, sort: Sort): ScoredPlan {
  const onId = constraints.fields.get('_id') ?? {};
  const bounds = {
    ...(typeof onId.lower?.value === 'string' && { lower: onId.lower }),
    ...(typeof onId.upper?.value === 'string' && { upper: onId.upper }),
  };
  const byId = sort.length === 1 && sort[0]![0] === '_id';
  const score = (bounds.lower || bounds.upper ? 4 : 0) + (byId ? 5 : 0);
  const reverse = byId && sort[0]![1] === -1;
  return { plan: { kind: 'scan', bounds, reverse, sorted: byId || sort.length === 0 }, score };
}

function planIndex(index: IndexTable, constraints: QueryConstraints, sort: Sort): ScoredPlan {
  let ranges: IndexRange[] = [{ start: Buffer.alloc(0), end: KEY_END, sortFrom: 0 }];
  let used = 0;
  let covered = constraints.exact;
  let ranged = false;
  for (; used < index.keys.length; used++) {
    const { field, order } = index.keys[used]!;
    const constraint = constraints.fields.get(field);
    if (!constraint?.equals || ranges.length * constraint.equals.length > MAX_RANGES) break;
    const parts = constraint.equals.map((value) => encodeKeyPart(value, order));
    // null also stands for a missing field, and an array's element for the array: only the matcher can tell.
    if (constraint.equals.includes(null) || index.arrayPositions.has(used)) covered = false;
    ranges = ranges.flatMap(({ start }) => parts.map((part) => pointRange(Buffer.concat([start, part]))));
  }
  const next = index.keys[used];
  const bounds = next && constraints.fields.get(next.field);
  if (next && bounds && (bounds.lower ?? bounds.upper)) {
    ranged = true;
    const throughArray = index.arrayPositions.has(used);
    if (throughArray || bounds.equals || !isPlainRange(bounds)) covered = false;
    ranges = ranges.map(({ start }) => boundedRange(start, bounds, next.order, throughArray));
  }
  if (used + (ranged ? 1 : 0) < constraints.fields.size) covered = false;
  const direction = sortDirection(index, used, constraints, sort);
  const sorted = direction !== undefined;
  // An index that only sorts is better than none; one that is used for nothing is not a plan.
  const score = used * 10 + (ranged ? 4 : 0) + (sorted && sort.length > 0 ? 5 : 0);
  return { plan: { kind: 'index', index, ranges, reverse: direction === -1, sorted, covered }, score };
}

/** The direction in which to walk the index so that documents come in the wanted order, if it can give it. */
function sortDirection(
  index: IndexTable,
  fixed: number,
  constraints: QueryConstraints,
  sort: Sort,
): 1 | -1 | undefined {
  const isFixed = (field: string) => constraints.fields.get(field)?.equals?.length === 1;
  const wanted = sort.filter(([field]) => !isFixed(field));
  let direction: 1 | -1 | undefined;
  let position = fixed;
  for (const [field, order] of wanted) {
    const key = index.keys[position];
    if (!key) {
      // Rows with equal keys lie in the order of their ids.
      if (field === '_id' && (direction ?? order) === order) return order;
      return undefined;
    }
    if (key.field !== field || index.arrayPositions.has(position)) return undefined;
    const step = (key.order * order) as 1 | -1;
    if (direction !== undefined && step !== direction) return undefined;
    direction = step;
    position++;
  }
  return direction ?? 1;
}

function pointRange(key: Buffer): IndexRange {
  return { start: key, end: Buffer.concat([key, KEY_END]), sortFrom: key.length };
}

function boundedRange(
  prefix: Buffer,
  bounds: FieldConstraint,
  order: 1 | -1,
  throughArray: boolean,
): IndexRange {
  const { lower } = bounds;
  // `{$gte: 3, $lte: 5}` is met by an array with one element below and one above: no element need lie between.
  const upper = throughArray && lower ? undefined : bounds.upper;
  const type = keyTypeByte((lower ?? upper)!.value, order);
  const first = order === 1 ? lower : upper;
  const last = order === 1 ? upper : lower;
  const start = first ? edge(first.value, order, !first.inclusive) : Buffer.from([type]);
  const end = last ? edge(last.value, order, last.inclusive) : Buffer.from([type + 1]);
  return {
    start: Buffer.concat([prefix, start]),
    end: Buffer.concat([prefix, end]),
    sortFrom: prefix.length,
  };
}

/** The bytes between the bounds are exactly the values between them: one type, and no NaN below the upper bound. */
function isPlainRange({ lower, upper }: FieldConstraint): boolean {
  if (lower && upper) return keyTypeByte(lower.value, 1) === keyTypeByte(upper.value, 1);
  return lower !== undefined || typeof upper?.value !== 'number';
}

function edge(value: unknown, order: 1 | -1, after: boolean): Buffer {
  const part = encodeKeyPart(value, order);
  return after ? Buffer.concat([part, KEY_END]) : part;
}
