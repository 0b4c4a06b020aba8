import { find as mingoFind } from 'mingo';
import { aggregateDocuments } from './aggregateDocuments';
import { DatabaseError } from './databaseError';
import type { DocumentStore } from './documentStore';
import { isPlainObject, parseEjson, stringifyEjson, type Document } from './ejson';
import { countDocuments, sortOf, type FoundDocument } from './findDocuments';

/** A request body as the SDK sends it. */
export type DatabaseRequest = Record<string, unknown> & { action: string };

/** What requests cost; each invocation has its own. */
export interface DatabaseCost {
  documentsExamined: number;
  documentsReturned: number;
  aggregateExamined: number;
}

/** Given with each request: the bank's time for server dates, and whom to charge. */
export interface RequestContext {
  now: number;
  cost: DatabaseCost;
  log: (line: string) => void;
}

const MAX_RESULT_BYTES = 1024 * 1024;
const MAX_LIMIT = 1000;
const DEFAULT_AGGREGATE_LIMIT = 20;

type Action = (store: DocumentStore, request: DatabaseRequest, context: RequestContext) => object;

const ACTIONS: Record<string, Action> = {
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.insertDocument': insertDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregate,
  'database.addCollection': addCollection,
  'database.startTransaction': (store) => ({ transactionId: store.transactions.begin() }),
  'database.commitTransaction': (store, request) => {
    store.commit(store.transactions.get(String(request.transactionId)));
    return {};
  },
  'database.abortTransaction': (store, request) => {
    store.transactions.end(store.transactions.get(String(request.transactionId)));
    return {};
  },
};

/**
 * Carries out one request of the SDK's protocol.
 *
 * @returns the fields of the answer beside `requestId`
 * @throws DatabaseError, or DocumentLocked when the request has to wait for a transaction
 */
export function runDatabaseAction(
  store: DocumentStore,
  request: DatabaseRequest,
  context: RequestContext,
): object {
  const action = ACTIONS[request.action];
  if (!action) throw new DatabaseError('LOCALCLOUD_UNSUPPORTED', `database action ${request.action}`);
  return action(store, request, context);
}

function getDocument(store: DocumentStore, request: DatabaseRequest, context: RequestContext): object {
  const found = search(store, request, context, {
    sort: sortOf(parseField(request.order, context)),
    skip: Number(request.offset ?? 0),
    limit: Math.min(Number(request.limit ?? 100), MAX_LIMIT),
  });
  context.cost.documentsReturned += found.length;
  const list = request.projection
    ? project(found, parseField(request.projection, context))
    : found.map(({ text }) => text);
  return { data: { list: withinLimit(list) } };
}

function calculateDocument(store: DocumentStore, request: DatabaseRequest, context: RequestContext): object {
  const counter = { examined: 0 };
  const total = countDocuments(store.table(collectionOf(request)), parseQuery(request, context), counter);
  context.cost.documentsExamined += counter.examined;
  // Whatever had to be examined to be counted was asked for.
  context.cost.documentsReturned += Math.min(total, counter.examined);
  return { data: { total } };
}

function insertDocument(store: DocumentStore, request: DatabaseRequest, context: RequestContext): object {
  const documents = (request.data as string[]).map((text) => parseEjson(text, context.now) as Document);
  return {
    data: { insertedIds: store.insert(collectionOf(request), documents, transactionOf(store, request)) },
  };
}

function modifyDocument(store: DocumentStore, request: DatabaseRequest, context: RequestContext): object {
  const counter = { examined: 0 };
  const { matched, updated, upsertedId } = store.update(
    collectionOf(request),
    {
      query: parseQuery(request, context),
      change: parseField(request.data, context),
      multi: request.multi === true,
      replace: request.merge !== true,
      upsert: request.upsert === true,
    },
    counter,
    transactionOf(store, request),
  );
  context.cost.documentsExamined += counter.examined;
  context.cost.documentsReturned += matched;
  return { data: { updated, upsert_id: upsertedId } };
}

function modifyAndReturnDoc(store: DocumentStore, request: DatabaseRequest, context: RequestContext): object {
  const counter = { examined: 0 };
  const { matched, updated, document } = store.update(
    collectionOf(request),
    {
      query: parseQuery(request, context),
      change: parseField(request.data, context),
      multi: false,
      replace: false,
      upsert: false,
    },
    counter,
    transactionOf(store, request),
  );
  context.cost.documentsExamined += counter.examined;
  context.cost.documentsReturned += matched;
  return { data: { updated, doc: document && stringifyEjson(document) } };
}

function removeDocument(store: DocumentStore, request: DatabaseRequest, context: RequestContext): object {
  const counter = { examined: 0 };
  const query = parseQuery(request, context);
  const multi = request.multi === true;
  const deleted = store.remove(collectionOf(request), query, multi, counter, transactionOf(store, request));
  context.cost.documentsExamined += counter.examined;
  context.cost.documentsReturned += deleted;
  return { data: { deleted } };
}

function aggregate(store: DocumentStore, request: DatabaseRequest, context: RequestContext): object {
  const sent = request.stages as { stageKey: string; stageValue: string }[];
  const stages = sent.map(({ stageKey, stageValue }) => ({
    [stageKey]: parseEjson(stageValue, context.now),
  }));
  const counter = { examined: 0 };
  const collection = collectionOf(request);
  const documents = aggregateDocuments((name) => store.table(name), collection, stages, counter);
  context.cost.aggregateExamined += counter.examined;
  // The cloud cuts an aggregation that sets no limit of its own after 20 results, and says nothing.
  const cut = documents.length > DEFAULT_AGGREGATE_LIMIT && !stages.some((stage) => '$limit' in stage);
  if (cut)
    context.log(`aggregate on ${collection}: ${documents.length} results cut to 20, as it sets no limit()`);
  const list = (cut ? documents.slice(0, DEFAULT_AGGREGATE_LIMIT) : documents).map(stringifyEjson);
  return { data: { list: withinLimit(list) } };
}

function addCollection(store: DocumentStore, request: DatabaseRequest): object {
  const name = collectionOf(request);
  if (store.names().includes(name)) {
    throw new DatabaseError('DATABASE_REQUEST_FAILED', `Table exist: ${name}`);
  }
  store.addCollection({ name, indexes: [] });
  return {};
}

function search(
  store: DocumentStore,
  request: DatabaseRequest,
  context: RequestContext,
  options: Parameters<DocumentStore['find']>[2],
): FoundDocument[] {
  const counter = { examined: 0 };
  const query = parseQuery(request, context);
  const found = store.find(collectionOf(request), query, options, counter, transactionOf(store, request));
  context.cost.documentsExamined += counter.examined;
  return found;
}

function transactionOf(store: DocumentStore, request: DatabaseRequest) {
  return request.transactionId ? store.transactions.get(String(request.transactionId)) : undefined;
}

function collectionOf(request: DatabaseRequest): string {
  if (typeof request.collectionName === 'string') return request.collectionName;
  throw new DatabaseError('INVALID_PARAM', 'collectionName is missing');
}

const parseQuery = (request: DatabaseRequest, context: RequestContext): Document =>
  parseField(request.query, context);

/** Query, update, order and projection travel as Extended JSON text. */
function parseField(field: unknown, context: RequestContext): Document {
  if (field === undefined || field === null || field === '') return {};
  const value = typeof field === 'string' ? parseEjson(field, context.now) : field;
  if (!isPlainObject(value)) throw new DatabaseError('INVALID_PARAM', 'expected an object');
  return value;
}

function project(found: FoundDocument[], projection: Document): string[] {
  try {
    return found.map(({ document }) =>
      stringifyEjson(mingoFind([document], {}, projection as never).all()[0]),
    );
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError('DATABASE_INVALID_OPERRATOR', (error as Error).message);
  }
}

function withinLimit(list: string[]): string[] {
  const size = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size <= MAX_RESULT_BYTES) return list;
  throw new DatabaseError('DATABASE_REQUEST_FAILED', 'query result size exceeds the limit of 1 MB');
}
