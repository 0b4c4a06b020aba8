import type { Instant } from '../../types/day';
import type { Attendance, Passbook, SignUp } from '../../types/entities';
import { arrivalId, attemptId, counted, latest } from '../bank/attendance';
import { isBurnt } from '../bank/ledger';
import { moveAttendance } from '../store/attendances';
import { claimSignUp, getSignUp, renewWalkIn, signUpsAt } from '../store/signUps';
import { forestall } from './passbookStep';
import { finishSignUp } from './signUp';

/**
 * Whether the place that an attendance uses was given back before the attendance was recorded: a record that comes
 * that late must have no effect, or somebody else has the place by now. Then its step can't be taken any more.
 * @param newest the newest attempt at a place, if it was read
 */
export async function hasLostPlace(
  attendance: Attendance,
  passbook: Passbook,
  now: Instant,
  newest?: SignUp,
): Promise<boolean> {
  const { _id, state, settled, out, key, placeAttempt, pageNo } = attendance;
  const isBegun = (state === 'in' || state === 'done') && out === null && !settled;
  const stepId = state === 'in' ? arrivalId(attendance) : _id;
  if (!isBegun) return false;
  if (passbook.page.ids.includes(stepId)) return isBurnt(passbook.page.ids, stepId);
  const place = newest ?? (await getSignUp(attemptId(key, placeAttempt)));
  const isKept = place?.attempt === placeAttempt && place.state === 'signed';
  // The clock may be about to give up what it has seen nobody come by.
  if (isKept && (!place.walkIn || place.settled || (await renewWalkIn(place, now)))) return false;
  return forestall(passbook, pageNo, stepId, now);
}

/**
 * Gives somebody who came a place again if theirs was given back in that same moment, by a clock that runs ahead of
 * the others. Where there is none left they were there all the same. Safe to repeat.
 */
export async function restorePlace(attendance: Attendance, now: Instant): Promise<void> {
  if (!counted([attendance])) return;
  const { key, placeAttempt } = attendance;
  const all = await signUpsAt(key);
  const [place, newest] = [all.find(({ attempt }) => attempt === placeAttempt), latest(all)];
  if (!place || !newest || place.state === 'signed') return;
  const attempt = newest.attempt + 1;
  const again = { state: 'signed', settled: false, refusal: null, ended: null, at: now } as const;
  const { record } =
    newest.state === 'signed'
      ? { record: newest }
      : await claimSignUp({ ...place, ...again, _id: attemptId(key, attempt), attempt });
  const taken = await finishSignUp(record);
  if (taken.state === 'signed') await moveAttendance(attendance, { placeAttempt: taken.attempt });
}
