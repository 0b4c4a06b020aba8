import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { cardInForce, cardOfVersion } from '../../store/rateCards';
import { printRateCard } from '../../bank/print';

/** The card in force, or the one of a version. Without a branch named: the caller's own. */
export const current: Action<'rates', 'current'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const branchId = input.branchId ?? caller.homeBranch();
    if (!branchId) throw new BankError('NOT_FOUND', { what: 'branch' });
    const card = input.version
      ? await cardOfVersion(branchId, input.version, now)
      : await cardInForce(branchId, now, now);
    return printRateCard(card);
  },
};
