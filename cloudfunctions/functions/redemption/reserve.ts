import type { Order, Passbook, RateCard, Refusal } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Input } from '../../../types/routes';
import { voucherCode } from '../../bank/codes';
import { ORDER_LIFETIME } from '../../bank/order';
import { priceFor } from '../../bank/rateCard';
import { requireActive } from '../../bank/requireActive';
import { finishOrder } from '../../chains/order';
import type { Action } from '../../platform/serve';
import { derive, sha256 } from '../../platform/secret';
import { claimOrder } from '../../store/orders';
import { getForOrder } from '../../store/passbooks';
import { cardInForce } from '../../store/rateCards';
import { orderCard } from './orderCard';

/**
 * Reserves a reward: holds its points and stock and gives a voucher code. The order's id derives from the
 * request, so sending it again finds the same order; a refused one is remembered and stays refused.
 */
export const reserve: Action<'redemption', 'reserve'> = {
  may: ['holder'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { passbookId, rewardId, lots } = input;
    caller.requireHolding(passbookId);
    const orderId = idFor('o');
    const found = await getForOrder(passbookId, orderId);
    if (!found) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const { passbook } = found;
    if (found.order) return answer(await finishOrder(sameContent(found.order, input), now, passbook));

    requireActive(passbook);
    const card = await cardInForce(passbook.branchId, now, now);
    const { price, points } = priceFor(card, rewardId, lots);
    const refusal: Refusal | null =
      passbook.available < points
        ? { code: 'INSUFFICIENT_POINTS', details: { available: passbook.available, needed: points } }
        : null;
    const placed = { by: caller.personId, at: now, requestId };
    const order = newOrder(orderId, passbook, card, price, lots, placed);
    const { record } = await claimOrder(
      refusal ? { ...order, state: 'refused', refusal, settled: true } : order,
    );
    return answer(await finishOrder(sameContent(record, input), now, passbook));
  },
};

/** @throws BankError REQUEST_REUSED when the request's id was used for another order */
function sameContent(order: Order, input: Input<'redemption', 'reserve'>): Order {
  const same =
    order.passbookId === input.passbookId && order.rewardId === input.rewardId && order.lots === input.lots;
  if (!same) throw new BankError('REQUEST_REUSED', {});
  return order;
}

function newOrder(
  _id: string,
  passbook: Passbook,
  card: RateCard,
  price: RateCard['prices'][number],
  lots: number,
  placed: Order['placed'],
): Order {
  const { rewardId, name, lot, providerId, providerName } = price;
  return {
    _id,
    branchId: passbook.branchId,
    passbookId: passbook._id,
    holderId: passbook.holderId,
    rewardName: name,
    points: price.points * lots,
    ...{ rewardId, lot, lots, providerId, providerName },
    version: card.version,
    voucherHash: sha256(voucherCode(derive, _id)),
    state: 'placing',
    settled: false,
    refusal: null,
    placed,
    expiresAt: placed.at + ORDER_LIFETIME,
    ended: null,
    pageNo: passbook.page.no,
  };
}

function answer(order: Order) {
  if (order.state === 'refused' && order.refusal)
    throw new BankError(order.refusal.code, order.refusal.details as never);
  return orderCard(order);
}
