import type { EarningRule, RateCard, RewardPrice } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { canonicalJson } from '../../bank/canonical';
import { checkCard } from '../../bank/rateCard';
import { rewardsOf } from '../../store/rewards';

/** What a person drafts: rules, and prices by reward. */
interface Drafted {
  earning: EarningRule[];
  prices: { rewardId: string; points: number }[];
  explanation: string;
}

/** A card's rules and prices as they will be printed. */
export type Wording = Pick<RateCard, 'earning' | 'prices' | 'explanation'>;

/**
 * Completes a draft with what the branch offers under each price, and refuses one that could not be a card.
 * @throws BankError BAD_INPUT, NOT_FOUND (reward)
 */
export async function completeWording(branchId: string, drafted: Drafted): Promise<Wording> {
  const rewards = await rewardsOf(branchId);
  const prices = drafted.prices.map(({ rewardId, points }): RewardPrice => {
    const reward = rewards.find((offered) => offered._id === rewardId);
    if (!reward) throw new BankError('NOT_FOUND', { what: 'reward' });
    const { name, kind, lot, providerId, providerName } = reward;
    return { rewardId, name, kind, lot, points, providerId, providerName };
  });
  const wording = { earning: drafted.earning, prices, explanation: drafted.explanation };
  checkCard(wording);
  return wording;
}

/**
 * A proposal must change something that is agreed on: rules or prices.
 * @throws BankError NOTHING_CHANGED
 */
export function requireChange(wording: Wording, base: Wording): void {
  const agreed = ({ earning, prices }: Wording) =>
    canonicalJson({ earning, prices: prices.map(({ rewardId, points }) => [rewardId, points]).sort() });
  if (agreed(wording) === agreed(base)) throw new BankError('NOTHING_CHANGED', {});
}
