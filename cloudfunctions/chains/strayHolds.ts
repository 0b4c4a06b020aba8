import type { Instant } from '../../types/day';
import type { Order, Reward } from '../../types/entities';
import { releaseStock } from '../bank/stock';
import { getOrders } from '../store/orders';
import { takeStockStep } from '../store/rewards';

/**
 * Releases stock that is held for orders which have ended: a copy of a hold that came later than the reward
 * remembers its steps. Safe to repeat.
 */
export async function releaseStrayHolds(reward: Reward, now: Instant): Promise<void> {
  const orders = await getOrders(Object.keys(reward.holds));
  for (const { _id } of orders.filter(hasEnded))
    await takeStockStep(reward._id, releaseStock(_id, reward.holds[_id]!, `${_id}:stray:${now}`));
}

function hasEnded(order: Order): boolean {
  return order.settled && order.state !== 'reserved';
}
