import type { Stock, StockEntry } from '../../types/entities';
import { BankError } from '../../types/errors';
import { burnStockStep, enterStock, judgeStock } from '../bank/stock';
import { getReward, moveStockEntry, takeStockStep } from '../store/rewards';

const MOST_ROUNDS = 8;

/**
 * Brings a stock entry onto its reward, once. Safe to repeat.
 * @throws BankError OUT_OF_STOCK when more is written off than there is; the entry stays refused
 */
export async function finishStockEntry(entry: StockEntry): Promise<Stock> {
  const step = enterStock(entry._id, entry.kind, entry.lots);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reward = await getReward(entry.rewardId);
    if (!reward) throw new BankError('NOT_FOUND', { what: 'reward' });
    const left = reward.stock.onHand;
    if (entry.state === 'refused') {
      await takeStockStep(entry.rewardId, burnStockStep(step.id));
      throw new BankError('OUT_OF_STOCK', { left });
    }
    if (entry.state === 'entered') return reward.stock;
    const verdict = judgeStock(reward, step);
    if (verdict === 'stock') {
      const to = { state: 'refused', refusal: { code: 'OUT_OF_STOCK', details: { left } } } as const;
      if (!(await moveStockEntry(entry, to))) throw new BankError('BUSY', {});
      entry = { ...entry, ...to };
    } else if (verdict === 'taken' || (await takeStockStep(entry.rewardId, step))) {
      await moveStockEntry(entry, { state: 'entered' });
      entry = { ...entry, state: 'entered' };
    }
  }
  throw new BankError('BUSY', {});
}
