import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { DocumentStore } from './database/documentStore';
import { parseEjson, type Document } from './database/ejson';

const BATCH = 500;

/**
 * Writes each collection to `<folder>/<collection>.json` as JSON Lines in Extended JSON: the form that CloudBase's
 * console imports and exports.
 *
 * @returns the number of documents by collection
 */
export async function exportCollections(
  store: DocumentStore,
  folder: string,
): Promise<Record<string, number>> {
  mkdirSync(folder, { recursive: true });
  const counts: Record<string, number> = {};
  for (const name of store.names()) {
    const table = store.table(name);
    const out = createWriteStream(join(folder, `${name}.json`));
    counts[name] = 0;
    for (let rows = table.scan(undefined, undefined, false, BATCH); rows.length > 0;) {
      counts[name] += rows.length;
      if (!out.write(rows.map(({ text }) => `${text}\n`).join(''))) await once(out, 'drain');
      rows = table.scan(rows.at(-1)!.id, undefined, false, BATCH);
    }
    out.end();
    await once(out, 'finish');
  }
  return counts;
}

/**
 * Reads what `exportCollections` wrote; collections without a file stay as they are.
 *
 * @returns the number of documents by collection
 * @throws DatabaseError DATABASE_REQUEST_FAILED when a document is there already; the lines up to 500 before it
 *   may have been stored
 */
export async function importCollections(
  store: DocumentStore,
  folder: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of store.names()) {
    const file = join(folder, `${name}.json`);
    if (!existsSync(file)) continue;
    counts[name] = 0;
    let batch: Document[] = [];
    const flush = (): void => {
      counts[name]! += store.insert(name, batch).length;
      batch = [];
    };
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      if (line.trim() === '') continue;
      batch.push(parseEjson(line) as Document);
      if (batch.length === BATCH) flush();
    }
    flush();
  }
  return counts;
}
