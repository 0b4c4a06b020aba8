import type { DocumentStore } from './documentStore';
import { parseEjson, type Document } from './ejson';
import { sortOf } from './findDocuments';

export interface CollectionReader<T extends object = Document> {
  /** All matching documents, without the platform's limits; `sort` as `{field: 1 | -1}`. */
  find(query?: Document, options?: { sort?: Record<string, 1 | -1>; skip?: number; limit?: number }): T[];
  findOne(query: Document): T | undefined;
  count(query?: Document): number;
  /** Seeds odd states: stores documents as they are. */
  insert(...documents: T[]): string[];
  /** Seeds odd states: an update with MongoDB's operators; says how many documents changed. */
  update(query: Document, change: Document): number;
  remove(query: Document): number;
}

/** Direct access for tests and audits; not counted, not delayed, not subject to faults. */
export class Database {
  constructor(private readonly store: DocumentStore) {}

  names(): string[] {
    return this.store.names();
  }

  /** @throws DatabaseError DATABASE_COLLECTION_NOT_EXIST */
  collection<T extends object = Document>(name: string): CollectionReader<T> {
    const { store } = this;
    const find: CollectionReader<T>['find'] = (query = {}, { sort, skip, limit } = {}) =>
      store
        .find(name, query, { sort: sortOf(sort), skip, limit }, { examined: 0 })
        .map(({ text }) => parseEjson(text) as T);
    store.table(name);
    return {
      find,
      findOne: (query) => find(query, { limit: 1 })[0],
      count: (query) => find(query).length,
      insert: (...documents) => store.insert(name, documents as Document[]),
      update: (query, change) =>
        store.update(name, { query, change, multi: true, replace: false, upsert: false }, { examined: 0 })
          .updated,
      remove: (query) => store.remove(name, query, true, { examined: 0 }),
    };
  }
}
