import { BankError } from '../../../types/errors';
import { finishOrder } from '../../chains/order';
import type { Action } from '../../platform/serve';
import { getOrder, moveOrder } from '../../store/orders';
import { orderCard } from './orderCard';

/** Gives a reserved reward back: points and stock are released. Cancelling again changes nothing. */
export const cancel: Action<'redemption', 'cancel'> = {
  may: ['holder'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const found = await getOrder(input.orderId);
    // Whether a stranger's order exists is nobody's business.
    if (!found) throw new BankError('FORBIDDEN', {});
    caller.requireHolding(found.passbookId);
    const order = await finishOrder(found, now);
    if (order.state === 'cancelled') return orderCard(order);
    if (order.state !== 'reserved') throw new BankError('ORDER_ENDED', { state: order.state });
    const to = {
      state: 'cancelled',
      settled: false,
      ended: { by: caller.personId, at: now, requestId },
    } as const;
    const moved = await moveOrder(order, to);
    const standing = moved ? { ...order, ...to } : await getOrder(order._id);
    if (standing?.state !== 'cancelled')
      throw new BankError('ORDER_ENDED', { state: standing?.state ?? order.state });
    return orderCard(await finishOrder(standing, now));
  },
};
