import { DAY, HOUR, type Instant, MINUTE } from '../../types/day';
import { DOORS_OPEN, type SessionPlan, sessionsOn } from './calendar';
import { ZHOU, zhouStays } from './cast';
import { type DemoPhone, shownCode } from './demoBank';
import { type Book, DAYS, type DemoBranch } from './demoBranch';
import type { BranchPlan } from './street';

/** A session that is published. */
export interface HeldSession extends SessionPlan {
  id: string;
}

/** When somebody comes and goes. */
export interface Stay {
  book: Book;
  signsUpAt: Instant | null;
  inAt: Instant;
  /** By the hour only; null for who forgets to check out. */
  outAt: Instant | null;
}

/** Sessions are published a week ahead, and people make up their minds two days and a half before. */
const PUBLISHED_AHEAD = 7;
const DECIDED_AHEAD = 60 * HOUR;

const NO_SHOW = 0.05;
const WITHDRAWS = 0.03;
const WALKS_IN = 0.65;
const FORGETS_TO_LEAVE = 0.015;
const SCANNED_WRONGLY = 0.006;

/** Plans all sessions of the branch, from its first day to a week after today. */
export function planSessions(branch: DemoBranch): void {
  for (let daysAgo = DAYS; daysAgo >= -PUBLISHED_AHEAD; daysAgo--)
    for (const session of sessionsOn(branch.plan, branch.today, daysAgo)) {
      const publishedAgo = Math.min(DAYS, daysAgo + PUBLISHED_AHEAD);
      branch.agenda.plan(branch.at(publishedAgo, 8, 2), async (now) => {
        const held = await publishSession(branch, session, now);
        branch.agenda.plan(session.startsAt - DECIDED_AHEAD, () => gather(branch, held, daysAgo));
      });
    }
}

/** Publishes one session as an activity of its own. */
export async function publishSession(
  { plan, teller }: { plan: Pick<BranchPlan, 'id'>; teller: DemoPhone },
  session: SessionPlan,
  now: Instant,
): Promise<HeldSession> {
  const { place, startsAt, endsAt, capacity, ...activity } = session;
  const { sessionIds } = await teller.do(now, 'activity', 'publish', {
    branchId: plan.id,
    ...activity,
    sessions: [{ place, startsAt, endsAt, capacity }],
  });
  return { ...session, id: sessionIds[0]! };
}

/** Plans a stay: signing up, coming, going. */
export function planStay(branch: DemoBranch, session: HeldSession, stay: Stay): void {
  const { agenda, chance } = branch;
  const { book, signsUpAt, inAt } = stay;
  book.engagements.push({ from: session.startsAt, until: session.endsAt });
  const place = { sessionId: session.id, passbookId: book.passbookId };
  const { phone, inStory } = book.resident;
  if (signsUpAt !== null)
    agenda.plan(signsUpAt, async (now) => {
      if (!book.frozen) await phone.do(now, 'activity', 'signUp', place);
    });
  if (signsUpAt !== null && !inStory && chance.happens(WITHDRAWS)) {
    const at = Math.max(signsUpAt + HOUR, session.startsAt - 5 * HOUR);
    if (at < session.startsAt)
      agenda.plan(at, async (now) => {
        if (!book.frozen) await phone.do(now, 'activity', 'withdraw', place);
      });
    return;
  }
  if (signsUpAt !== null && !inStory && chance.happens(NO_SHOW)) return;
  agenda.plan(inAt, (now) => arrive(branch, session, stay, now));
}

/** Whether the passbook is free then; two places at once is not for the demo. */
export function isFree(book: Book, { startsAt, endsAt }: SessionPlan): boolean {
  return !book.frozen && book.engagements.every(({ from, until }) => until <= startsAt || from >= endsAt);
}

/** Who comes to a session is settled shortly before it. */
async function gather(branch: DemoBranch, session: HeldSession, daysAgo: number): Promise<void> {
  const { chance } = branch;
  const coming = whoComes(branch, session);
  coming.forEach((book, index) => {
    const early = chance.happens(1 - WALKS_IN);
    planStay(branch, session, {
      book,
      signsUpAt: early ? session.startsAt - chance.whole(2 * HOUR, DECIDED_AHEAD - HOUR) : null,
      inAt: session.startsAt - DOORS_OPEN + index * MINUTE + chance.whole(0, 40_000),
      outAt: leavingTime(branch, session),
    });
  });
  const zhou = branch.books.find(({ resident }) => resident.phone.openid === ZHOU.openid);
  const hours = zhouStays(session, daysAgo);
  if (!zhou || hours === 0) return;
  planStay(branch, session, {
    book: zhou,
    signsUpAt: session.startsAt - DAY,
    inAt: session.startsAt - DOORS_OPEN - MINUTE,
    outAt: session.basis === 'hour' ? session.startsAt + hours * HOUR + 3 * MINUTE : null,
  });
}

function whoComes(branch: DemoBranch, session: SessionPlan): Book[] {
  const { books, chance, plan } = branch;
  const free = books.filter((book) => !book.resident.inStory && isFree(book, session));
  const volunteers = free.filter(({ kind }) => kind === 'volunteer');
  if (session.category === 'professional')
    return chance.pickSome(
      volunteers.filter(({ resident }) => resident.skill === session.title),
      chance.whole(1, 3),
      zeal,
    );
  const others = free.filter(({ kind }) => kind !== 'volunteer');
  return [
    ...chance.pickSome(volunteers, chance.whole(2, 3 + Math.round(plan.volunteers / 13)), zeal),
    ...(chance.happens(0.4) ? chance.pickSome(others, 1) : []),
  ];
}

function zeal({ resident }: Book): number {
  return resident.zeal;
}

function leavingTime({ chance }: DemoBranch, { basis, startsAt, endsAt }: SessionPlan): Instant | null {
  if (basis === 'visit' || chance.happens(FORGETS_TO_LEAVE)) return null;
  const latest = endsAt + chance.whole(0, 12) * MINUTE;
  return chance.happens(0.25) ? Math.max(startsAt + HOUR, latest - chance.whole(30, 100) * MINUTE) : latest;
}

async function arrive(branch: DemoBranch, session: HeldSession, stay: Stay, now: Instant): Promise<void> {
  const { agenda, chance } = branch;
  const { book, outAt } = stay;
  if (book.frozen) return;
  const teller = chance.pick(branch.tellers);
  const scan = (at: Instant) => ({ sessionId: session.id, code: shownCode(book.passbookId, book.key, at) });
  const { attendanceId, points } = await teller.do(now, 'activity', 'checkIn', scan(now));
  book.available += points;
  if (outAt !== null)
    agenda.plan(outAt, async (at) => {
      book.available += (await teller.do(at, 'activity', 'checkOut', scan(at))).points;
    });
  else if (!book.resident.inStory && chance.happens(SCANNED_WRONGLY))
    agenda.plan(now + chance.whole(2, 12) * MINUTE, async (at) => {
      book.available += (await teller.do(at, 'activity', 'undo', { attendanceId })).points;
    });
}
