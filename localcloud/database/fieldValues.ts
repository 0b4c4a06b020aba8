import { isPlainObject } from './ejson';
import { EMPTY_ARRAY } from './orderedKey';

export interface FieldValues {
  values: unknown[];
  /** The path meets an array: the document has one index entry for each element. */
  throughArray: boolean;
}

/**
 * The values that a document has in an index on `path`, as MongoDB's multikey indexes take them:
 * every element of an array on the way, null where there is nothing.
 */
export function fieldValues(document: unknown, path: string): FieldValues {
  const found: FieldValues = { values: [], throughArray: false };
  collect(document, path.split('.'), 0, found);
  return found;
}

function collect(value: unknown, parts: string[], depth: number, found: FieldValues): void {
  if (Array.isArray(value)) {
    collectFromArray(value, parts, depth, found);
  } else if (depth === parts.length) {
    found.values.push(value ?? null);
  } else if (isPlainObject(value)) {
    collect(value[parts[depth]!], parts, depth + 1, found);
  } else {
    found.values.push(null);
  }
}

function collectFromArray(array: unknown[], parts: string[], depth: number, found: FieldValues): void {
  found.throughArray = true;
  if (depth === parts.length) {
    if (array.length === 0) found.values.push(EMPTY_ARRAY);
    else found.values.push(...array.map((element) => element ?? null));
    return;
  }
  // `lines.0.id` means the first line, `lines.id` the id of any line.
  if (/^\d+$/.test(parts[depth]!)) collect(array[Number(parts[depth])], parts, depth + 1, found);
  for (const element of array) {
    if (isPlainObject(element)) collect(element, parts, depth, found);
  }
  if (found.values.length === 0) found.values.push(null);
}
