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
    let from = before?.placed.at ?? now + 1;
    // Refused ones are not shown; a page of nothing else must not hide what is older.
    for (;;) {
      const found = await ordersOf(input.passbookId, from, PAGE);
      const shown = found.filter((order) => order.state !== 'refused' && order.state !== 'placing');
      const more = found.length === PAGE;
      if (shown.length > 0 || !more) return { orders: shown.map(orderCard), more };
      from = found.at(-1)!.placed.at;
    }
  },
};
