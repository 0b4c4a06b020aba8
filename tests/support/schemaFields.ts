import type * as v from 'valibot';

/** What the generator reads of a schema of the contract. */
interface Schema {
  type: string;
  entries?: Record<string, Schema>;
  options?: readonly unknown[];
  item?: Schema;
  wrapped?: Schema;
}

/** One place in an action's input, at any depth: its path, its schema, whether it may be left out. */
export interface Field {
  path: (string | number)[];
  schema: v.GenericSchema;
  type: string;
  isOptional: boolean;
}

/** Every field of an input, found by walking its schema along one valid value; fields left out are there too. */
export function fieldsOf(schema: v.GenericSchema, value: unknown): Field[] {
  return walk(schema as unknown as Schema, value, []);
}

function walk(schema: Schema, value: unknown, path: Field['path'], isOptional = false): Field[] {
  if (schema.wrapped) return walk(schema.wrapped, value, path, true);
  const own: Field = { path, schema: schema as never, type: schema.type, isOptional };
  if (schema.item) {
    const [first] = (value ?? []) as unknown[];
    return first === undefined ? [own] : [own, ...walk(schema.item, first, [...path, 0])];
  }
  const entries = schema.type === 'variant' ? branchFor(schema, value) : schema.entries;
  if (!entries) return [own];
  const given = (value ?? {}) as Record<string, unknown>;
  return [own, ...Object.entries(entries).flatMap(([key, inner]) => walk(inner, given[key], [...path, key]))];
}

/** Of a choice between objects, the entries of the one that has just the value's fields. */
function branchFor(schema: Schema, value: unknown): Schema['entries'] {
  const keys = Object.keys(value as object)
    .sort()
    .join();
  const fits = (option: Schema) => Object.keys(option.entries!).sort().join() === keys;
  return (schema.options as Schema[]).find(fits)?.entries;
}

/** The value at a path. */
export function at(value: unknown, path: Field['path']): unknown {
  return path.reduce((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);
}

/** A copy of the value with something else at a path; what is undefined is left out. */
export function put(value: unknown, [key, ...rest]: Field['path'], what: unknown): unknown {
  if (key === undefined) return what;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (index === key ? put(inner, rest, what) : inner));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: put(object[key], rest, what) };
}
