import type { Order, Passbook, RateCard, RewardPrice } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Input } from '../../../types/routes';
import { voucherCode } from '../../bank/codes';
import { ORDER_LIFETIME } from '../../bank/order';
import { priceFor } from '../../bank/rateCard';
import { refusalOf, refusedAs } from '../../bank/refusal';
import { requireActive } from '../../bank/requireActive';
import { requireSameContent } from '../../bank/sameContent';
import { finishOrder } from '../../chains/order';
import type { Action } from '../../platform/serve';
import { derive, sha256 } from '../../platform/secret';
import { claimOrder } from '../../store/orders';
import { getForOrder } from '../../store/passbooks';
import { findCardInForce } from '../../store/rateCards';
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

    const card = await findCardInForce(passbook.branchId, now, now);
    const price = card?.prices.find((entry) => entry.rewardId === rewardId);
    const refusal = refusalOf(() => requireAffordable(passbook, card, rewardId, lots));
    const placed = { by: caller.personId, at: now, requestId };
    const order = newOrder(orderId, passbook, card?.version ?? 0, price ?? unpriced(rewardId), lots, placed);
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

/**
 * Makes sure that the passbook can have the reward; why not is remembered with the order.
 * @throws BankError NO_RATE_CARD, REWARD_UNAVAILABLE, PASSBOOK_FROZEN, PASSBOOK_CLOSED, INSUFFICIENT_POINTS
 */
function requireAffordable(passbook: Passbook, card: RateCard | null, rewardId: string, lots: number): void {
  if (!card) throw new BankError('NO_RATE_CARD', {});
  const { points: needed } = priceFor(card, rewardId, lots);
  requireActive(passbook);
  const { available } = passbook;
  if (available < needed) throw new BankError('INSUFFICIENT_POINTS', { available, needed });
}

/** What is printed of a reward that the card does not name, on an order that is refused for it. */
function unpriced(rewardId: string): RewardPrice {
  return { rewardId, name: '', kind: 'goods', lot: '', points: 0, providerId: '', providerName: '' };
}

function newOrder(
  _id: string,
  passbook: Passbook,
  version: number,
  price: RewardPrice,
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
    version,
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
  if (order.state === 'refused' && order.refusal) throw refusedAs(order.refusal);
  return orderCard(order);
}
