import type { ErrorCode, ErrorDetails } from '../../types/errors';

/** What the bank can refuse with, and what only the client knows: that no answer came. */
export type CallErrorCode = ErrorCode | 'NETWORK';

/** A call without a good answer: refused by the bank with its code, or NETWORK when nobody knows what became of it. */
export class CallError<C extends CallErrorCode = CallErrorCode> extends Error {
  override readonly name = 'CallError';
  constructor(
    readonly code: C,
    readonly details: C extends ErrorCode ? ErrorDetails[C] : object,
  ) {
    super(code);
  }
}

/** Narrows a caught value to one refusal: `if (isRefusal(error, 'INSUFFICIENT_POINTS')) error.details.available`. */
export function isRefusal<C extends CallErrorCode>(error: unknown, code: C): error is CallError<C> {
  return error instanceof CallError && error.code === code;
}

const UNANSWERED: readonly CallErrorCode[] = ['NETWORK', 'BUSY', 'INTERNAL'];

/** Whether nobody knows what became of the request: sent again, it must be the same one. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof CallError) || UNANSWERED.includes(error.code);
}
