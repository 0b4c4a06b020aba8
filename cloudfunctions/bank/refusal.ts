import type { Refusal } from '../../types/entities';
import { BankError } from '../../types/errors';

/** What a rule refuses, to be kept with the record of what was asked for; null where it lets pass. */
export function refusalOf(rule: () => void): Refusal | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (!(error instanceof BankError)) throw error;
    return { code: error.code, details: error.details };
  }
}

/** A kept refusal as it was told the first time. */
export function refusedAs({ code, details }: Refusal): BankError {
  return new BankError(code, details as never);
}
