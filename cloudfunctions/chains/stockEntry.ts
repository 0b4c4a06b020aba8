import type { StockEntry } from '../../types/entities';
import { BankError } from '../../types/errors';
import { burnStockStep, enterStock, judgeStock, takeBackWriteOff } from '../bank/stock';
import { getReward, getStockEntry, moveStockEntry, takeStockStep } from '../store/rewards';

const MOST_ROUNDS = 8;

/**
 * Brings a stock entry onto its reward, once. Safe to repeat, by anybody.
 * @returns the entry as it stands then: refused if more is written off than there is
 */
export async function finishStockEntry(entry: StockEntry): Promise<StockEntry> {
  let current: StockEntry | null = entry;
  for (let round = 0; current && round < MOST_ROUNDS; round++) {
    if (current.settled) return current;
    const next: StockEntry | null = await advance(current);
    // Where somebody else moved it on meanwhile, what they decided counts.
    current = next ?? (await getStockEntry(entry._id));
  }
  throw new BankError('BUSY', {});
}

async function advance(entry: StockEntry): Promise<StockEntry | null> {
  if (entry.state === 'refused') {
    await undo(entry);
    return moved(entry, { settled: true });
  }
  const step = enterStock(entry);
  const reward = await requireReward(entry);
  const verdict = judgeStock(reward, step);
  if (verdict === 'stock') {
    const { onHand: left } = reward.stock;
    return moved(entry, { state: 'refused', refusal: { code: 'OUT_OF_STOCK', details: { left } } });
  }
  const landed = verdict === 'taken' || (verdict === 'ready' && (await takeStockStep(reward._id, step)));
  return landed ? moved(entry, { state: 'entered', settled: true }) : null;
}

/** Makes sure that the step of a refused entry never lands; if a copy of it did, takes it back. */
async function undo(entry: StockEntry): Promise<void> {
  const step = enterStock(entry);
  if (await takeStockStep(entry.rewardId, burnStockStep(step.id))) return;
  if (judgeStock(await requireReward(entry), step) === 'taken')
    await takeStockStep(entry.rewardId, takeBackWriteOff(entry));
}

async function moved(entry: StockEntry, to: Partial<StockEntry>): Promise<StockEntry | null> {
  return (await moveStockEntry(entry, to)) ? { ...entry, ...to } : null;
}

async function requireReward(entry: StockEntry) {
  const reward = await getReward(entry.rewardId);
  if (!reward) throw new BankError('NOT_FOUND', { what: 'reward' });
  return reward;
}
