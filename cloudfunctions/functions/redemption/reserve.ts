import type { Order, Passbook, RateCard, Refusal } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Points } from '../../../types/points';
import type { Input } from '../../../types/routes';
import { voucherCode } from '../../bank/codes';
import { ORDER_LIFETIME } from '../../bank/order';
import { priceFor } from '../../bank/rateCard';
import { requireSameContent } from '../../bank/sameContent';
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
    if (found.order) return answer(await finishOrder(requireSame(found.order, input), now, passbook));

    const card = await cardInForce(passbook.branchId, now, now);
    const { price, points } = priceFor(card, rewardId, lots);
    const refusal = refusalOf(passbook, points);
    const placed = { by: caller.personId, at: now, requestId };
    const order = newOrder(orderId, passbook, card, price, lots, placed);
    const { record } = await claimOrder(
      refusal ? { ...order, state: 'refused', refusal, settled: true } : order,
    );
    return answer(await finishOrder(requireSame(record, input), now, passbook));
  },
};

/** @throws BankError REQUEST_REUSED when the request's id was used for another order */
function requireSame(order: Order, input: Input<'redemption', 'reserve'>): Order {
  requireSameContent(order, input);
  return order;
}

/** Why the passbook can't have the order; it is remembered with the order, so that the answer stays the same. */
function refusalOf(passbook: Passbook, needed: Points): Refusal | null {
  const { status, available } = passbook;
  if (status === 'frozen') return { code: 'PASSBOOK_FROZEN', details: {} };
  if (status === 'closed') return { code: 'PASSBOOK_CLOSED', details: {} };
  return available < needed ? { code: 'INSUFFICIENT_POINTS', details: { available, needed } } : null;
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
    undo: null,
    pageNo: passbook.page.no,
  };
}

function answer(order: Order) {
  if (order.state === 'refused' && order.refusal)
    throw new BankError(order.refusal.code, order.refusal.details as never);
  return orderCard(order);
}
