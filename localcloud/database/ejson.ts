import { DatabaseError } from './databaseError';

/** A document as it lives in memory: plain values, `Date`s and `RegExp`s. */
export type Document = Record<string, unknown>;

/**
 * Reads MongoDB Extended JSON, canonical or relaxed. Numbers become JavaScript numbers, `$date` a Date,
 * `$regularExpression` a RegExp, the SDK's server date the given time plus its offset.
 * Query and update operators ($gt, $set, ...) stay as they are.
 *
 * Not bson's EJSON: that one visits every key through a JSON.parse reviver, which is several times slower,
 * and every request and every document examined passes here.
 *
 * @throws DatabaseError LOCALCLOUD_UNSUPPORTED for types that the bank's documents never hold.
 */
export function parseEjson(text: string, serverTime: number = Date.now()): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes('"$') ? revive(value, serverTime) : value;
}

function revive(value: unknown, serverTime: number): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], serverTime);
    return value;
  }
  const object = value as Document;
  for (const key of Object.keys(object)) {
    if (key.charCodeAt(0) === DOLLAR && key in TYPED) return TYPED[key]!(object[key], serverTime);
    object[key] = revive(object[key], serverTime);
  }
  return object;
}

const DOLLAR = 36;

const TYPED: Record<string, (content: unknown, serverTime: number) => unknown> = {
  $numberInt: (content) => Number(content),
  $numberLong: (content) => Number(content),
  $numberDouble: (content) => Number(content),
  $undefined: () => null,
  $date: (content) => {
    if (typeof content === 'string' || typeof content === 'number') return new Date(content);
    return new Date(Number((content as { $numberLong: string }).$numberLong));
  },
  $regularExpression: (content) => {
    const { pattern, options } = content as { pattern: string; options?: string };
    return new RegExp(pattern, (options ?? '').replace(/[^dgimsuvy]/g, ''));
  },
  $tcb_server_date: (content, serverTime) => {
    const { offset } = revive(content, serverTime) as { offset?: number };
    return new Date(serverTime + (offset ?? 0));
  },
  ...Object.fromEntries(
    ['$oid', '$binary', '$numberDecimal', '$timestamp', '$symbol', '$code', '$minKey', '$maxKey'].map(
      (type) => [
        type,
        () => {
          throw new DatabaseError('LOCALCLOUD_UNSUPPORTED', `values of type ${type} are not kept here`);
        },
      ],
    ),
  ),
};

/**
 * Writes relaxed Extended JSON, the form that MongoDB's and CloudBase's own import and export use.
 * It is as exact as the canonical form for JavaScript values, half as long and far cheaper to read.
 *
 * @throws DatabaseError INVALID_PARAM for a field name that starts with `$` and for an invalid Date.
 */
export function stringifyEjson(value: unknown): string {
  return JSON.stringify(needsEncoding(value) ? encode(value) : value);
}

function needsEncoding(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value) || Object.is(value, -0);
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(needsEncoding);
  if (!isPlainObject(value)) return true;
  for (const key in value) {
    if (key.charCodeAt(0) === DOLLAR || needsEncoding((value as Document)[key])) return true;
  }
  return false;
}

function encode(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { $numberDouble: '-0.0' };
    return Number.isFinite(value) ? value : { $numberDouble: String(value) };
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(encode);
  if (isDate(value)) return encodeDate(value);
  if (isRegExp(value)) return { $regularExpression: { pattern: value.source, options: value.flags } };
  const encoded: Document = {};
  for (const [key, content] of Object.entries(value)) {
    if (key.charCodeAt(0) === DOLLAR) {
      throw new DatabaseError('INVALID_PARAM', `a field name may not start with $: ${key}`);
    }
    encoded[key] = encode(content);
  }
  return encoded;
}

function encodeDate(date: Date): Document {
  const time = date.getTime();
  if (Number.isNaN(time)) throw new DatabaseError('INVALID_PARAM', 'an invalid Date cannot be stored');
  const year = date.getUTCFullYear();
  return { $date: year >= 1970 && year <= 9999 ? date.toISOString() : { $numberLong: String(time) } };
}

// By tag, not instanceof: in Jest, values from Node's own modules belong to another realm.
const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

export const isDate = (value: unknown): value is Date => tagOf(value) === '[object Date]';

export const isRegExp = (value: unknown): value is RegExp => tagOf(value) === '[object RegExp]';

export const isPlainObject = (value: unknown): value is Document => tagOf(value) === '[object Object]';
