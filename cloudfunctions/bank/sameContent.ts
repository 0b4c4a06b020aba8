import { BankError } from '../../types/errors';
import { canonicalJson } from './canonical';

/**
 * A record's id derives from its request: sent again, the request must ask for what the record says.
 * @throws BankError REQUEST_REUSED when the id was used for something else
 */
export function requireSameContent<T extends object>(record: T, content: Partial<T>): void {
  for (const field of Object.keys(content) as (keyof T)[])
    if (canonicalJson(record[field]) !== canonicalJson(content[field]))
      throw new BankError('REQUEST_REUSED', {});
}
