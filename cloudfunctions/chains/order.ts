import type { Instant } from '../../types/day';
import type { Act, Order, Passbook, Refusal, Undo } from '../../types/entities';
import { BankError } from '../../types/errors';
import type { Points } from '../../types/points';
import { burnStep, holdStepId } from '../bank/ledger';
import { holdStep, redeemLine, releaseStep, settleStep } from '../bank/order';
import {
  burnStockStep,
  handOverStock,
  holdStock,
  judgeStock,
  releaseStock,
  stockHoldId,
  type StockStep,
  takeStockBack,
} from '../bank/stock';
import { nextUndo, takeBackStep } from '../bank/takeBack';
import { getOrder, getOrders, moveOrder, settleOrder } from '../store/orders';
import { getPassbook } from '../store/passbooks';
import { getReward, takeStockStep } from '../store/rewards';
import { takeStep } from './passbookStep';

const MOST_ROUNDS = 8;

/**
 * Does whatever the order's record says is still to be done: hold what it reserves, or settle or release what
 * it held. Safe to repeat, by anybody, at any time; this is how a retry and the sweeper heal a crash.
 * @param passbook as just read, where the caller has it
 * @returns the order as it stands then
 */
export async function finishOrder(order: Order, now: Instant, passbook?: Passbook): Promise<Order> {
  let current = order;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (current.settled) return current;
    const held = passbook ?? (await requirePassbook(current.passbookId));
    const next = await advance(current, held, now);
    if (next) return next;
    // Somebody else moved the order on meanwhile.
    current = await reread(current._id);
    passbook = undefined;
  }
  throw new BankError('BUSY', {});
}

/**
 * Takes a confirmation back, its own chain being complete: the points come back by a reversing line, the lots to
 * what is on hand.
 * @returns the order, undone; or still confirmed, its `undo` telling why
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function takeOrderBack(
  order: Order,
  act: Act,
  correction: Undo['correction'] = null,
): Promise<Order> {
  const undo = nextUndo(order.undo, act, correction);
  const to = { state: 'undoing', settled: false, undo } as const;
  if (!(await moveOrder(order, to))) throw new BankError('BUSY', {});
  return finishOrder({ ...order, ...to }, act.at);
}

/**
 * Cancels the newest open orders of a passbook until so many points are available. None, if even all of them
 * would not do.
 * @param passbook as just read
 * @returns how many points are missing even then; 0 says that asking for them again is worth it
 */
export async function freeHeldPoints(passbook: Passbook, needed: Points, ended: Act): Promise<Points> {
  const holding = await getOrders(Object.keys(passbook.holds));
  const others = holding.filter((order) => order.state !== 'reserved');
  // What is being given back anyway must be back before anything is counted.
  for (const order of others) await finishOrder(order, ended.at);
  if (others.length > 0) return 0;

  const orders = holding.sort((a, b) => b.placed.at - a.placed.at);
  let missing = needed - passbook.available;
  const held = orders.reduce((total, order) => total + order.points, 0);
  if (missing > held) return missing - held;
  for (const order of orders) {
    if (missing <= 0) break;
    const to = { state: 'cancelled', settled: false, ended } as const;
    if (await moveOrder(order, to)) await finishOrder({ ...order, ...to }, ended.at);
    missing -= order.points;
  }
  return 0;
}

async function advance(order: Order, passbook: Passbook, now: Instant): Promise<Order | null> {
  switch (order.state) {
    case 'placing':
      return place(order, passbook, now);
    case 'confirmed': {
      const refused = await takeStep(passbook, order.pageNo, () => settleStep(order), now);
      if (refused) throw new Error(`order ${order._id}: its hold is gone (${refused})`);
      await takeStock(order, () => handOverStock(order._id, order.lots));
      break;
    }
    case 'undoing':
      return giveBack(order, passbook, now);
    case 'undone':
      await takeStock(order, () => takeStockBack(order._id, order.lots));
      break;
    default:
      await undoHolds(order, passbook, now);
  }
  return (await settleOrder(order)) ? { ...order, settled: true } : null;
}

/** Holds stock, then points; whichever is not to be had decides the order, and what was held is undone. */
async function place(order: Order, passbook: Passbook, now: Instant): Promise<Order | null> {
  const left = await takeStock(order, () => holdStock(order._id, order.lots));
  if (left !== null) return refuse(order, passbook, { code: 'OUT_OF_STOCK', details: { left } }, now);
  const refused = await takeStep(passbook, order.pageNo, () => holdStep(order), now);
  if (refused === 'points') {
    const { available } = await requirePassbook(passbook._id);
    const details = { available, needed: order.points };
    return refuse(order, passbook, { code: 'INSUFFICIENT_POINTS', details }, now);
  }
  if (refused === 'closed') return refuse(order, passbook, { code: 'PASSBOOK_CLOSED', details: {} }, now);
  // Burnt by whoever decided against the order meanwhile.
  if (refused === 'burnt') return null;
  if (refused) throw new Error(`order ${order._id}: hold refused (${refused})`);
  const moved = await moveOrder(order, { state: 'reserved', settled: true });
  return moved ? { ...order, state: 'reserved', settled: true } : null;
}

/** Points that come back land at once, or never: a closed passbook stays closed. That decides the undoing. */
async function giveBack(order: Order, passbook: Passbook, now: Instant): Promise<Order | null> {
  const { undo } = order;
  if (!undo) throw new Error(`order ${order._id}: undoing without an act`);
  const refused = await takeStep(passbook, order.pageNo, () => takeBackStep(redeemLine(order), undo), now);
  if (refused && refused !== 'closed') throw new Error(`order ${order._id}: reversing line (${refused})`);
  const refusal: Refusal = { code: 'PASSBOOK_CLOSED', details: {} };
  const to: Partial<Order> = refused
    ? { state: 'confirmed', undo: { ...undo, refusal } }
    : { state: 'undone' };
  return (await moveOrder(order, to)) ? advance({ ...order, ...to }, passbook, now) : null;
}

/** Decides first, then undoes: once the record says refused, no copy of the chain goes forward. */
async function refuse(
  order: Order,
  passbook: Passbook,
  refusal: Refusal,
  now: Instant,
): Promise<Order | null> {
  if (!(await moveOrder(order, { state: 'refused', refusal }))) return null;
  const refused: Order = { ...order, state: 'refused', refusal };
  return advance(refused, passbook, now);
}

/** Releases what was held; what never landed has its id burnt, so that it never will. */
async function undoHolds(order: Order, passbook: Passbook, now: Instant): Promise<void> {
  const { _id: orderId } = order;
  await takeStep(
    passbook,
    order.pageNo,
    (current) => (orderId in current.holds ? releaseStep(order) : burnStep(holdStepId(orderId))),
    now,
  );
  await takeStock(order, (holds) =>
    orderId in holds ? releaseStock(orderId, order.lots) : burnStockStep(stockHoldId(orderId)),
  );
}

/** Takes a step on the reward's stock; gives what is on hand if that is too little, else null. */
async function takeStock(
  order: Order,
  build: (holds: Record<string, number>) => StockStep,
): Promise<number | null> {
  // Tried unread first: as a rule the hold is where the record says.
  const assumed = order.state === 'placing' || order.state === 'refused' ? {} : { [order._id]: order.lots };
  if (await takeStockStep(order.rewardId, build(assumed))) return null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reward = await getReward(order.rewardId);
    if (!reward) throw new BankError('NOT_FOUND', { what: 'reward' });
    const step = build(reward.holds);
    const verdict = judgeStock(reward, step);
    // A hold that is gone was lifted before, by a step that the reward remembers no longer.
    if (verdict === 'taken' || verdict === 'burnt' || verdict === 'hold') return null;
    if (verdict === 'stock') return reward.stock.onHand;
    if (await takeStockStep(order.rewardId, step)) return null;
  }
  throw new BankError('BUSY', {});
}

async function requirePassbook(passbookId: string): Promise<Passbook> {
  const passbook = await getPassbook(passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  return passbook;
}

async function reread(orderId: string): Promise<Order> {
  const order = await getOrder(orderId);
  if (!order) throw new BankError('NOT_FOUND', { what: 'order' });
  return order;
}
