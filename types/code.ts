import type { Instant } from './day';

/** How long one check-in code is shown. */
export const CODE_STEP_MS = 30_000;

const PREFIX = 'GY1';
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MAC_BYTES = 10;

/** HMAC-SHA-256 of the message under the key; node:crypto on the server, @noble/hashes on the phone. */
export type Hmac = (key: Uint8Array, message: Uint8Array) => Uint8Array;

export interface CheckInCode {
  passbookId: string;
  step: number;
  mac: string;
}

/** The 30-second step of the bank's clock in which the moment falls. */
export function codeStep(at: Instant): number {
  return Math.floor(at / CODE_STEP_MS);
}

/** The check-in code of a passbook for one step: `GY1.<passbook number>.<step>.<mac>`. */
export function makeCode(passbookId: string, step: number, key: Uint8Array, hmac: Hmac): string {
  return `${signedPart(passbookId, step)}.${macOf(passbookId, step, key, hmac)}`;
}

/** Takes a scanned text apart; null unless it has the form of a check-in code. Says nothing of its truth. */
export function parseCode(text: string): CheckInCode | null {
  const match = /^GY1\.(\d{4}-\d{6}-\d)\.(\d{1,12})\.([0-9A-Z]{16})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  return { passbookId: match[1]!, step: Number(match[2]), mac: match[3]! };
}

/** Whether the code was made with this key. Takes the same time wherever it differs. */
export function isAuthentic(code: CheckInCode, key: Uint8Array, hmac: Hmac): boolean {
  const expected = macOf(code.passbookId, code.step, key, hmac);
  let difference = expected.length ^ code.mac.length;
  for (let i = 0; i < expected.length; i++) difference |= expected.charCodeAt(i) ^ code.mac.charCodeAt(i);
  return difference === 0;
}

/** Crockford's base 32: no I, L, O or U, so that a person can read it out. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(buffer << (5 - bits)) & 31] : text;
}

function signedPart(passbookId: string, step: number): string {
  return `${PREFIX}.${passbookId}.${step}`;
}

function macOf(passbookId: string, step: number, key: Uint8Array, hmac: Hmac): string {
  const message = signedPart(passbookId, step);
  const bytes = Uint8Array.from(message, (character) => character.charCodeAt(0));
  return base32(hmac(key, bytes).slice(0, MAC_BYTES));
}
