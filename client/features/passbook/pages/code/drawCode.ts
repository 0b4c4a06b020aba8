import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { CODE_STEP_MS, codeStep, makeCode } from '../../../../../types/code';
import type { Instant } from '../../../../../types/day';
import type { KeptKey } from '../../codeKeyStore';

/** The check-in code that holds at this moment of the bank's clock. Needs no network. */
export function drawCode({ passbookId, key }: KeptKey, at: Instant): string {
  return makeCode(passbookId, codeStep(at), hexToBytes(key), (secret, message) =>
    hmac(sha256, secret, message),
  );
}

/** How long the code of this moment is shown, in whole seconds. */
export function secondsLeft(at: Instant): { left: number; total: number } {
  return { left: Math.ceil((CODE_STEP_MS - (at % CODE_STEP_MS)) / 1000), total: CODE_STEP_MS / 1000 };
}
