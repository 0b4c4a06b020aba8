import type { Reward, Stock } from '../../types/entities';

/** How many steps a reward remembers: hundreds of orders; what arrives later still, the sweeper releases. */
export const REWARD_IDS = 600;

/** One step on a reward's stock, taken like a passbook's in one conditional update. */
export interface StockStep {
  id: string;
  change: Partial<Stock>;
  hold: { orderId: string; lots: number; change: 'set' | 'lift' } | null;
}

export type StockVerdict = 'ready' | 'taken' | 'stock' | 'hold';

export const NO_STOCK: Stock = { received: 0, onHand: 0, held: 0, handedOver: 0, writtenOff: 0 };

export function holdStock(orderId: string, lots: number): StockStep {
  return {
    id: stockHoldId(orderId),
    change: { onHand: -lots, held: lots },
    hold: { orderId, lots, change: 'set' },
  };
}

export function releaseStock(orderId: string, lots: number): StockStep {
  return {
    id: `${orderId}:release`,
    change: { onHand: lots, held: -lots },
    hold: { orderId, lots, change: 'lift' },
  };
}

export function handOverStock(orderId: string, lots: number): StockStep {
  return {
    id: `${orderId}:hand`,
    change: { handedOver: lots, held: -lots },
    hold: { orderId, lots, change: 'lift' },
  };
}

export function enterStock(entryId: string, kind: 'received' | 'writtenOff', lots: number): StockStep {
  const change = kind === 'received' ? { received: lots, onHand: lots } : { writtenOff: lots, onHand: -lots };
  return { id: entryId, change, hold: null };
}

export function burnStockStep(id: string): StockStep {
  return { id, change: {}, hold: null };
}

export function stockHoldId(orderId: string): string {
  return `${orderId}:hold`;
}

/** Whether the reward, as read, can take the step; why not, if not. */
export function judgeStock(reward: Reward, step: StockStep): StockVerdict {
  if (reward.ids.includes(step.id)) return 'taken';
  if (step.hold?.change === 'lift' && reward.holds[step.hold.orderId] !== step.hold.lots) return 'hold';
  if (reward.stock.onHand + Math.min(0, step.change.onHand ?? 0) < 0) return 'stock';
  return 'ready';
}
