import type { Instant } from '../../../types/day';
import { LATE_CHECK_OUT } from '../../bank/attendance';
import { lapse } from '../../chains/attendance';
import { openSince } from '../../store/attendances';
import { attemptAll } from './attemptAll';

const MOST_AT_ONCE = 50;

/**
 * Closes the attendances that nobody checked out of in time, at the session's end and with the hours as planned,
 * for a teller to confirm. Whoever checked out at the last moment wins.
 */
export async function lapseVisits(now: Instant, failed: string[]): Promise<number> {
  const forgotten = await openSince(now - LATE_CHECK_OUT, MOST_AT_ONCE);
  return attemptAll(
    forgotten,
    failed,
    async (attendance) => (await lapse(attendance, now)).state === 'lapsed',
  );
}
