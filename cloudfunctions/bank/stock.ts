import type { Reward, Stock, StockEntry } from '../../types/entities';
import { verdictOfTaken } from './ledger';

/** How many steps a reward remembers: hundreds of orders; what arrives later still, the sweeper releases. */
export const REWARD_IDS = 600;

/** One step on a reward's stock, taken like a passbook's in one conditional update. */
export interface StockStep {
  id: string;
  change: Partial<Stock>;
  hold: { orderId: string; lots: number; change: 'set' | 'lift' } | null;
  /** Takes the id in the stead of a step that must not land. */
  burns: boolean;
}

export type StockVerdict = 'ready' | 'taken' | 'burnt' | 'stock' | 'hold';

export const NO_STOCK: Stock = { received: 0, onHand: 0, held: 0, handedOver: 0, writtenOff: 0 };

export function holdStock(orderId: string, lots: number): StockStep {
  return {
    id: stockHoldId(orderId),
    change: { onHand: -lots, held: lots },
    hold: { orderId, lots, change: 'set' },
    burns: false,
  };
}

export function releaseStock(orderId: string, lots: number, id = `${orderId}:release`): StockStep {
  return {
    id,
    change: { onHand: lots, held: -lots },
    hold: { orderId, lots, change: 'lift' },
    burns: false,
  };
}

export function handOverStock(orderId: string, lots: number): StockStep {
  return {
    id: `${orderId}:hand`,
    change: { handedOver: lots, held: -lots },
    hold: { orderId, lots, change: 'lift' },
    burns: false,
  };
}

/** What was handed over comes back; what of it is damaged is written off like anything else. */
export function takeStockBack(orderId: string, lots: number): StockStep {
  return {
    id: `${orderId}:back`,
    change: { handedOver: -lots, onHand: lots },
    hold: null,
    burns: false,
  };
}

export function enterStock({ _id, kind, lots }: Pick<StockEntry, '_id' | 'kind' | 'lots'>): StockStep {
  const change = kind === 'received' ? { received: lots, onHand: lots } : { writtenOff: lots, onHand: -lots };
  return { id: _id, change, hold: null, burns: false };
}

/** Takes back what was written off by an entry that has been refused. */
export function takeBackWriteOff({ _id, lots }: Pick<StockEntry, '_id' | 'lots'>): StockStep {
  return { id: `${_id}:back`, change: { writtenOff: -lots, onHand: lots }, hold: null, burns: false };
}

export function burnStockStep(id: string): StockStep {
  return { id, change: {}, hold: null, burns: true };
}

export function stockHoldId(orderId: string): string {
  return `${orderId}:hold`;
}

/** Whether the reward, as read, can take the step; why not, if not. */
export function judgeStock(reward: Reward, step: StockStep): StockVerdict {
  if (reward.ids.includes(step.id)) return verdictOfTaken(reward.ids, step);
  // However long ago it was: what is held for an order is held once.
  if (step.hold?.change === 'set' && step.hold.orderId in reward.holds) return 'taken';
  if (step.hold?.change === 'lift' && reward.holds[step.hold.orderId] !== step.hold.lots) return 'hold';
  if (reward.stock.onHand + Math.min(0, step.change.onHand ?? 0) < 0) return 'stock';
  return 'ready';
}
