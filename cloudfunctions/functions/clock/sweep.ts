import { type Instant, MINUTE } from '../../../types/day';
import type { Attendance, SignUp } from '../../../types/entities';
import { finishActivity } from '../../chains/activity';
import { settle } from '../../chains/attendance';
import { finishAward } from '../../chains/award';
import { finishClosure } from '../../chains/closure';
import { finishCorrection } from '../../chains/correction';
import { finishOpening } from '../../chains/openPassbook';
import { finishOrder } from '../../chains/order';
import { finishSignUp, giveUpPlace } from '../../chains/signUp';
import { finishStockEntry } from '../../chains/stockEntry';
import { releaseStrayHolds } from '../../chains/strayHolds';
import { attendancesAt, unsettledAttendances } from '../../store/attendances';
import { unsettledAwards } from '../../store/awards';
import { unsettledClosures } from '../../store/closures';
import { unsettledCorrections } from '../../store/corrections';
import { unsettledOpenings } from '../../store/openings';
import { unsettledOrders } from '../../store/orders';
import { getPassbook } from '../../store/passbooks';
import { rewardsWithHolds, unsettledStockEntries } from '../../store/rewards';
import { unsettledActivities } from '../../store/sessions';
import { unsettledSignUps } from '../../store/signUps';
import { attemptAll } from './attemptAll';

/** A chain younger than this may still be at work. */
const LEAVE_ALONE = 2 * MINUTE;
const MOST_AT_ONCE = 50;
const MOST_REWARDS = 200;

/** Finishes what a crash left half done, and marks as finished what only lacked the mark. */
export async function sweep(now: Instant, failed: string[]): Promise<number> {
  let finished = 0;
  const finishAll = async <T extends { _id: string }>(
    find: (before: Instant, limit: number) => Promise<T[]>,
    finish: (record: T, now: Instant) => Promise<unknown>,
  ) => {
    const records = await find(now - LEAVE_ALONE, MOST_AT_ONCE);
    finished += await attemptAll(records, failed, (record) => finish(record, now));
  };
  await finishAll(unsettledSignUps, finishPlace);
  await finishAll(unsettledAttendances, finishVisit);
  await finishAll(unsettledOrders, finishOrder);
  await finishAll(unsettledAwards, finishAward);
  await finishAll(unsettledCorrections, finishCorrection);
  await finishAll(unsettledClosures, finishClosure);
  await finishAll(unsettledStockEntries, finishStockEntry);
  await finishAll(unsettledOpenings, finishOpening);
  await finishAll(unsettledActivities, finishActivity);
  await attemptAll(await rewardsWithHolds(MOST_REWARDS), failed, (reward) => releaseStrayHolds(reward, now));
  return finished;
}

async function finishVisit(attendance: Attendance, now: Instant): Promise<void> {
  const passbook = await getPassbook(attendance.passbookId);
  if (passbook) await settle(attendance, passbook, now);
}

/** A walk-in's place is for whoever came in by it: where a check-in was given up, it is free again. */
async function finishPlace(signUp: SignUp, now: Instant): Promise<void> {
  const isOrphan =
    signUp.walkIn &&
    signUp.state === 'signed' &&
    !(await attendancesAt(signUp.key)).some(({ placeAttempt }) => placeAttempt === signUp.attempt);
  if (isOrphan) await giveUpPlace(signUp, { by: 'clock', at: now, requestId: '' });
  else await finishSignUp(signUp);
}
