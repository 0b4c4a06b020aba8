import { Aggregator } from 'mingo/aggregator';
import type { CollectionTable } from './collectionTable';
import { DatabaseError } from './databaseError';
import { isPlainObject, type Document } from './ejson';
import { findDocuments, sortOf, type ExaminedCounter, type FindOptions } from './findDocuments';
import { lookUp } from './lookUp';
import { mingoContext } from './mingoContext';

export type Stage = Document;
export type TableOf = (collection: string) => CollectionTable;

/** The stages that the cloud documents and mingo evaluates. */
const STAGES = new Set([
  '$match',
  '$sort',
  '$skip',
  '$limit',
  '$project',
  '$addFields',
  '$set',
  '$unset',
  '$group',
  '$lookup',
  '$unwind',
  '$count',
  '$replaceRoot',
  '$replaceWith',
  '$sortByCount',
  '$bucket',
  '$bucketAuto',
  '$sample',
]);

/**
 * Runs an aggregation. The leading $match, $sort, $skip and $limit go through the indexes, as does each $lookup;
 * the rest is computed on what they found.
 *
 * @throws DatabaseError LOCALCLOUD_UNSUPPORTED for other stages, DATABASE_INVALID_OPERRATOR for unknown operators
 */
export function aggregateDocuments(
  tableOf: TableOf,
  collection: string,
  stages: Stage[],
  counter: ExaminedCounter,
): Document[] {
  for (const stage of stages) checkStage(stage);
  const { query, options, used } = readLeadingStages(stages);
  const found = findDocuments(tableOf(collection), query, options, counter);
  let documents = found.map(({ document }) => document);
  for (let i = used; i < stages.length;) {
    const stage = stages[i]!;
    if ('$lookup' in stage) {
      documents = lookUp(documents, stage.$lookup as Document, (from, pipeline) =>
        aggregateDocuments(tableOf, from, pipeline, counter),
      );
      i++;
      continue;
    }
    const next = stages.findIndex((other, at) => at > i && '$lookup' in other);
    const end = next === -1 ? stages.length : next;
    documents = compute(documents, stages.slice(i, end));
    i = end;
  }
  return documents;
}

function checkStage(stage: Stage): void {
  const names = isPlainObject(stage) ? Object.keys(stage) : [];
  if (names.length !== 1) throw new DatabaseError('INVALID_PARAM', 'a stage has exactly one field');
  if (!STAGES.has(names[0]!))
    throw new DatabaseError('LOCALCLOUD_UNSUPPORTED', `aggregation stage ${names[0]}`);
}

/** What one indexed search can do: any $match, then at most one $sort, $skip and $limit in this order. */
function readLeadingStages(stages: Stage[]): { query: Document; options: FindOptions; used: number } {
  const conditions: Document[] = [];
  const options: FindOptions = {};
  let used = 0;
  while (stages[used] && '$match' in stages[used]!) conditions.push(stages[used++]!.$match as Document);
  const take = (name: string): unknown => {
    const stage = stages[used];
    if (!stage || !(name in stage)) return undefined;
    used++;
    return stage[name];
  };
  const sort = take('$sort');
  if (sort !== undefined) options.sort = sortOf(sort);
  const skip = take('$skip');
  if (skip !== undefined) options.skip = Number(skip);
  const limit = take('$limit');
  if (limit !== undefined) options.limit = Number(limit);
  const query =
    conditions.length === 1 ? conditions[0]! : conditions.length === 0 ? {} : { $and: conditions };
  return { query, options, used };
}

function compute(documents: Document[], stages: Stage[]): Document[] {
  try {
    return new Aggregator(stages, { scriptEnabled: false, context: mingoContext }).run(documents);
  } catch (error) {
    throw new DatabaseError('DATABASE_INVALID_OPERRATOR', (error as Error).message);
  }
}
