import { BankError } from '../../../types/errors';
import { requireSameContent } from '../../bank/sameContent';
import { finishStockEntry } from '../../chains/stockEntry';
import type { Action } from '../../platform/serve';
import { claimStockEntry, getReward } from '../../store/rewards';

/** Enters goods that came in, or writes some off. The entry leads; the stock follows, once. */
export const stock: Action<'desk', 'stock'> = {
  may: ['manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { rewardId, kind, lots, reason } = input;
    const reward = await getReward(rewardId);
    if (!reward) throw new BankError('NOT_FOUND', { what: 'reward' });
    caller.requireAt(reward.branchId);
    const { record } = await claimStockEntry({
      _id: idFor('s'),
      branchId: reward.branchId,
      ...{ rewardId, kind, lots, reason },
      act: { by: caller.personId, at: now, requestId },
      state: 'entering',
      settled: false,
      refusal: null,
    });
    requireSameContent(record, { rewardId, kind, lots, reason });
    const { refusal } = await finishStockEntry(record);
    if (refusal) throw new BankError(refusal.code, refusal.details as never);
    const { stock: standing } = (await getReward(rewardId)) ?? reward;
    return { rewardId, stock: standing };
  },
};
