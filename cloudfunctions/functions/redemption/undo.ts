import { BankError } from '../../../types/errors';
import { confirmationUndoUntil } from '../../bank/order';
import { finishOrder, takeOrderBack } from '../../chains/order';
import type { Order } from '../../../types/entities';
import type { Action } from '../../platform/serve';
import { getOrder } from '../../store/orders';
import { getPassbook } from '../../store/passbooks';
import { mayHandOver } from './voucher';

/**
 * Takes back a confirmation, by whoever made it, for a quarter of an hour: points and stock return, the voucher
 * stays dead. Of two undoings one answers, the other is told when it was done.
 * @throws BankError FORBIDDEN, UNDO_TOO_LATE, ALREADY_UNDONE
 */
export const undo: Action<'redemption', 'undo'> = {
  may: ['merchant', 'teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const order = await getOrder(input.orderId);
    // Whether somebody else's order exists is nobody's business.
    if (!order || !mayHandOver(caller, order)) throw new BankError('FORBIDDEN', {});
    const passbook = await getPassbook(order.passbookId);
    if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
    caller.requireNotOwn(passbook);

    const standing = await finishOrder(order, now, passbook);
    if (standing.undo?.requestId === requestId && standing.undo.by === caller.personId)
      return answer(standing);
    if (standing.state === 'undone') throw new BankError('ALREADY_UNDONE', { at: standing.undo?.at ?? now });
    const until = confirmationUndoUntil(standing);
    if (until === null) throw new BankError('ORDER_ENDED', { state: standing.state });
    if (standing.ended?.by !== caller.personId) throw new BankError('FORBIDDEN', {});
    if (now > until) throw new BankError('UNDO_TOO_LATE', { until });
    return answer(await takeOrderBack(standing, { by: caller.personId, at: now, requestId }));
  },
};

function answer({ _id, points, undo: taken }: Order) {
  if (taken?.refusal) throw new BankError(taken.refusal.code, taken.refusal.details as never);
  return { orderId: _id, points, at: taken?.at ?? 0 };
}
