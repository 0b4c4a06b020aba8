import { randomBytes } from 'node:crypto';
import { BankStartError } from '../bankStartError';
import { applyUpdate } from './applyUpdate';
import type { CollectionDefinition } from './collectionDefinition';
import { CollectionTable } from './collectionTable';
import { compileQuery } from './compileQuery';
import { DataFile } from './dataFile';
import { DatabaseError } from './databaseError';
import { parseEjson, stringifyEjson, type Document } from './ejson';
import {
  findDocuments,
  sortDocuments,
  type ExaminedCounter,
  type FindOptions,
  type FoundDocument,
} from './findDocuments';
import { Transactions, type Transaction } from './transactions';

export interface UpdateRequest {
  query: Document;
  /** Update operators, or with `replace` the new document. */
  change: Document;
  multi: boolean;
  replace: boolean;
  upsert: boolean;
}

export interface UpdateResult {
  matched: number;
  updated: number;
  upsertedId?: string;
  /** The last document changed, as it is now. */
  document?: Document;
}

/** All collections, and what one request does to them: each call is atomic, and on disk when it returns. */
export class DocumentStore {
  readonly transactions = new Transactions();
  private readonly tables = new Map<string, CollectionTable>();
  private readonly file: DataFile;

  /** @throws BankStartError when the file cannot be used */
  constructor(dataFile: string, definitions: CollectionDefinition[]) {
    this.file = DataFile.open(dataFile);
    this.file.exec(
      `CREATE TABLE IF NOT EXISTS index_definitions
       (collection TEXT, name TEXT, definition TEXT, array_positions TEXT, PRIMARY KEY (collection, name))`,
    );
    try {
      for (const definition of definitions) this.addCollection(definition);
    } catch (cause) {
      this.file.close();
      if (!(cause instanceof DatabaseError)) throw cause;
      throw new BankStartError(
        'DATA_BREAKS_UNIQUE_INDEX',
        `The stored documents do not fit the declared indexes: ${cause.message}`,
        { cause },
      );
    }
  }

  addCollection(definition: CollectionDefinition): void {
    if (!/^[A-Za-z_][\w-]*$/.test(definition.name)) {
      throw new DatabaseError('INVALID_PARAM', `bad collection name: ${definition.name}`);
    }
    const table = this.file.atomically(() => new CollectionTable(this.file, definition));
    this.tables.set(definition.name, table);
  }

  /** @throws DatabaseError DATABASE_COLLECTION_NOT_EXIST */
  table(collection: string): CollectionTable {
    const table = this.tables.get(collection);
    if (table) return table;
    throw new DatabaseError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collection}.`);
  }

  names(): string[] {
    return [...this.tables.keys()];
  }

  find(
    collection: string,
    query: Document,
    options: FindOptions,
    counter: ExaminedCounter,
    transaction?: Transaction,
  ): FoundDocument[] {
    const table = this.table(collection);
    if (!transaction) return findDocuments(table, query, options, counter);
    return this.findInTransaction(transaction, table, query, options, counter);
  }

  /** @throws DatabaseError DATABASE_REQUEST_FAILED for a duplicate; then none of the documents is stored */
  insert(collection: string, documents: Document[], transaction?: Transaction): string[] {
    const table = this.table(collection);
    const withIds = documents.map((document) => ({ ...document, _id: idOf(document) }));
    if (transaction) {
      for (const document of withIds) {
        const [taken] = this.find(collection, { _id: document._id }, {}, { examined: 0 }, transaction);
        if (taken)
          throw new DatabaseError(
            'DATABASE_REQUEST_FAILED',
            'E11000 duplicate key error index: _id_ dup key',
          );
        this.transactions.write(transaction, collection, document._id, document);
      }
    } else {
      for (const { _id } of withIds) this.transactions.checkUnlocked(collection, _id);
      this.file.atomically(() => {
        for (const document of withIds) table.insert(document._id, document);
      });
      for (const { _id } of withIds) this.transactions.noteChange(collection, _id, undefined);
    }
    return withIds.map(({ _id }) => _id);
  }

  /** @throws DocumentLocked when a document is being written by a transaction: try again when that has ended */
  update(
    collection: string,
    request: UpdateRequest,
    counter: ExaminedCounter,
    transaction?: Transaction,
  ): UpdateResult {
    const table = this.table(collection);
    const limit = request.multi ? Infinity : 1;
    const found = this.find(collection, request.query, { limit }, counter, transaction);
    if (found.length === 0 && request.upsert) return this.upsert(collection, request, transaction);
    const changed = found.flatMap((entry) => {
      const after = changedDocument(entry, request);
      return after ? [{ ...entry, after }] : [];
    });
    if (transaction) {
      for (const { id, after } of changed) this.transactions.write(transaction, collection, id, after);
    } else if (changed.length > 0) {
      for (const { id } of changed) this.transactions.checkUnlocked(collection, id);
      this.file.atomically(() => {
        for (const { id, document, after } of changed) table.replace(id, document, after);
      });
      for (const { id, text } of changed) this.transactions.noteChange(collection, id, text);
    }
    return {
      matched: found.length,
      updated: changed.length,
      document: changed.at(-1)?.after ?? found.at(-1)?.document,
    };
  }

  remove(
    collection: string,
    query: Document,
    multi: boolean,
    counter: ExaminedCounter,
    transaction?: Transaction,
  ): number {
    const table = this.table(collection);
    const found = this.find(collection, query, { limit: multi ? Infinity : 1 }, counter, transaction);
    if (transaction) {
      for (const { id } of found) this.transactions.write(transaction, collection, id, null);
    } else if (found.length > 0) {
      for (const { id } of found) this.transactions.checkUnlocked(collection, id);
      this.file.atomically(() => {
        for (const { id, document } of found) table.remove(id, document);
      });
      for (const { id, text } of found) this.transactions.noteChange(collection, id, text);
    }
    return found.length;
  }

  /** @throws DatabaseError DATABASE_REQUEST_FAILED when a unique index forbids a write; nothing is written then */
  commit(transaction: Transaction): void {
    const befores: [string, string, string | undefined][] = [];
    try {
      this.file.atomically(() => {
        for (const { collection, id, document } of transaction.writes.values()) {
          const table = this.table(collection);
          const text = table.read(id);
          befores.push([collection, id, text]);
          const before = text === undefined ? undefined : (parseEjson(text) as Document);
          if (before && document) table.replace(id, before, document);
          else if (before) table.remove(id, before);
          else if (document) table.insert(id, document);
        }
      });
    } catch (error) {
      this.transactions.end(transaction);
      throw error;
    }
    for (const before of befores) this.transactions.noteChange(...before);
    this.transactions.end(transaction);
  }

  close(): void {
    this.file.close();
  }

  private upsert(collection: string, request: UpdateRequest, transaction?: Transaction): UpdateResult {
    const { _id } = request.query;
    const document: Document = typeof _id === 'string' ? { _id } : {};
    if (request.replace) Object.assign(document, request.change);
    else applyUpdate(document, request.change, {});
    const [upsertedId] = this.insert(collection, [document], transaction);
    return { matched: 0, updated: 0, upsertedId, document: { ...document, _id: upsertedId } };
  }

  private findInTransaction(
    transaction: Transaction,
    table: CollectionTable,
    query: Document,
    options: FindOptions,
    counter: ExaminedCounter,
  ): FoundDocument[] {
    const otherwise = new Set(this.transactions.changedIds(transaction, table.name));
    const stored = findDocuments(table, query, {}, counter).filter(({ id }) => !otherwise.has(id));
    const matches = compileQuery(query);
    for (const id of otherwise) {
      const text = this.textInTransaction(transaction, table, id);
      if (text === undefined) continue;
      const document = parseEjson(text) as Document;
      counter.examined++;
      if (matches(document)) stored.push({ id, text, document });
    }
    const { sort = [], skip = 0, limit = Infinity } = options;
    return sortDocuments(stored, sort).slice(skip, skip + limit);
  }

  private textInTransaction(
    transaction: Transaction,
    table: CollectionTable,
    id: string,
  ): string | undefined {
    const own = transaction.writes.get(`${table.name}\0${id}`);
    if (own) return own.document ? stringifyEjson(own.document) : undefined;
    return this.transactions.seenText(transaction, table.name, id, table.read(id));
  }
}

/** The document as the request leaves it, or undefined when that changes nothing. */
function changedDocument(
  { id, text, document }: FoundDocument,
  request: UpdateRequest,
): Document | undefined {
  if (!request.replace) {
    const after = parseEjson(text) as Document;
    return applyUpdate(after, request.change, request.query) ? after : undefined;
  }
  const after = { _id: id, ...request.change };
  return stringifyEjson(after) === stringifyEjson(document) ? undefined : after;
}

function idOf(document: Document): string {
  const { _id } = document;
  if (_id === undefined || _id === null) return randomBytes(16).toString('hex');
  if (typeof _id === 'string' && _id !== '') return _id;
  throw new DatabaseError('LOCALCLOUD_UNSUPPORTED', 'an _id is a text that is not empty');
}
