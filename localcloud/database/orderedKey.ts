import { isDate, isRegExp } from './ejson';

/** Stands for the value of an empty array in an index; sorts before null, as MongoDB's undefined does. */
export const EMPTY_ARRAY = Symbol('empty array');

/** No component of a key starts with this byte, so `prefix + KEY_END` lies after every key with that prefix. */
export const KEY_END = Buffer.from([0xff]);

const TYPE = {
  emptyArray: 0x05,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  boolean: 0x70,
  date: 0x80,
  regExp: 0xa0,
} as const;

/**
 * Encodes one value so that comparing bytes compares values as MongoDB does: first by type
 * (null, numbers, strings, objects, arrays, booleans, dates), then within the type.
 * The encoding of one value is never the beginning of another's, so encodings can be strung together.
 *
 * @param order -1 inverts the bytes, for a descending field.
 */
export function encodeKeyPart(value: unknown, order: 1 | -1 = 1): Buffer {
  const encoded = encodeAscending(value);
  if (order === -1) for (let i = 0; i < encoded.length; i++) encoded[i] = 0xff - encoded[i]!;
  return encoded;
}

function encodeAscending(value: unknown): Buffer {
  if (value === EMPTY_ARRAY) return Buffer.from([TYPE.emptyArray]);
  if (value === null || value === undefined) return Buffer.from([TYPE.null]);
  if (typeof value === 'string') return encodeText(TYPE.string, value);
  if (typeof value === 'number') return encodeNumber(TYPE.number, value);
  if (typeof value === 'boolean') return Buffer.from([TYPE.boolean, value ? 1 : 0]);
  if (isDate(value)) return encodeNumber(TYPE.date, value.getTime());
  if (Array.isArray(value)) return encodeText(TYPE.array, JSON.stringify(value));
  if (isRegExp(value)) return encodeText(TYPE.regExp, String(value));
  return encodeText(TYPE.object, JSON.stringify(value));
}

function encodeText(type: number, text: string): Buffer {
  const utf8 = Buffer.from(text, 'utf8');
  if (!utf8.includes(0)) {
    const encoded = Buffer.allocUnsafe(utf8.length + 3);
    encoded[0] = type;
    utf8.copy(encoded, 1);
    encoded[utf8.length + 1] = 0;
    encoded[utf8.length + 2] = 0;
    return encoded;
  }
  // A NUL inside the text is followed by 0xff, the end by a second NUL: a shorter text stays smaller.
  const bytes = [type];
  for (const byte of utf8) bytes.push(...(byte === 0 ? [0, 0xff] : [byte]));
  bytes.push(0, 0);
  return Buffer.from(bytes);
}

function encodeNumber(type: number, number: number): Buffer {
  const encoded = Buffer.alloc(9);
  encoded[0] = type;
  // NaN is smaller than every number: all zeros.
  if (Number.isNaN(number)) return encoded;
  encoded.writeDoubleBE(number === 0 ? 0 : number, 1);
  // IEEE 754 orders as bytes once the sign bit is flipped, and for negative numbers all the others too.
  if (encoded[1]! & 0x80) for (let i = 1; i < 9; i++) encoded[i] = 0xff - encoded[i]!;
  else encoded[1]! |= 0x80;
  return encoded;
}

/** Values that equality and ranges in an index can be trusted with. */
export function isKeyScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || isDate(value);
}

/** First byte of all values of the same type: the bracket that a range comparison stays in. */
export function keyTypeByte(value: unknown, order: 1 | -1): number {
  const type = encodeAscending(value)[0]!;
  return order === 1 ? type : 0xff - type;
}
