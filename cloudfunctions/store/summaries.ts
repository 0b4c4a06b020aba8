import { addDays, type Day, startOfDay } from '../../types/day';
import type { Attendance, Award, DaySummary, Order } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const summaries = new Documents<DaySummary>('daySummaries');
const attendances = new Documents<Attendance>('attendances');
const awards = new Documents<Award>('awards');
const orders = new Documents<Order>('orders');

/** The most documents that one request gives. */
const PAGE = 1000;

/** The summaries there are of days from `from` to `until`, both included. */
export function summariesOf(branchId: string, from: Day, until: Day): Promise<DaySummary[]> {
  return summaries.find({ branchId, day: _.gte(from).and(_.lte(until)) }, ['day', 'asc'], PAGE);
}

/** Keeps a day's summary in the place of one that was counted earlier. */
export async function keepSummary(summary: DaySummary): Promise<void> {
  const { _id, takenAt, deeds, awards: honours, orders: paid } = summary;
  if ((await summaries.claim(summary)).claimed) return;
  const data = { takenAt, deeds: _.set(deeds), awards: _.set(honours), orders: _.set(paid) };
  await summaries.change({ _id, takenAt: _.not(_.gte(takenAt)) }, data);
}

/** All attempts at a branch's sessions of one day, read page by page. */
export function attendancesOn(branchId: string, day: Day): Promise<Attendance[]> {
  const shown = ['passbookId', 'category', 'basis', 'kind', 'state', 'credit', 'in'];
  return attendances.all({ branchId, day }, shown, PAGE);
}

/** Awards that were decided on a day. */
export function awardsDecidedOn(branchId: string, day: Day): Promise<Award[]> {
  return awards.all({ branchId, 'decided.at': within(day) }, 'whole', PAGE);
}

/** Orders that ended on a day, in whatever way. */
export function ordersEndedOn(branchId: string, day: Day): Promise<Order[]> {
  return orders.all({ branchId, 'ended.at': within(day) }, 'whole', PAGE);
}

function within(day: Day): object {
  return _.gte(startOfDay(day)).and(_.lt(startOfDay(addDays(day, 1))));
}
