import type { Passbook } from '../../types/entities';
import { BankError } from '../../types/errors';

/**
 * Frozen and closed passbooks begin nothing new; what was begun is finished.
 * @throws BankError PASSBOOK_FROZEN, PASSBOOK_CLOSED
 */
export function requireActive(passbook: Passbook): void {
  if (passbook.status === 'frozen') throw new BankError('PASSBOOK_FROZEN', {});
  if (passbook.status === 'closed') throw new BankError('PASSBOOK_CLOSED', {});
}
