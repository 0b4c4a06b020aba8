import { addDays, type Day, startOfDay } from '../../types/day';
import type { Closing } from '../../types/closing';
import type { Attendance, Award, Closure, Order, Page, Passbook, SourceKind } from '../../types/entities';
import type { ClosedPage, ClosedPassbook } from '../bank/closing';
import type { LeadingRecords } from '../bank/dueLine';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const closings = new Documents<Closing>('closings');
const passbooks = new Documents<Passbook>('passbooks');
const pages = new Documents<Page>('pages');
const attendances = new Documents<Attendance>('attendances');
const awards = new Documents<Award>('awards');
const orders = new Documents<Order>('orders');
const closures = new Documents<Closure>('closures');

/** After every day there is. */
export const NEVER: Day = '9999-12-31';

/** Documents a request: a passbook's page is some kilobytes, and an answer may have a megabyte. */
const PASSBOOKS = 100;
const RECORDS = 500;

const BOOK = ['balance', 'page.no', 'page.opening', 'page.previousHash', 'page.lines'];
const PAGE = ['passbookId', 'no', 'opening', 'previousHash', 'lines'];

export function getClosing(branchId: string, day: Day): Promise<Closing | null> {
  return closings.get(`${branchId}#${day}`);
}

/** Keeps a closing; the first one stands. */
export function claimClosing(closing: Closing) {
  return closings.claim(closing);
}

/** A branch's closings before a day, newest first. */
export function closingsOf(branchId: string, before: Day, limit: number): Promise<Closing[]> {
  return closings.find({ branchId, day: _.lt(before) }, ['day', 'desc'], limit);
}

/** From now on no line can be booked on the day, or on one before it, at this branch. */
export function sealDay(branchId: string, day: Day): Promise<void> {
  return passbooks.changeAll({ branchId, closedThrough: _.not(_.gte(day)) }, { closedThrough: day });
}

/** Every passbook of a branch, as far as a closing looks at it. */
export function passbooksToClose(branchId: string): Promise<(ClosedPassbook & Pick<Passbook, '_id'>)[]> {
  return passbooks.all({ branchId }, BOOK, PASSBOOKS);
}

/** The pages that a branch's passbooks turned since a day began. */
export function pagesTurnedSince(branchId: string, day: Day): Promise<ClosedPage[]> {
  return pages.all({ branchId, turnedAt: _.gte(startOfDay(day)) }, PAGE, PASSBOOKS);
}

/** The records of a branch that decided something on a day. */
export async function recordsOf(branchId: string, day: Day): Promise<LeadingRecords & { orders: Order[] }> {
  const on = _.gte(startOfDay(day)).and(_.lt(startOfDay(addDays(day, 1))));
  const when = <T extends { _id: string }>(documents: Documents<T>, field: string) =>
    documents.all({ branchId, [field]: on }, 'whole', RECORDS);
  const [cameIn, wentOut, uncredited, decided, revoked, ended, returned, closed] = await Promise.all([
    when(attendances, 'in.at'),
    when(attendances, 'out.at'),
    when(attendances, 'undo.at'),
    when(awards, 'decided.at'),
    when(awards, 'undo.at'),
    when(orders, 'ended.at'),
    when(orders, 'undo.at'),
    when(closures, 'act.at'),
  ]);
  return {
    attendances: [...cameIn, ...wentOut, ...uncredited],
    awards: [...decided, ...revoked],
    orders: [...ended, ...returned],
    closures: closed,
  };
}

/** The records of these ids. */
export async function recordsNamed(
  ids: Record<SourceKind, string[]>,
): Promise<LeadingRecords & { orders: Order[] }> {
  const [came, recognised, bought, closed] = await Promise.all([
    attendances.named(ids.attendance),
    awards.named(ids.award),
    orders.named(ids.order),
    closures.named(ids.closure),
  ]);
  return { attendances: came, awards: recognised, orders: bought, closures: closed };
}

/** The orders that waited to be collected at a moment. */
export async function ordersWaitingAt(branchId: string, at: number): Promise<Order[]> {
  const [waiting, ended] = await Promise.all([
    orders.all({ branchId, state: 'reserved' }, 'whole', RECORDS),
    orders.all({ branchId, 'ended.at': _.gte(at) }, 'whole', RECORDS),
  ]);
  return [...waiting, ...ended].filter((order) => order.placed.at < at && order.state !== 'refused');
}
