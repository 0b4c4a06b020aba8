import type { Closing } from '../../types/closing';
import type {
  Attendance,
  Award,
  Closure,
  Order,
  Page,
  Passbook,
  RateCard,
  Reward,
  StockEntry,
} from '../../types/entities';
import type { BooksToAudit } from '../bank/audit/branch';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const passbooks = new Documents<Passbook>('passbooks');
const pages = new Documents<Page>('pages');
const attendances = new Documents<Attendance>('attendances');
const awards = new Documents<Award>('awards');
const orders = new Documents<Order>('orders');
const closures = new Documents<Closure>('closures');
const cards = new Documents<RateCard>('rateCards');
const closings = new Documents<Closing>('closings');
const rewards = new Documents<Reward>('rewards');
const stockEntries = new Documents<StockEntry>('stockEntries');

/** Documents a request, so that an answer stays below a megabyte. */
const PAGES = 100;
const RECORDS = 500;
const CLOSINGS = 50;

/** A branch's next passbooks in the order of their numbers, with everything that belongs to them. */
export async function booksToAudit(branchId: string, after: string, limit: number): Promise<BooksToAudit> {
  const books = await passbooks.find({ branchId, _id: _.gt(after) }, ['_id', 'asc'], limit);
  const ids = books.map(({ _id }) => _id);
  const own = { passbookId: _.in(ids) };
  // The records after the passbooks: no line comes without its record.
  const [turned, came, recognised, bought, closed, allCards, days] = await Promise.all([
    pages.all(own, 'whole', PAGES),
    attendances.all(own, 'whole', RECORDS),
    awards.all(own, 'whole', RECORDS),
    orders.all(own, 'whole', RECORDS),
    closures.all(own, 'whole', RECORDS),
    cards.all({ branchId }, 'whole', PAGES),
    closings.all({ branchId }, ['day', ...ids.map((id) => `heads.${id}`)], RECORDS),
  ]);
  return {
    passbooks: books,
    pages: turned,
    attendances: came,
    awards: recognised,
    orders: bought,
    closures: closed,
    cards: allCards,
    closings: days.map((closing) => ({ ...closing, heads: closing.heads ?? {} })),
  };
}

/** A branch's cards, closings and stock. */
export async function branchToAudit(branchId: string) {
  const [allCards, days, stocked, entries, sold] = await Promise.all([
    cards.all({ branchId }, 'whole', PAGES),
    closings.all({ branchId }, 'whole', CLOSINGS),
    rewards.all({ branchId }, 'whole', PAGES),
    stockEntries.all({ branchId }, ['rewardId', 'kind', 'lots', 'state'], RECORDS),
    orders.all({ branchId }, ['rewardId', 'lots', 'state'], RECORDS),
  ]);
  return { cards: allCards, closings: days, rewards: stocked, stockEntries: entries, orders: sold };
}
