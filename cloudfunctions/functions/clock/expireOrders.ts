import type { Instant } from '../../../types/day';
import { finishOrder } from '../../chains/order';
import { moveOrder, overdueOrders } from '../../store/orders';
import { attemptAll } from './attemptAll';

const MOST_AT_ONCE = 50;

/** Gives back what reserved orders held whose time is over. Whoever confirmed at the last moment wins. */
export async function expireOrders(now: Instant, failed: string[]): Promise<number> {
  const overdue = await overdueOrders(now, MOST_AT_ONCE);
  return attemptAll(overdue, failed, async (order) => {
    const to = {
      state: 'expired',
      settled: false,
      ended: { by: 'clock', at: now, requestId: '' },
    } as const;
    if (!(await moveOrder(order, to))) return false;
    return finishOrder({ ...order, ...to }, now);
  });
}
