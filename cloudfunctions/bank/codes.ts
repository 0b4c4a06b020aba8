import { base32, type CheckInCode, codeStep, type Hmac, isAuthentic, parseCode } from '../../types/code';
import type { Instant } from '../../types/day';
import { BankError } from '../../types/errors';

/** A phone whose clock runs a little off still shows a good code: one step to either side. */
const STEPS_TOLERATED = 1;
const VOUCHER_BYTES = 10;

/** HMAC under the bank's master secret; `message` names what is derived. */
export type Derive = (message: string) => Uint8Array;

/** The key that a passbook's phone draws its codes with. A new epoch makes every older phone's codes worthless. */
export function codeKey(derive: Derive, passbookId: string, epoch: number): Uint8Array {
  return derive(`check-in:${passbookId}:${epoch}`);
}

/**
 * Takes a scanned text for a check-in code. Proves nothing yet: see `verifyCode`.
 * @throws BankError CODE_INVALID
 */
export function readCode(text: string): CheckInCode {
  const code = parseCode(text);
  if (!code) throw new BankError('CODE_INVALID', {});
  return code;
}

/**
 * Makes sure that the passbook's own phone drew the code.
 * @throws BankError CODE_INVALID
 */
export function verifyCode(code: CheckInCode, key: Uint8Array, hmac: Hmac): void {
  if (!isAuthentic(code, key, hmac)) throw new BankError('CODE_INVALID', {});
}

/**
 * Makes sure that the code is being shown now.
 * @throws BankError CODE_STALE
 */
export function requireFresh(code: CheckInCode, now: Instant): void {
  if (Math.abs(codeStep(now) - code.step) > STEPS_TOLERATED) throw new BankError('CODE_STALE', {});
}

/** The code that collects an order: 80 bits, in groups that can be read out. */
export function voucherCode(derive: Derive, orderId: string): string {
  return grouped('GY2', base32(derive(`voucher:${orderId}`).slice(0, VOUCHER_BYTES)));
}

/** The code that accepts an invitation. */
export function invitationCode(derive: Derive, invitationId: string): string {
  return grouped('GY3', base32(derive(`invitation:${invitationId}`).slice(0, VOUCHER_BYTES)));
}

/** A typed or scanned code as it was issued: capitals, no matter which dashes or blanks came along. */
export function normalCode(text: string): string {
  const bare = text.toUpperCase().replace(/[\s\-—–.]/g, '');
  const match = /^(GY[23])([0-9A-Z]{16})$/.exec(bare);
  return match ? grouped(match[1]!, match[2]!) : '';
}

function grouped(prefix: string, body: string): string {
  return [prefix, ...(body.match(/.{4}/g) ?? [])].join('-');
}
