import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { claimBranch } from '../../store/branches';

/** Opens a branch under a number that will begin all its passbooks'. */
export const createBranch: Action<'desk', 'createBranch'> = {
  may: ['street'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const { claimed, record } = await claimBranch({
      _id: input.branchId,
      name: input.name,
      serial: 0,
      createdAt: now,
      createdBy: caller.personId,
      requestId,
    });
    const mine = record.requestId === requestId && record.createdBy === caller.personId;
    if (!claimed && (!mine || record.name !== input.name))
      throw new BankError('ALREADY_EXISTS', { what: 'branch' });
    return { id: record._id, name: record.name };
  },
};
