import { DAY, HOUR, type Instant } from '../../types/day';
import { ORDER_LIFETIME } from '../../cloudfunctions/bank/order';
import { ZHOU, ZHOU_BRANCH, ZHOU_COLLECTED } from './cast';
import { type Book, DAYS, type DemoBranch, type Shelf } from './demoBranch';
import { receiveGoods } from './openBranch';

/** Nobody had points to spend before. */
const FIRST_ORDERS = DAYS - 14;
const FEW_LEFT = 4;
const CANCELLED = 0.07;
const NEVER_COLLECTED = 0.04;

type Outcome = { end: 'collected' | 'cancelled'; at: Instant } | { end: 'left' };

/** Plans what the branch's people reserve and collect, and the deliveries. */
export function planRedemptions(branch: DemoBranch): void {
  const { agenda, plan } = branch;
  for (let daysAgo = FIRST_ORDERS; daysAgo >= 0; daysAgo--) {
    agenda.plan(branch.at(daysAgo, 7.5), (now) => restock(branch, now));
    agenda.plan(branch.at(daysAgo, 8), async () => decide(branch, daysAgo));
  }
  if (plan.id === ZHOU_BRANCH) planZhousOrders(branch);
}

/** Zhou's last order is still open when the street is done. */
export function planZhousOpenOrder(branch: DemoBranch, at: Instant): void {
  branch.agenda.plan(at, (now) =>
    reserve(branch, zhousBook(branch), shelfOf(branch, '口罩'), now, { end: 'left' }),
  );
}

function planZhousOrders(branch: DemoBranch): void {
  for (const { reward, daysAgo } of ZHOU_COLLECTED)
    branch.agenda.plan(branch.at(daysAgo + 1, 19.2), (now) =>
      reserve(branch, zhousBook(branch), shelfOf(branch, reward), now, {
        end: 'collected',
        at: branch.at(daysAgo, 10.4),
      }),
    );
}

async function restock(branch: DemoBranch, now: Instant): Promise<void> {
  for (const shelf of branch.shelves) if (shelf.left <= FEW_LEFT) await receiveGoods(branch, shelf, now);
}

/** Who has saved enough may reserve something in the course of the day. */
function decide(branch: DemoBranch, daysAgo: number): void {
  const { books, chance, agenda } = branch;
  const able = books.filter((book) => !book.resident.inStory && wishes(branch, book).length > 0);
  for (const book of chance.pickSome(able, chance.whole(0, 1), ({ available }) => available))
    agenda.plan(branch.at(daysAgo, 9, 11), async (now) => {
      const [dearest, ...others] = wishes(branch, book);
      if (!dearest) return;
      const shelf = others.length > 0 && chance.happens(0.55) ? chance.pick(others) : dearest;
      await reserve(branch, book, shelf, now, outcomeOf(branch, daysAgo));
    });
}

function wishes({ shelves }: DemoBranch, book: Book): Shelf[] {
  if (book.frozen) return [];
  return shelves
    .filter(({ plan, left }) => plan.points <= book.available && left > 0)
    .sort((a, b) => b.plan.points - a.plan.points);
}

function outcomeOf(branch: DemoBranch, daysAgo: number): Outcome {
  const { chance } = branch;
  if (chance.happens(NEVER_COLLECTED)) return { end: 'left' };
  const end = chance.happens(CANCELLED) ? 'cancelled' : 'collected';
  return { end, at: branch.at(daysAgo - chance.whole(1, 4), 9, 9) };
}

async function reserve(
  branch: DemoBranch,
  book: Book,
  shelf: Shelf,
  now: Instant,
  outcome: Outcome,
): Promise<void> {
  const { agenda } = branch;
  const { rewardId, plan } = shelf;
  const { phone } = book.resident;
  const order = { passbookId: book.passbookId, rewardId, lots: 1 };
  const { id, voucher } = await phone.do(now, 'redemption', 'reserve', order);
  book.available -= plan.points;
  shelf.left -= 1;
  const giveBack = () => {
    book.available += plan.points;
    shelf.left += 1;
  };
  if (outcome.end === 'left')
    // By then the bank's timer has given it back.
    agenda.plan(now + ORDER_LIFETIME + DAY, async () => giveBack());
  else if (outcome.end === 'cancelled')
    agenda.plan(outcome.at, async (at) => {
      await phone.do(at, 'redemption', 'cancel', { orderId: id });
      giveBack();
    });
  else {
    const counter = plan.provider === 'counter' ? branch.tellers[1] : branch.merchants[plan.provider];
    agenda.plan(Math.max(outcome.at, now + HOUR), async (at) => {
      await counter.do(at, 'redemption', 'confirm', { voucher: voucher! });
    });
  }
}

function zhousBook({ books }: DemoBranch): Book {
  const book = books.find(({ resident }) => resident.phone.openid === ZHOU.openid);
  if (!book) throw new Error('Zhou has no passbook yet');
  return book;
}

function shelfOf({ shelves }: DemoBranch, reward: string): Shelf {
  const shelf = shelves.find(({ plan }) => plan.name === reward);
  if (!shelf) throw new Error(`no reward ${reward}`);
  return shelf;
}
