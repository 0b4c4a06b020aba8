import type { Order } from '../../../types/entities';
import type { OrderCard } from '../../../types/routes';
import { voucherCode } from '../../bank/codes';
import { derive } from '../../platform/secret';

/** An order as its holder sees it, with the voucher code while that can be used. */
export function orderCard(order: Order): OrderCard {
  const { _id, passbookId, rewardName, lot, lots, points, providerName, state, refusal, version } = order;
  return {
    id: _id,
    ...{ passbookId, rewardName, lot, lots, points, providerName, state, refusal, version },
    placedAt: order.placed.at,
    expiresAt: order.expiresAt,
    endedAt: order.ended?.at ?? null,
    undoneAt: state === 'undone' ? (order.undo?.at ?? null) : null,
    voucher: state === 'reserved' ? voucherCode(derive, _id) : null,
  };
}
