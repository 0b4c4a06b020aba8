import { requireUsable } from '../../bank/order';
import type { Action } from '../../platform/serve';
import { handOver, readVoucher } from './voucher';

/** What to hand over for a voucher, before it is confirmed. */
export const identify: Action<'redemption', 'identify'> = {
  may: ['merchant', 'teller', 'manager'],
  writes: false,
  async run({ input, caller, now }) {
    const presented = await readVoucher(input.voucher, caller);
    requireUsable(presented.order, now);
    return handOver(presented);
  },
};
