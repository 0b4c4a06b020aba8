import type { Action } from '../../platform/serve';
import { findCardInForce } from '../../store/rateCards';
import { rewardsOf } from '../../store/rewards';
import { rewardRow } from './rewardRow';

/** A branch's rewards with their stock, priced or not yet. */
export const rewards: Action<'desk', 'rewards'> = {
  may: ['teller', 'manager', 'councillor'],
  writes: false,
  async run({ input: { branchId }, caller, now }) {
    caller.requireAt(branchId);
    const [found, card] = await Promise.all([rewardsOf(branchId), findCardInForce(branchId, now, now)]);
    return { rewards: found.map((reward) => rewardRow(reward, card)) };
  },
};
