import { BankError } from '../../../types/errors';
import { requireSameContent } from '../../bank/sameContent';
import { NO_STOCK } from '../../bank/stock';
import type { Action } from '../../platform/serve';
import { getMerchant } from '../../store/members';
import { claimReward } from '../../store/rewards';
import { rewardRow } from './rewardRow';

/** Takes a reward in. It has stock once some is entered, and a price once a rate card gives it one. */
export const addReward: Action<'desk', 'addReward'> = {
  may: ['manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { branchId, providerId } = input;
    caller.requireAt(branchId);
    const { record } = await claimReward({
      _id: idFor('r'),
      ...input,
      providerName: await providerName(providerId, branchId),
      state: 'offered',
      stock: NO_STOCK,
      holds: {},
      ids: [],
      createdAt: now,
      createdBy: caller.personId,
      requestId,
    });
    requireSameContent(record, input);
    return rewardRow(record, null);
  },
};

async function providerName(providerId: string, branchId: string): Promise<string> {
  if (providerId === `counter:${branchId}`) return '储蓄所柜台';
  const merchant = await getMerchant(providerId);
  if (!merchant?.branchIds.includes(branchId)) throw new BankError('NOT_FOUND', { what: 'person' });
  return merchant.name;
}
