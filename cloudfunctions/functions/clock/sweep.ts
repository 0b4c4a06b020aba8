import { type Instant, MINUTE } from '../../../types/day';
import type { SignUp } from '../../../types/entities';
import { settle } from '../../chains/attendance';
import { finishAward } from '../../chains/award';
import { finishClosure } from '../../chains/closure';
import { finishCorrection } from '../../chains/correction';
import { finishOrder } from '../../chains/order';
import { finishSignUp, giveUpPlace } from '../../chains/signUp';
import { finishStockEntry } from '../../chains/stockEntry';
import { releaseStrayHolds } from '../../chains/strayHolds';
import { attendancesAt, unsettledAttendances } from '../../store/attendances';
import { unsettledAwards } from '../../store/awards';
import { unsettledClosures } from '../../store/closures';
import { unsettledCorrections } from '../../store/corrections';
import { unsettledOrders } from '../../store/orders';
import { getPassbook } from '../../store/passbooks';
import { rewardsWithHolds, unsettledStockEntries } from '../../store/rewards';
import { unsettledSignUps } from '../../store/signUps';
import { attemptAll } from './attemptAll';

/** A chain younger than this may still be at work. */
const LEAVE_ALONE = 2 * MINUTE;
const MOST_AT_ONCE = 50;
const MOST_REWARDS = 200;

/** Finishes what a crash left half done, and marks as finished what only lacked the mark. */
export async function sweep(now: Instant, failed: string[]): Promise<number> {
  const before = now - LEAVE_ALONE;
  const signUps = await attemptAll(await unsettledSignUps(before, MOST_AT_ONCE), failed, (signUp) =>
    finishPlace(signUp, now),
  );
  const attendances = await attemptAll(
    await unsettledAttendances(before, MOST_AT_ONCE),
    failed,
    async (attendance) => {
      const passbook = await getPassbook(attendance.passbookId);
      if (passbook) await settle(attendance, passbook, now);
    },
  );
  const orders = await attemptAll(await unsettledOrders(before, MOST_AT_ONCE), failed, (order) =>
    finishOrder(order, now),
  );
  const awards = await attemptAll(await unsettledAwards(before, MOST_AT_ONCE), failed, (award) =>
    finishAward(award, now),
  );
  const corrections = await attemptAll(
    await unsettledCorrections(before, MOST_AT_ONCE),
    failed,
    (correction) => finishCorrection(correction, now),
  );
  const closures = await attemptAll(await unsettledClosures(before, MOST_AT_ONCE), failed, (closure) =>
    finishClosure(closure, now),
  );
  const entries = await attemptAll(
    await unsettledStockEntries(before, MOST_AT_ONCE),
    failed,
    finishStockEntry,
  );
  await attemptAll(await rewardsWithHolds(MOST_REWARDS), failed, (reward) => releaseStrayHolds(reward, now));
  return signUps + attendances + orders + awards + corrections + closures + entries;
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
