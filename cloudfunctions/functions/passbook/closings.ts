import { BankError } from '../../../types/errors';
import { printClosing } from '../../bank/print';
import type { Action } from '../../platform/serve';
import { branchName } from '../../store/branches';
import { closingsOf, NEVER } from '../../store/closings';

const MOST_CLOSINGS = 31;

/** What a branch publishes of its closings, for everybody: figures and hashes, newest first. */
export const closings: Action<'passbook', 'closings'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const branchId = input.branchId ?? caller.homeBranch();
    const name = branchId ? await branchName(branchId, now) : null;
    if (!branchId || !name) throw new BankError('NOT_FOUND', { what: 'branch' });
    const found = await closingsOf(branchId, input.before ?? NEVER, MOST_CLOSINGS + 1);
    return {
      branchId,
      branchName: name,
      closings: found.slice(0, MOST_CLOSINGS).map(printClosing),
      more: found.length > MOST_CLOSINGS,
    };
  },
};
