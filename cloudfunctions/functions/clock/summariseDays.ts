import { addDays, DAY, type Day, dayOf, HOUR, type Instant, startOfDay } from '../../../types/day';
import { LONGEST_SESSION, SETTLE_TIME } from '../../bank/attendance';
import { summarise } from '../../chains/daySummary';
import { allBranches } from '../../store/branches';
import { keepSummary, summariesOf } from '../../store/summaries';
import { attemptAll } from './attemptAll';

/** The last check-outs of a day come in hours after its end. */
const SETTLED_AFTER = 4 * HOUR;
/** From then on no more hours of a day can be confirmed: its sessions are over, and the time for it. */
const COMPLETE_AFTER = DAY + LONGEST_SESSION + SETTLE_TIME;
/** As far back as a preview looks. */
const DAYS = 90;
const MOST_AT_ONCE = 40;

/** Keeps summaries of the days that are over, the oldest first; each is counted anew when it can be complete. */
export async function summariseDays(now: Instant, failed: string[]): Promise<number> {
  const last = addDays(dayOf(now - SETTLED_AFTER), -1);
  const first = addDays(last, 1 - DAYS);
  const missing: { _id: string; branchId: string; day: Day }[] = [];
  for (const { _id: branchId, createdAt } of await allBranches()) {
    const opened = dayOf(createdAt);
    const kept = new Set(
      (await summariesOf(branchId, first, last))
        .filter(({ day, takenAt }) => isComplete(day, takenAt) || !isComplete(day, now))
        .map(({ day }) => day),
    );
    for (let day = opened > first ? opened : first; day <= last; day = addDays(day, 1))
      if (!kept.has(day)) missing.push({ _id: `${branchId}#${day}`, branchId, day });
  }
  return attemptAll(missing.slice(0, MOST_AT_ONCE), failed, async ({ branchId, day }) =>
    keepSummary(await summarise(branchId, day, now)),
  );
}

function isComplete(day: Day, takenAt: Instant): boolean {
  return takenAt >= startOfDay(day) + COMPLETE_AFTER;
}
