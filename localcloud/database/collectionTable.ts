import type { CollectionDefinition, IndexDefinition } from './collectionDefinition';
import type { DataFile } from './dataFile';
import { DatabaseError } from './databaseError';
import { parseEjson, stringifyEjson, type Document } from './ejson';
import { duplicateKey, IndexTable, indexTableName } from './indexTable';

/** A document's stored text with its id. */
export interface StoredDocument {
  id: string;
  text: string;
}

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** One collection in the file: documents as Extended JSON text, and its index tables kept in step. */
export class CollectionTable {
  readonly indexes: IndexTable[];
  private readonly table: string;

  /** Creates what is missing, and builds anew an index whose definition has changed. */
  constructor(
    private readonly file: DataFile,
    readonly definition: CollectionDefinition,
  ) {
    this.table = `"c:${definition.name}"`;
    file.exec(`CREATE TABLE IF NOT EXISTS ${this.table} (id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`);
    this.dropForgottenIndexes();
    this.indexes = definition.indexes.map((index) => this.openIndex(index));
  }

  get name(): string {
    return this.definition.name;
  }

  read(id: string): string | undefined {
    const row = this.file.prepare(`SELECT doc FROM ${this.table} WHERE id = ?`).get(id) as
      { doc: string } | undefined;
    return row?.doc;
  }

  /** Up to `limit` documents in the order of their ids, of those between `from` and `to` (both exclusive). */
  scan(from: string | undefined, to: string | undefined, reverse: boolean, limit: number): StoredDocument[] {
    const bounds = [from !== undefined && 'id > ?', to !== undefined && 'id < ?']
      .filter(Boolean)
      .join(' AND ');
    const where = bounds ? `WHERE ${bounds}` : '';
    const values = [from, to].filter((bound) => bound !== undefined);
    return this.file
      .prepare(
        `SELECT id, doc AS text FROM ${this.table} ${where} ORDER BY id ${reverse ? 'DESC' : 'ASC'} LIMIT ?`,
      )
      .all(...values, limit) as StoredDocument[];
  }

  count(): number {
    return (this.file.prepare(`SELECT count(*) AS n FROM ${this.table}`).get() as { n: number }).n;
  }

  /** @throws DatabaseError DATABASE_REQUEST_FAILED when the id or a unique key is taken. */
  insert(id: string, document: Document): void {
    if (this.read(id) !== undefined) throw duplicateKey(this.name, '_id_');
    const text = this.checkedText(document);
    for (const index of this.indexes) index.add(id, document);
    this.file.prepare(`INSERT INTO ${this.table} (id, doc) VALUES (?, ?)`).run(id, text);
  }

  replace(id: string, before: Document, after: Document): void {
    const text = this.checkedText(after);
    for (const index of this.indexes) index.replace(id, before, after);
    this.file.prepare(`UPDATE ${this.table} SET doc = ? WHERE id = ?`).run(text, id);
  }

  remove(id: string, document: Document): void {
    for (const index of this.indexes) index.remove(id, document);
    this.file.prepare(`DELETE FROM ${this.table} WHERE id = ?`).run(id);
  }

  private checkedText(document: Document): string {
    const text = stringifyEjson(document);
    if (text.length > MAX_DOCUMENT_BYTES / 4 && Buffer.byteLength(text) > MAX_DOCUMENT_BYTES) {
      throw new DatabaseError('DATABASE_REQUEST_FAILED', 'document exceeds 16 MB');
    }
    return text;
  }

  private openIndex(definition: IndexDefinition): IndexTable {
    const wanted = JSON.stringify({ keys: definition.keys, unique: definition.unique ?? false });
    const known = this.file
      .prepare('SELECT definition, array_positions FROM index_definitions WHERE collection = ? AND name = ?')
      .get(this.name, definition.name) as { definition: string; array_positions: string } | undefined;
    if (known?.definition === wanted) {
      return new IndexTable(this.file, this.name, definition, JSON.parse(known.array_positions) as number[]);
    }
    return this.buildIndex(definition, wanted);
  }

  private buildIndex(definition: IndexDefinition, wanted: string): IndexTable {
    const index = new IndexTable(this.file, this.name, definition, []);
    const table = indexTableName(this.name, definition.name);
    this.file.exec(`DROP TABLE IF EXISTS "${table}"`);
    this.file.exec(
      `CREATE TABLE "${table}" (key BLOB NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID`,
    );
    this.file
      .prepare("INSERT OR REPLACE INTO index_definitions VALUES (?, ?, ?, '[]')")
      .run(this.name, definition.name, wanted);
    for (let rows = this.scan(undefined, undefined, false, 1000); rows.length > 0;) {
      for (const { id, text } of rows) index.add(id, parseEjson(text));
      rows = this.scan(rows.at(-1)!.id, undefined, false, 1000);
    }
    return index;
  }

  private dropForgottenIndexes(): void {
    const known = this.file.prepare('SELECT name FROM index_definitions WHERE collection = ?').all(this.name);
    for (const { name } of known as { name: string }[]) {
      if (this.definition.indexes.some((index) => index.name === name)) continue;
      this.file.exec(`DROP TABLE IF EXISTS "${indexTableName(this.name, name)}"`);
      this.file
        .prepare('DELETE FROM index_definitions WHERE collection = ? AND name = ?')
        .run(this.name, name);
    }
  }
}
