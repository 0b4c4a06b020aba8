import type { Instant } from '../../types/day';
import type { Reward, StockEntry } from '../../types/entities';
import { stepIds } from '../bank/ledger';
import { REWARD_IDS, type StockStep } from '../bank/stock';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const rewards = new Documents<Reward>('rewards');
const stockEntries = new Documents<StockEntry>('stockEntries');

export function getReward(rewardId: string): Promise<Reward | null> {
  return rewards.get(rewardId);
}

/** The rewards of these ids, in no order. */
export function getRewards(rewardIds: readonly string[]): Promise<Reward[]> {
  return rewards.named(rewardIds);
}

export function claimReward(reward: Reward) {
  return rewards.claim(reward);
}

export function rewardsOf(branchId: string): Promise<Reward[]> {
  return rewards.find({ branchId, state: 'offered' }, null, 500);
}

/** Rewards of which something is held for orders. */
export function rewardsWithHolds(limit: number): Promise<Reward[]> {
  return rewards.find({ 'stock.held': _.gt(0) }, null, limit);
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
    ...(holdPath && { [holdPath]: hold.change === 'lift' ? hold.lots : _.exists(false) }),
  };
  const data = {
    ids: _.push({ each: stepIds(step), slice: -REWARD_IDS }),
    ...Object.fromEntries(Object.entries(change).map(([field, amount]) => [`stock.${field}`, _.inc(amount)])),
    ...(holdPath && { [holdPath]: hold.change === 'set' ? hold.lots : _.remove() }),
  };
  return rewards.change(condition, data);
}

export function getStockEntry(entryId: string): Promise<StockEntry | null> {
  return stockEntries.get(entryId);
}

/** Chains left standing since before a moment. */
export function unsettledStockEntries(before: Instant, limit: number): Promise<StockEntry[]> {
  return stockEntries.find({ settled: false, 'act.at': _.lt(before) }, ['act.at', 'asc'], limit);
}

export function claimStockEntry(entry: StockEntry) {
  return stockEntries.claim(entry);
}

export function moveStockEntry(entry: StockEntry, to: Partial<StockEntry>): Promise<boolean> {
  return stockEntries.move(entry, to);
}
