import { DAY, dayOf, type Instant } from '../../types/day';
import type { Line, Order } from '../../types/entities';
import { BankError } from '../../types/errors';
import { UNDO_TIME } from './attendance';
import { holdPoints, type PassbookStep, releasePoints, settleHold } from './ledger';

/** A reserved reward waits this long to be collected. */
export const ORDER_LIFETIME = 7 * DAY;

/** The step that sets an order's points aside. */
export function holdStep(order: Order): PassbookStep {
  return holdPoints(order._id, order.points);
}

/** The step that gives an order's points back. */
export function releaseStep(order: Order): PassbookStep {
  return releasePoints(order._id, order.points);
}

/** The step that makes the hold of a confirmed order a line. */
export function settleStep(order: Order): PassbookStep {
  return settleHold(order._id, redeemLine(order));
}

/** Until when whoever confirmed it can take that back; null where nothing was confirmed. */
export function confirmationUndoUntil({ state, ended }: Pick<Order, 'state' | 'ended'>): Instant | null {
  return state === 'confirmed' && ended ? ended.at + UNDO_TIME : null;
}

/** What is printed for a handed-over reward. */
export function redeemLine(order: Order): Line {
  const at = order.ended?.at ?? order.placed.at;
  return {
    id: order._id,
    kind: 'redeem',
    points: -order.points,
    title: orderTitle(order),
    category: null,
    occurredAt: at,
    bookedOn: dayOf(at),
    contra: `redeem:${order.providerId}`,
    source: { kind: 'order', id: order._id },
    rate: {
      version: order.version,
      inputs: { basis: 'price', rewardId: order.rewardId, lots: order.lots },
    },
    reverses: null,
  };
}

export function orderTitle(order: Pick<Order, 'rewardName' | 'lot' | 'lots'>): string {
  const lots = order.lots > 1 ? ` ×${order.lots}` : '';
  return `${order.rewardName} ${order.lot}${lots}`;
}

/**
 * Makes sure that the voucher of an order can be used, and says why not. Only for those who may know:
 * the code authenticated, and the order is theirs to hand over.
 * @throws BankError VOUCHER_USED, VOUCHER_CANCELLED, VOUCHER_EXPIRED, CODE_INVALID (never came to be)
 */
export function requireUsable(order: Order, now: Instant): void {
  const at = order.undo?.at ?? order.ended?.at ?? order.expiresAt;
  if (order.state === 'confirmed') throw new BankError('VOUCHER_USED', { at });
  // What was handed over and taken back is not handed over again.
  if (order.state === 'cancelled' || order.state === 'undone' || order.state === 'undoing')
    throw new BankError('VOUCHER_CANCELLED', { at });
  if (order.state === 'expired' || now >= order.expiresAt)
    throw new BankError('VOUCHER_EXPIRED', { at: order.expiresAt });
  if (order.state !== 'reserved') throw new BankError('CODE_INVALID', {});
}
