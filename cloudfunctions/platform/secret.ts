import { createHash, createHmac } from 'node:crypto';
import type { Hmac } from '../../types/code';

/** Shorter secrets could be guessed. */
const LEAST_SECRET = 32;

/** HMAC-SHA-256. */
export const hmac: Hmac = (key, message) => createHmac('sha256', key).update(message).digest();

/** SHA-256 in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Derives a key or code from the bank's master secret, which is an environment variable of the
 * functions and stands nowhere else.
 */
export function derive(message: string): Uint8Array {
  const secret = process.env.BANK_MASTER_SECRET ?? '';
  if (secret.length < LEAST_SECRET) throw new Error('BANK_MASTER_SECRET is missing or too short');
  return createHmac('sha256', secret).update(message).digest();
}

/** Whether the text is the code by which the street office sets the bank up. */
export function isSetUpCode(text: string): boolean {
  const expected = process.env.BANK_SET_UP_CODE ?? '';
  return expected.length >= 12 && sha256(text.trim().toUpperCase()) === sha256(expected.toUpperCase());
}
