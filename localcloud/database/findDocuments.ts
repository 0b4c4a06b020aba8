import type { CollectionTable, StoredDocument } from './collectionTable';
import { compileQuery, type Matcher } from './compileQuery';
import { isPlainObject, parseEjson, type Document } from './ejson';
import { fieldValues } from './fieldValues';
import { encodeKeyPart } from './orderedKey';
import { walkPlan } from './walkPlan';
import { planQuery, type Sort } from './queryPlan';

export interface FoundDocument extends StoredDocument {
  document: Document;
}

export interface FindOptions {
  sort?: Sort;
  skip?: number;
  limit?: number;
}

/** Counts what a query cost: documents loaded and tested, as MongoDB's `docsExamined`. */
export interface ExaminedCounter {
  examined: number;
}

/** The documents that match, in order; without a sort in the order in which they are found. */
export function findDocuments(
  table: CollectionTable,
  query: Document,
  options: FindOptions,
  counter: ExaminedCounter,
): FoundDocument[] {
  const { sort = [], skip = 0, limit = Infinity } = options;
  const matches = compileQuery(query);
  const plan = planQuery(table, query, sort);
  const wanted = plan.sorted ? skip + limit : Infinity;
  const found = collectMatches(walkPlan(table, plan, wanted), matches, wanted, counter);
  return (plan.sorted ? found : sortDocuments(found, sort)).slice(skip, skip + limit);
}

/** How many documents match; examines none where an index tells the number by itself. */
export function countDocuments(table: CollectionTable, query: Document, counter: ExaminedCounter): number {
  if (Object.keys(query).length === 0) return table.count();
  const plan = planQuery(table, query, []);
  if (plan.kind === 'index' && plan.covered) {
    compileQuery(query);
    return plan.ranges.reduce((sum, range) => sum + plan.index.countRows(range), 0);
  }
  return collectMatches(walkPlan(table, plan, Infinity), compileQuery(query), Infinity, counter).length;
}

function collectMatches(
  candidates: Iterable<StoredDocument>,
  matches: Matcher,
  wanted: number,
  counter: ExaminedCounter,
): FoundDocument[] {
  const found: FoundDocument[] = [];
  if (wanted <= 0) return found;
  const seen = new Set<string>();
  for (const { id, text } of candidates) {
    if (seen.has(id)) continue;
    seen.add(id);
    counter.examined++;
    const document = parseEjson(text) as Document;
    if (!matches(document)) continue;
    found.push({ id, text, document });
    if (found.length >= wanted) break;
  }
  return found;
}

/** Sorts as MongoDB does: by type, then value; an array by its smallest (descending: greatest) element. */
export function sortDocuments<T extends { document: Document }>(found: T[], sort: Sort): T[] {
  if (sort.length === 0) return found;
  return found
    .map((entry) => ({ entry, key: sortKey(entry.document, sort) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ entry }) => entry);
}

function sortKey(document: Document, sort: Sort): Buffer {
  return Buffer.concat(
    sort.map(([field, order]) => {
      const parts = fieldValues(document, field).values.map((value) => encodeKeyPart(value, order));
      return parts.length === 1 ? parts[0]! : parts.sort(Buffer.compare)[0]!;
    }),
  );
}

/** Reads the SDK's order, `{field: 1 | -1, ...}` in the order of its keys. */
export function sortOf(order: unknown): Sort {
  if (!isPlainObject(order)) return [];
  return Object.entries(order).map(([field, direction]) => [field, Number(direction) < 0 ? -1 : 1]);
}
