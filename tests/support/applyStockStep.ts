import { stepIds } from '../../cloudfunctions/bank/ledger';
import type { StockStep } from '../../cloudfunctions/bank/stock';
import type { Reward, Stock } from '../../types/entities';

/** The reward after a step for which `judgeStock` said 'ready': what the store's update does, without it. */
export function applyStockStep(reward: Reward, step: StockStep): Reward {
  const stock = { ...reward.stock };
  for (const [field, amount] of Object.entries(step.change)) stock[field as keyof Stock] += amount;
  const holds = { ...reward.holds };
  if (step.hold?.change === 'set') holds[step.hold.orderId] = step.hold.lots;
  if (step.hold?.change === 'lift') delete holds[step.hold.orderId];
  return { ...reward, stock, holds, ids: [...reward.ids, ...stepIds(step)] };
}
