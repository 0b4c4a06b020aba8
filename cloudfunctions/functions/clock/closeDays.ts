import { addDays, type Day, dayOf, type Instant, MINUTE } from '../../../types/day';
import type { Branch } from '../../../types/entities';
import { closeBranchDay } from '../../chains/closing';
import { allBranches } from '../../store/branches';
import { closingsOf } from '../../store/closings';
import { attemptAll } from './attemptAll';

/** A day is closed from a quarter past midnight on: what was under way at its end has landed by then. */
const CLOSES_AFTER = 15 * MINUTE;
const MOST_AT_ONCE = 40;

/**
 * Closes the days that are over, each branch's in their order. A difference found is an alarm: it stands in the
 * closing, and is named here.
 */
export async function closeDays(now: Instant, failed: string[]): Promise<number> {
  const last = addDays(dayOf(now - CLOSES_AFTER), -1);
  let left = MOST_AT_ONCE;
  let closed = 0;
  await attemptAll(await allBranches(), failed, async (branch) => {
    for (let day = await firstOpenDay(branch, last); day <= last && left > 0; day = addDays(day, 1)) {
      left -= 1;
      const { differences } = await closeBranchDay(branch, day, now);
      closed += 1;
      for (const { what, document, lineId } of differences)
        failed.push(`closing ${branch._id}#${day}: ${what} ${document} ${lineId ?? ''}`.trim());
    }
  });
  return closed;
}

async function firstOpenDay(branch: Branch, last: Day): Promise<Day> {
  const [newest] = await closingsOf(branch._id, addDays(last, 1), 1);
  return newest ? addDays(newest.day, 1) : dayOf(branch.createdAt);
}
