import type { Act, Order } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireUsable } from '../../bank/order';
import { refusalOf, refusedAs } from '../../bank/refusal';
import { finishOrder } from '../../chains/order';
import type { Action } from '../../platform/serve';
import { confirmOrder, getOrder, keepRefusal } from '../../store/orders';
import { handOver, readVoucher } from './voucher';

const MOST_ROUNDS = 8;

/**
 * The reward is handed over: the hold becomes a line. Once; a repeated request gets the first answer, also where
 * that was a refusal. Who may not hand the order over leaves nothing on it.
 */
export const confirm: Action<'redemption', 'confirm'> = {
  may: ['merchant', 'teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const presented = await readVoucher(input.voucher, caller);
    const act = { by: caller.personId, at: now, requestId };
    const id = idFor('c');
    let { order } = presented;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      // Read together with the order, the passbook is good for the first round only.
      const passbook = round === 0 ? presented.passbook : undefined;
      if (isConfirmedBy(order, act))
        return handOver({ ...presented, order: await finishOrder(order, now, passbook) });

      const kept = order.refusals?.find((refused) => refused.id === id);
      if (kept) throw refusedAs(kept);
      const standing = order;
      const refusal = refusalOf(() => requireUsable(standing, now));
      if (refusal) {
        if (await keepRefusal(order, { id, ...refusal, act })) throw refusedAs(refusal);
      } else {
        const to = { state: 'confirmed', settled: false, ended: act } as const;
        if (await confirmOrder(order, to, id)) {
          const finished = await finishOrder({ ...order, ...to }, now, passbook);
          return handOver({ ...presented, order: finished });
        }
      }
      // Somebody else, or a copy of this request, moved the order on meanwhile.
      order = (await getOrder(order._id)) ?? order;
    }
    throw new BankError('BUSY', {});
  },
};

function isConfirmedBy({ state, ended }: Order, { by, requestId }: Act): boolean {
  return state === 'confirmed' && ended?.requestId === requestId && ended.by === by;
}
