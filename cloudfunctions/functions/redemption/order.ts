import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { getOrder } from '../../store/orders';
import { orderCard } from './orderCard';

export const order: Action<'redemption', 'order'> = {
  may: ['holder'],
  writes: false,
  async run({ input, caller }) {
    const found = await getOrder(input.orderId);
    // Whether a stranger's order exists is nobody's business.
    if (!found) throw new BankError('FORBIDDEN', {});
    caller.requireHolding(found.passbookId);
    return orderCard(found);
  },
};
