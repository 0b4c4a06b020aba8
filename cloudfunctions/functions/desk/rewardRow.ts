import type { RateCard, Reward } from '../../../types/entities';
import type { RewardRow } from '../../../types/routes';

export function rewardRow(reward: Reward, card: RateCard | null): RewardRow {
  const { _id, name, kind, lot, description, providerId, providerName, costCents, stock } = reward;
  const price = card?.prices.find((entry) => entry.rewardId === _id);
  return {
    id: _id,
    ...{ name, kind, lot, description, providerId, providerName, costCents, stock },
    points: price?.points ?? null,
  };
}
