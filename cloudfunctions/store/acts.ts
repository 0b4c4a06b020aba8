import type { Instant } from '../../types/day';
import type {
  Activity,
  Attendance,
  Award,
  Correction,
  Invitation,
  Opening,
  Order,
  StockEntry,
  TrailEntry,
} from '../../types/entities';
import type { ActSources } from '../bank/acts';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const attendances = new Documents<Attendance>('attendances');
const awards = new Documents<Award>('awards');
const corrections = new Documents<Correction>('corrections');
const orders = new Documents<Order>('orders');
const openings = new Documents<Opening>('openings');
const activities = new Documents<Activity>('activities');
const stockEntries = new Documents<StockEntry>('stockEntries');
const invitations = new Documents<Invitation>('invitations');
const trail = new Documents<TrailEntry>('trail');

/** The newest records of a branch with an act before a moment: so many of each kind and stage. */
export async function actsAtBranch(branchId: string, before: Instant, limit: number): Promise<ActSources> {
  const newest = <T extends { _id: string }>(documents: Documents<T>, field: string) =>
    documents.find({ branchId, [field]: _.lt(before) }, [field, 'desc'], limit);
  const [
    cameIn,
    wentOut,
    undone,
    proposed,
    decided,
    wrong,
    corrected,
    ended,
    returned,
    opened,
    published,
    stocked,
    invited,
    rest,
  ] = await Promise.all([
    newest(attendances, 'in.at'),
    newest(attendances, 'out.at'),
    newest(attendances, 'undo.at'),
    newest(awards, 'proposed.at'),
    newest(awards, 'decided.at'),
    newest(corrections, 'proposed.at'),
    newest(corrections, 'decided.at'),
    newest(orders, 'ended.at'),
    newest(orders, 'undo.at'),
    newest(openings, 'act.at'),
    newest(activities, 'publishedAt'),
    newest(stockEntries, 'act.at'),
    newest(invitations, 'invited.at'),
    newest(trail, 'at'),
  ]);
  return {
    attendances: [...cameIn, ...wentOut, ...undone],
    awards: [...proposed, ...decided],
    corrections: [...wrong, ...corrected],
    orders: [...ended, ...returned],
    openings: opened,
    activities: published,
    stockEntries: stocked,
    invitations: invited,
    trail: rest,
  };
}

/** The newest records about a passbook that were begun before a moment: so many of each kind. */
export async function actsOnPassbook(
  passbookId: string,
  before: Instant,
  limit: number,
): Promise<ActSources> {
  const newest = <T extends { _id: string }>(documents: Documents<T>, field: string) =>
    documents.find({ passbookId, [field]: _.lt(before) }, [field, 'desc'], limit);
  const [came, recognised, wrong, bought, opened, rest] = await Promise.all([
    newest(attendances, 'in.at'),
    newest(awards, 'proposed.at'),
    newest(corrections, 'proposed.at'),
    newest(orders, 'placed.at'),
    openings.find({ passbookId }, null, 1),
    trail.find({ about: passbookId, at: _.lt(before) }, ['at', 'desc'], limit),
  ]);
  return {
    attendances: came,
    awards: recognised,
    corrections: wrong,
    orders: bought,
    openings: opened,
    activities: [],
    stockEntries: [],
    invitations: [],
    trail: rest,
  };
}
