import type { IndexDefinition } from './collectionDefinition';
import type { DataFile } from './dataFile';
import { DatabaseError } from './databaseError';
import { fieldValues } from './fieldValues';
import { encodeKeyPart } from './orderedKey';

/** Keys from `start` up to, but without, `end`, in the byte order of orderedKey. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

export interface IndexRow {
  key: Buffer;
  id: string;
  text: string;
}

/**
 * One declared index: a SQLite table of ordered keys. A document has one row for each element where the index
 * runs through an array.
 */
export class IndexTable {
  readonly name: string;
  readonly keys: IndexDefinition['keys'];
  readonly unique: boolean;
  /** Positions in `keys` that have met an array in some document; kept in the file. */
  readonly arrayPositions: Set<number>;
  private readonly table: string;

  constructor(
    private readonly file: DataFile,
    private readonly collection: string,
    definition: IndexDefinition,
    arrayPositions: number[],
  ) {
    this.name = definition.name;
    this.keys = definition.keys;
    this.unique = definition.unique ?? false;
    this.arrayPositions = new Set(arrayPositions);
    this.table = indexTableName(collection, definition.name);
  }

  /** @throws DatabaseError DATABASE_REQUEST_FAILED when the index is unique and another document has the key. */
  add(id: string, document: unknown): void {
    for (const key of this.keysOf(document)) this.insert(key, id);
  }

  remove(id: string, document: unknown): void {
    for (const key of this.keysOf(document)) this.delete(key, id);
  }

  replace(id: string, before: unknown, after: unknown): void {
    const oldKeys = new Map(this.keysOf(before).map((key) => [key.toString('latin1'), key]));
    const newKeys = new Map(this.keysOf(after).map((key) => [key.toString('latin1'), key]));
    for (const [text, key] of oldKeys) if (!newKeys.has(text)) this.delete(key, id);
    for (const [text, key] of newKeys) if (!oldKeys.has(text)) this.insert(key, id);
  }

  /** Up to `limit` rows of the range with their documents, after (in scan order) the given row if any. */
  scan(range: KeyRange, reverse: boolean, after: IndexRow | undefined, limit: number): IndexRow[] {
    // CROSS JOIN keeps SQLite from walking the documents first.
    const select = `SELECT i.key, i.id, d.doc AS text FROM "${this.table}" i CROSS JOIN "c:${this.collection}" d ON d.id = i.id`;
    const rows = reverse
      ? this.file
          .prepare(
            `${select} WHERE (i.key, i.id) < (?, ?) AND i.key >= ? ORDER BY i.key DESC, i.id DESC LIMIT ?`,
          )
          .all(after?.key ?? range.end, after?.id ?? '', range.start, limit)
      : this.file
          .prepare(`${select} WHERE (i.key, i.id) > (?, ?) AND i.key < ? ORDER BY i.key, i.id LIMIT ?`)
          .all(after?.key ?? range.start, after?.id ?? '', range.end, limit);
    // libsql hands blobs out as ArrayBuffer.
    return (rows as { key: ArrayBuffer; id: string; text: string }[]).map((row) => ({
      ...row,
      key: Buffer.from(row.key),
    }));
  }

  countRows(range: KeyRange): number {
    const sql = `SELECT count(*) AS n FROM "${this.table}" WHERE key >= ? AND key < ?`;
    return (this.file.prepare(sql).get(range.start, range.end) as { n: number }).n;
  }

  private insert(key: Buffer, id: string): void {
    if (this.unique) {
      const other = this.file
        .prepare(`SELECT id FROM "${this.table}" WHERE key = ? AND id <> ? LIMIT 1`)
        .get(key, id);
      if (other) throw duplicateKey(this.collection, this.name);
    }
    this.file.prepare(`INSERT INTO "${this.table}" (key, id) VALUES (?, ?)`).run(key, id);
  }

  private delete(key: Buffer, id: string): void {
    this.file.prepare(`DELETE FROM "${this.table}" WHERE key = ? AND id = ?`).run(key, id);
  }

  private keysOf(document: unknown): Buffer[] {
    let keys: Buffer[][] = [[]];
    let arrayAt: number | undefined;
    this.keys.forEach(({ field, order }, position) => {
      const { values, throughArray } = fieldValues(document, field);
      if (throughArray) {
        // Two arrays would need every combination; MongoDB refuses such documents too.
        if (arrayAt !== undefined && values.length > 1 && keys.length > 1) {
          throw new DatabaseError('DATABASE_REQUEST_FAILED', `cannot index parallel arrays in ${this.name}`);
        }
        arrayAt = position;
        this.rememberArray(position);
      }
      const parts = distinct(values.map((value) => encodeKeyPart(value, order)));
      keys = keys.flatMap((key) => parts.map((part) => [...key, part]));
    });
    return keys.map((parts) => Buffer.concat(parts));
  }

  private rememberArray(position: number): void {
    this.arrayPositions.add(position);
    // Written each time: the write that set it first may have been rolled back.
    this.file
      .prepare('UPDATE index_definitions SET array_positions = ? WHERE collection = ? AND name = ?')
      .run(JSON.stringify([...this.arrayPositions]), this.collection, this.name);
  }
}

export const indexTableName = (collection: string, index: string): string => `i:${collection}:${index}`;

export function duplicateKey(collection: string, index: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key`,
  );
}

function distinct(parts: Buffer[]): Buffer[] {
  return parts.length < 2
    ? parts
    : [...new Map(parts.map((part) => [part.toString('latin1'), part])).values()];
}
