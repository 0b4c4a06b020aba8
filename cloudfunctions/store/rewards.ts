import type { Reward, StockEntry } from '../../types/entities';
import { REWARD_IDS, type StockStep } from '../bank/stock';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const rewards = new Documents<Reward>('rewards');
const stockEntries = new Documents<StockEntry>('stockEntries');

export function getReward(rewardId: string): Promise<Reward | null> {
  return rewards.get(rewardId);
}

export function claimReward(reward: Reward) {
  return rewards.claim(reward);
}

export function rewardsOf(branchId: string): Promise<Reward[]> {
  return rewards.find({ branchId, state: 'offered' }, null, 500);
}

/** Takes a step on the stock, in one conditional update that asks what `judgeStock` asks. */
export function takeStockStep(rewardId: string, step: StockStep): Promise<boolean> {
  const { hold, change } = step;
  const holdPath = hold && `holds.${hold.orderId}`;
  const needed = -(change.onHand ?? 0);
  const condition = {
    _id: rewardId,
    ids: _.neq(step.id),
    ...(needed > 0 && { 'stock.onHand': _.gte(needed) }),
    ...(holdPath && hold.change === 'lift' && { [holdPath]: hold.lots }),
  };
  const data = {
    ids: _.push({ each: [step.id], slice: -REWARD_IDS }),
    ...Object.fromEntries(Object.entries(change).map(([field, amount]) => [`stock.${field}`, _.inc(amount)])),
    ...(holdPath && { [holdPath]: hold.change === 'set' ? hold.lots : _.remove() }),
  };
  return rewards.change(condition, data);
}

export function claimStockEntry(entry: StockEntry) {
  return stockEntries.claim(entry);
}

export function moveStockEntry(entry: StockEntry, to: Partial<StockEntry>): Promise<boolean> {
  return stockEntries.move(entry, to);
}
