import { Query } from 'mingo/query';
import { DatabaseError } from './databaseError';
import type { Document } from './ejson';
import { mingoContext } from './mingoContext';

export type Matcher = (document: Document) => boolean;

/**
 * @throws DatabaseError DATABASE_INVALID_OPERRATOR for an operator that is not MongoDB's,
 *   LOCALCLOUD_UNSUPPORTED for one that runs code.
 */
export function compileQuery(query: Document): Matcher {
  if (Object.keys(query).length === 0) return () => true;
  refuseScripts(query);
  try {
    const compiled = new Query(query, { scriptEnabled: false, context: mingoContext });
    return (document) => compiled.test(document);
  } catch (error) {
    throw new DatabaseError('DATABASE_INVALID_OPERRATOR', (error as Error).message);
  }
}

const NOT_HERE = new Set(['$where', '$function', '$accumulator', '$jsonSchema', '$text']);

function refuseScripts(query: unknown): void {
  if (query === null || typeof query !== 'object') return;
  for (const [key, value] of Object.entries(query)) {
    if (NOT_HERE.has(key)) throw new DatabaseError('LOCALCLOUD_UNSUPPORTED', `query operator ${key}`);
    refuseScripts(value);
  }
}
