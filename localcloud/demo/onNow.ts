import { addDays, type Day, dayOf, HOUR, type Instant, MINUTE, startOfDay } from '../../types/day';
import { kindOf, type SessionPlan, sessionsOn } from './calendar';
import { SUN, ZHOU, ZHOU_BRANCH } from './cast';
import { type Book, type DemoBranch, staffOpenid } from './demoBranch';
import { type DemoBank, DemoPhone } from './demoBank';
import { isFree, planStay, publishSession } from './holdSession';
import { BRANCHES, type BranchPlan } from './street';

const ROUNDED_TO = 5 * MINUTE;
// The visit comes first in lists: it is what a visitor tries first.
const VISIT_BEGAN = 70 * MINUTE;
const HOURS_BEGAN = 65 * MINUTE;
const LASTS = 6 * HOUR;
const PUBLISHED_BEFORE = 2 * HOUR;
/** A session that ends sooner is not worth going to. */
const WORTH_GOING = 40 * MINUTE;
const WEEK_AHEAD = [1, 2, 3, 4, 5, 6, 7];

/**
 * What is on at a branch at this moment, whatever the hour: one session paid by the visit, one by the hour. They
 * begin today, as lists of sessions do.
 */
function sessionsOnNow(branch: BranchPlan, now: Instant): readonly [visit: SessionPlan, hours: SessionPlan] {
  const began = (ago: number) =>
    Math.max(startOfDay(dayOf(now)), Math.floor((now - ago) / ROUNDED_TO) * ROUNDED_TO);
  const endsAt = Math.ceil((now + LASTS) / HOUR) * HOUR;
  return [
    {
      ...kindOf('洁净家园', 'basic'),
      place: branch.places[0]!,
      startsAt: began(VISIT_BEGAN),
      endsAt,
      capacity: 60,
    },
    {
      ...kindOf('义诊', 'professional'),
      place: branch.places[1]!,
      startsAt: began(HOURS_BEGAN),
      endsAt,
      capacity: 20,
    },
  ];
}

/** Plans what is on when the street is done: some have come already, others may come at once. */
export function planSessionsOnNow(branch: DemoBranch, now: Instant): void {
  const [visit, hours] = sessionsOnNow(branch.plan, now);
  branch.agenda.plan(visit.startsAt - PUBLISHED_BEFORE, async (at) => {
    const session = await publishSession(branch, visit, at);
    const helpers = freeVolunteers(branch, visit, (book) => book.resident.skill !== '义诊');
    branch.chance.pickSome(helpers, 4).forEach((book, index) =>
      planStay(branch, session, {
        book,
        signsUpAt: at + 20 * MINUTE + index * 4 * MINUTE,
        inAt: session.startsAt - MINUTE + index * 5 * MINUTE,
        outAt: null,
      }),
    );
  });
  branch.agenda.plan(hours.startsAt - PUBLISHED_BEFORE, async (at) => {
    const session = await publishSession(branch, hours, at);
    const doctors = freeVolunteers(branch, hours, (book) => book.resident.skill === '义诊');
    doctors.sort((a, b) => Number(isSun(b)) - Number(isSun(a)));
    doctors.slice(0, 2).forEach((book, index) =>
      planStay(branch, session, {
        book,
        signsUpAt: null,
        inAt: session.startsAt - 4 * MINUTE + index * MINUTE,
        outAt: session.endsAt,
      }),
    );
  });
}

/** Signs Zhou up for what is on now, and for the next clean-up of her branch. */
export async function signZhouUp(bank: DemoBank, today: Day, now: Instant): Promise<void> {
  const phone = new DemoPhone(bank, ZHOU.openid);
  const { passbooks } = await phone.do(now, 'passbook', 'home', {});
  const passbookId = passbooks[0]!.id;
  const { sessions } = await phone.do(now, 'activity', 'list', {});
  const soon = sessions.filter(
    ({ title, startsAt, endsAt, signedUp }) =>
      title === '洁净家园' &&
      endsAt > now &&
      startsAt < startOfDay(addDays(today, 7)) &&
      signedUp.length === 0,
  );
  for (const { id } of soon.slice(0, 2))
    await phone.do(now, 'activity', 'signUp', { sessionId: id, passbookId });
}

/**
 * Keeps an older street worth a visit: publishes what is on now where nothing is any more, and the week to come
 * where nothing is planned. What people made of the street stays as it is.
 */
export async function keepStreetGoing(bank: DemoBank, now: Instant): Promise<void> {
  const today = dayOf(now);
  for (const plan of BRANCHES) {
    const teller = new DemoPhone(bank, staffOpenid(plan.id, 'teller-1'));
    const { sessions } = await teller.do(now, 'activity', 'list', { branchId: plan.id });
    const missing = sessionsOnNow(plan, now).filter(
      ({ basis }) =>
        !sessions.some(
          (held) =>
            held.basis === basis &&
            held.state === 'open' &&
            held.startsAt <= now &&
            held.endsAt >= now + WORTH_GOING,
        ),
    );
    const hasPlans = sessions.some(({ startsAt }) => startsAt > now);
    const coming = hasPlans ? [] : WEEK_AHEAD.flatMap((days) => sessionsOn(plan, today, -days));
    for (const session of [...missing, ...coming]) await publishSession({ plan, teller }, session, now);
    if (missing.length > 0 && plan.id === ZHOU_BRANCH) await signZhouUp(bank, today, now);
  }
}

function freeVolunteers(branch: DemoBranch, session: SessionPlan, suits: (book: Book) => boolean): Book[] {
  return branch.books.filter(
    (book) => book.kind === 'volunteer' && !book.resident.inStory && suits(book) && isFree(book, session),
  );
}

function isSun({ resident }: Book): boolean {
  return resident.phone.openid === SUN.openid;
}
