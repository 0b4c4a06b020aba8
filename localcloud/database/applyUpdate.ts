import { update as mingoUpdate } from 'mingo';
import { DatabaseError } from './databaseError';
import { isPlainObject, type Document } from './ejson';

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pull',
  '$pullAll',
  '$pop',
  '$addToSet',
  '$currentDate',
  '$bit',
]);
const NEED_NUMBER = new Set(['$inc', '$mul', '$bit']);
const NEED_ARRAY = new Set(['$push', '$pull', '$pullAll', '$pop', '$addToSet']);

/**
 * Applies an update to `document` in place.
 *
 * @returns whether anything changed; the platform counts only changed documents as updated
 * @throws DatabaseError DATABASE_INVALID_OPERRATOR for an unknown operator, DATABASE_REQUEST_FAILED where
 *   MongoDB refuses (a number added to text, a field created inside null, two operators on one path)
 */
export function applyUpdate(document: Document, update: Document, query: Document): boolean {
  checkOperators(update);
  for (const [operator, changes] of Object.entries(update)) {
    for (const [path, operand] of Object.entries(changes as Document))
      checkTarget(document, operator, path, operand);
  }
  try {
    return mingoUpdate(document, update, [], needsPosition(update) ? query : {}).length > 0;
  } catch (error) {
    throw new DatabaseError('DATABASE_REQUEST_FAILED', (error as Error).message);
  }
}

function checkOperators(update: Document): void {
  const names = Object.keys(update);
  const unknown = names.find((name) => !OPERATORS.has(name));
  if (unknown !== undefined) {
    const what = unknown.startsWith('$') ? 'unknown update operator' : 'field beside update operators';
    throw new DatabaseError('DATABASE_INVALID_OPERRATOR', `${what}: ${unknown}`);
  }
  if (names.length === 0) throw new DatabaseError('INVALID_PARAM', 'the update is empty');
  for (const name of names) {
    if (!isPlainObject(update[name])) throw new DatabaseError('INVALID_PARAM', `${name} needs an object`);
  }
}

/** mingo passes over these in silence; MongoDB, and so the cloud, answers with an error. */
function checkTarget(document: Document, operator: string, path: string, operand: unknown): void {
  if (path.split('.').some((part) => part.startsWith('$'))) return;
  if (path === '_id') throw new DatabaseError('DATABASE_REQUEST_FAILED', '_id cannot be changed');
  if (path === '' || path.split('.').includes('')) {
    throw new DatabaseError('DATABASE_REQUEST_FAILED', `the path '${path}' has an empty field name`);
  }
  const { value, blockedBy } = reach(document, path);
  if (blockedBy !== undefined) {
    if (operator === '$unset' || operator === '$pull' || operator === '$pullAll' || operator === '$pop')
      return;
    throw new DatabaseError(
      'DATABASE_REQUEST_FAILED',
      `Cannot create field '${path}' in element {${blockedBy}}`,
    );
  }
  if (NEED_NUMBER.has(operator)) checkNumber(operator, path, value, operand);
  if (NEED_ARRAY.has(operator) && value !== undefined && !Array.isArray(value)) {
    throw new DatabaseError('DATABASE_REQUEST_FAILED', `${operator}: the field '${path}' is not an array`);
  }
}

function checkNumber(operator: string, path: string, value: unknown, operand: unknown): void {
  if (Number.isNaN(operand) || Number.isNaN(value)) {
    throw new DatabaseError('LOCALCLOUD_UNSUPPORTED', `${operator} with NaN at '${path}'`);
  }
  if (value !== undefined && typeof value !== 'number') {
    throw new DatabaseError(
      'DATABASE_REQUEST_FAILED',
      `Cannot apply ${operator} to a non-number at '${path}'`,
    );
  }
}

/** Follows a path through objects and numbered elements; `blockedBy` names what cannot hold the next field. */
function reach(document: Document, path: string): { value?: unknown; blockedBy?: string } {
  let value: unknown = document;
  let walked = '';
  for (const part of path.split('.')) {
    if (value === undefined) return {};
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(part)) return { blockedBy: `${walked}: an array` };
      value = value[Number(part)];
    } else if (isPlainObject(value)) {
      value = value[part];
    } else {
      return { blockedBy: `${walked}: ${JSON.stringify(value)}` };
    }
    walked = walked ? `${walked}.${part}` : part;
  }
  return { value };
}

const needsPosition = (update: Document): boolean =>
  Object.values(update).some((changes) =>
    Object.keys(changes as Document).some((path) => path.includes('$')),
  );
