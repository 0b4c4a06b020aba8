import { BankError, type ErrorCode } from '../../types/errors';

/** With which code a rule refuses. @throws whatever else it throws; Error if it does not refuse */
export function codeOf(rule: () => unknown): ErrorCode {
  return detailsOf(rule).code;
}

/** With which code a rule refuses, and what it tells about it. */
export function detailsOf(rule: () => unknown): { code: ErrorCode; details: object } {
  try {
    rule();
  } catch (error) {
    if (error instanceof BankError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('was not refused');
}
