import { addDays, dayOf, HOUR, type Instant, MINUTE, startOfDay } from '../../types/day';
import type { LocalCloud } from '../startLocalCloud';
import { ZHOU_BRANCH } from './cast';
import { planCouncil } from './council';
import { DAYS, DemoBranch } from './demoBranch';
import { DemoBank } from './demoBank';
import { planSessions } from './holdSession';
import { planOpenings, residentsOf } from './moveIn';
import { planSessionsOnNow, signZhouUp } from './onNow';
import { hireStaff, planOpening, setUpStreet } from './openBranch';
import { planAwards } from './recognise';
import { planRedemptions, planZhousOpenOrder } from './redeem';
import { BRANCHES, type BranchPlan } from './street';

export interface SeedOptions {
  /** The moment at which the street's history ends. */
  now: Instant;
  setUpCode: string;
  /** Those that open; all unless told. A branch lives the same whether or not the others do. */
  plans?: readonly BranchPlan[];
  /** Told after each day of the street. */
  onDay?: (day: number, days: number) => void;
}

const CLOSED_AT = 20 * MINUTE;
const ZHOU_ORDERED = 50 * MINUTE;
const ZHOU_SIGNED_UP = 48 * MINUTE;

/**
 * Lets a street live from its first day to now, through the functions alone: what stands in the database is what
 * the bank itself made of it. The same moment gives the same street.
 *
 * @param cloud a bank that nobody has set up
 * @returns how many invocations it took
 */
export async function seedDemoStreet(
  cloud: Pick<LocalCloud, 'invoke' | 'fireTimer'>,
  { now, setUpCode, plans = BRANCHES, onDay = () => {} }: SeedOptions,
): Promise<number> {
  const today = dayOf(now);
  const bank = new DemoBank(cloud);
  const street = await setUpStreet(bank, setUpCode, startOfDay(addDays(today, -DAYS - 1)) + 8 * HOUR);
  const branches = plans.map((plan) => new DemoBranch(bank, plan, residentsOf(bank, plan), today));
  for (const branch of branches) {
    await hireStaff(branch, street, branch.at(DAYS + 1, 9));
    planOpening(branch);
    planOpenings(branch);
    planSessions(branch);
    planRedemptions(branch);
    planAwards(branch);
    planSessionsOnNow(branch, now);
  }
  const zhous = branches.find(({ plan }) => plan.id === ZHOU_BRANCH);
  if (zhous) {
    planCouncil(zhous, street, now);
    planZhousOpenOrder(zhous, now - ZHOU_ORDERED);
    zhous.agenda.plan(now - ZHOU_SIGNED_UP, (at) => signZhouUp(bank, today, at));
  }

  for (let daysAgo = DAYS + 1; daysAgo >= 0; daysAgo--) {
    const midnight = startOfDay(addDays(today, 1 - daysAgo));
    const until = Math.min(midnight, now);
    await liveDay(branches, until);
    await bank.wakeClock(Math.min(midnight + CLOSED_AT, now));
    onDay(DAYS + 2 - daysAgo, DAYS + 2);
  }
  return bank.calls;
}

/**
 * Branches share no document, so they live the day side by side; two at a time, as each more would have every
 * function start one instance more.
 */
async function liveDay(branches: readonly DemoBranch[], until: Instant): Promise<void> {
  const waiting = [...branches];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.agenda.liveUntil(until);
  };
  await Promise.all([lane(), lane()]);
}
