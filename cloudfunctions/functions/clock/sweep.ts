import { type Instant, MINUTE } from '../../../types/day';
import { settle } from '../../chains/attendance';
import { finishAward } from '../../chains/award';
import { finishOrder } from '../../chains/order';
import { finishSignUp } from '../../chains/signUp';
import { unsettledAttendances } from '../../store/attendances';
import { unsettledAwards } from '../../store/awards';
import { unsettledOrders } from '../../store/orders';
import { getPassbook } from '../../store/passbooks';
import { unsettledSignUps } from '../../store/signUps';
import { attemptAll } from './attemptAll';

/** A chain younger than this may still be at work. */
const LEAVE_ALONE = 2 * MINUTE;
const MOST_AT_ONCE = 50;

/** Finishes what a crash left half done, and marks as finished what only lacked the mark. */
export async function sweep(now: Instant, failed: string[]): Promise<number> {
  const before = now - LEAVE_ALONE;
  const signUps = await attemptAll(await unsettledSignUps(before, MOST_AT_ONCE), failed, finishSignUp);
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
  return signUps + attendances + orders + awards;
}
