import type { Order } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireUsable } from '../../bank/order';
import { finishOrder } from '../../chains/order';
import type { Action } from '../../platform/serve';
import { getOrder, moveOrder } from '../../store/orders';
import { handOver, readVoucher } from './voucher';

/** The reward is handed over: the hold becomes a line. Once; a repeated request gets the first answer. */
export const confirm: Action<'redemption', 'confirm'> = {
  may: ['merchant', 'teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const presented = await readVoucher(input.voucher, caller);
    const { order, passbook } = presented;
    const mine = ({ state, ended }: Order) =>
      state === 'confirmed' && ended?.requestId === requestId && ended.by === caller.personId;
    if (mine(order)) return handOver({ ...presented, order: await finishOrder(order, now, passbook) });

    requireUsable(order, now);
    const to = {
      state: 'confirmed',
      settled: false,
      ended: { by: caller.personId, at: now, requestId },
    } as const;
    const moved = await moveOrder(order, to);
    const standing = moved ? { ...order, ...to } : await getOrder(order._id);
    if (!standing) throw new BankError('CODE_INVALID', {});
    if (!mine(standing)) requireUsable(standing, now);
    const finished = await finishOrder(standing, now, moved ? passbook : undefined);
    return handOver({ ...presented, order: finished });
  },
};
