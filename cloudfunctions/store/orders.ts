import type { Instant } from '../../types/day';
import type { Order, Passbook, Person, RefusedAttempt } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';
import { sameUndo } from './sameUndo';

const orders = new Documents<Order>('orders');

/** Refused attempts that an order remembers. */
const MOST_REFUSALS = 20;

export function claimOrder(order: Order) {
  return orders.claim(order);
}

export function getOrder(orderId: string): Promise<Order | null> {
  return orders.get(orderId);
}

/** The orders among these ids. */
export function getOrders(orderIds: readonly string[]): Promise<Order[]> {
  return orderIds.length === 0 ? Promise.resolve([]) : orders.find({ _id: _.in(orderIds) }, null, 1000);
}

/** The order of a voucher, with its passbook and that one's holder, in one request. */
export async function getByVoucher(voucherHash: string) {
  const found = await orders.withRelated<Order & { passbooks: Passbook[]; holders: Person[] }>(
    { voucherHash },
    {},
    [
      { from: 'passbooks', localField: 'passbookId', foreignField: '_id', as: 'passbooks' },
      { from: 'people', localField: 'holderId', foreignField: '_id', as: 'holders' },
    ],
  );
  if (!found) return null;
  const { passbooks, holders, ...order } = found;
  return { order: order as Order, passbook: passbooks[0] ?? null, holder: holders[0] ?? null };
}

/** Moves an order on, if it is still in the state named, and in the same attempt at undoing it. */
export function moveOrder(
  order: Pick<Order, '_id' | 'state' | 'undo'>,
  to: Partial<Order>,
): Promise<boolean> {
  return orders.move(order, to, sameUndo(order));
}

/** Confirms an order, if it is still in the state named and this attempt was not refused meanwhile. */
export function confirmOrder(order: Order, to: Partial<Order>, attemptId: string): Promise<boolean> {
  return orders.move(order, to, { 'refusals.id': _.neq(attemptId) });
}

/** Keeps why an attempt at an order was refused, once, if the order still stands as it was judged. */
export function keepRefusal({ _id, state, ended }: Order, refused: RefusedAttempt): Promise<boolean> {
  return orders.change(
    { _id, state, 'ended.requestId': _.eq(ended?.requestId ?? null), 'refusals.id': _.neq(refused.id) },
    { refusals: _.push({ each: [refused], slice: -MOST_REFUSALS }) },
  );
}

/** Marks that no step of the chain is missing; only in the state that was completed. */
export function settleOrder(order: Pick<Order, '_id' | 'state' | 'undo'>): Promise<boolean> {
  return moveOrder(order, { settled: true });
}

/** A passbook's orders placed before a moment, newest first. */
export function ordersOf(passbookId: string, before: Instant, limit: number): Promise<Order[]> {
  return orders.find({ passbookId, 'placed.at': _.lt(before) }, ['placed.at', 'desc'], limit);
}

/** A passbook's orders placed since a moment. */
export function ordersSince(passbookId: string, since: Instant, limit: number): Promise<Order[]> {
  return orders.find({ passbookId, 'placed.at': _.gte(since) }, ['placed.at', 'desc'], limit);
}

/** Reserved orders whose time is over. */
export function overdueOrders(now: Instant, limit: number): Promise<Order[]> {
  return orders.find({ state: 'reserved', expiresAt: _.lte(now) }, ['expiresAt', 'asc'], limit);
}

/** Chains left standing since before a moment. */
export function unsettledOrders(before: Instant, limit: number): Promise<Order[]> {
  return orders.find({ settled: false, 'placed.at': _.lt(before) }, ['placed.at', 'asc'], limit);
}
