import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { getOrder, ordersOf } from '../../store/orders';
import { orderCard } from './orderCard';

const PAGE = 20;

/** A passbook's orders, newest first. */
export const orders: Action<'redemption', 'orders'> = {
  may: ['holder'],
  writes: false,
  async run({ input, caller, now }) {
    caller.requireHolding(input.passbookId);
    const before = input.before ? await getOrder(input.before) : null;
    if (input.before && before?.passbookId !== input.passbookId)
      throw new BankError('NOT_FOUND', { what: 'order' });
    const found = await ordersOf(input.passbookId, before?.placed.at ?? now + 1, PAGE);
    const shown = found.filter((order) => order.state !== 'refused' && order.state !== 'placing');
    return { orders: shown.map(orderCard), more: found.length === PAGE };
  },
};
