import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { findCardInForce } from '../../store/rateCards';
import { rewardsOf } from '../../store/rewards';

/** What a branch's points buy, by the card in force. Without a branch named: the caller's own. */
export const catalogue: Action<'redemption', 'catalogue'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const branchId = input.branchId ?? caller.homeBranch();
    if (!branchId) throw new BankError('NOT_FOUND', { what: 'branch' });
    const [card, rewards] = await Promise.all([findCardInForce(branchId, now, now), rewardsOf(branchId)]);
    const offered = new Map(rewards.map((reward) => [reward._id, reward]));
    return {
      branchId,
      version: card?.version ?? null,
      rewards: (card?.prices ?? []).flatMap(({ rewardId, name, kind, lot, points, providerName }) => {
        const reward = offered.get(rewardId);
        if (!reward) return [];
        const { description, stock } = reward;
        return [{ rewardId, name, kind, lot, description, points, providerName, onHand: stock.onHand }];
      }),
    };
  },
};
