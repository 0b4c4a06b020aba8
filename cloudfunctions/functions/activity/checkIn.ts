import { dayOf, type Instant } from '../../../types/day';
import type { Attendance, SignUp } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { attemptId, placeKey, requireCheckInTime, creditOnArrival } from '../../bank/attendance';
import { visitedAt } from '../../bank/ledger';
import { finishAttendance, resumeAttendance, settle } from '../../chains/attendance';
import { finishSignUp, take, takeOver } from '../../chains/signUp';
import type { Action } from '../../platform/serve';
import { claimAttendance } from '../../store/attendances';
import { cardInForce } from '../../store/rateCards';
import { claimSignUp } from '../../store/signUps';
import { readScan, requireCreditable, scanResult, type Scan } from './scan';
import { newSignUp } from './signUp';

/**
 * Checks somebody in. Per visit, that credits; by the hour, the clock begins. The attendance's record leads:
 * a repeated request finds it and answers as before; a second scan is told when the first was.
 */
export const checkIn: Action<'activity', 'checkIn'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    let scan = await readScan(input, caller, now);
    const { attendance: before } = scan;
    if (before && isAnswered(before, caller.personId, requestId))
      return scanResult(await resumeAttendance(before, scan.passbook, now, scan.signUp), scan);
    if (before) await requireDone(before, scan, now);
    // What finished just now may have given the place back and changed the passbook.
    if (before && !before.settled) scan = await readScan(input, caller, now);
    const { passbook, session } = scan;

    requireCheckInTime(session, now);
    requireCreditable(scan, now);
    const elsewhere = visitedAt(passbook, now);
    if (elsewhere) throw new BankError('STILL_ELSEWHERE', { title: elsewhere.title, since: elsewhere.since });
    const card = await cardInForce(session.branchId, session.startsAt, now);
    const credit = creditOnArrival(card, session, passbook);
    const place = await requirePlace(scan, now, requestId);

    const { claimed, record } = await claimAttendance({
      ...blank(scan, (before?.attempt ?? 0) + 1, place),
      state: session.basis === 'visit' ? 'done' : 'in',
      in: { by: caller.personId, at: now, requestId },
      credit,
    });
    if (!claimed && !isAnswered(record, caller.personId, requestId))
      throw new BankError('ALREADY_CHECKED_IN', { at: record.in.at, name: scan.name });
    return scanResult(await finishAttendance(record, passbook, now), scan);
  },
};

/** Whether this very request made the attendance. */
function isAnswered(attendance: Attendance, personId: string, requestId: string): boolean {
  return attendance.in.requestId === requestId && attendance.in.by === personId;
}

/** Only an attempt that was taken back or refused makes room for another. */
async function requireDone(before: Attendance, scan: Scan, now: Instant): Promise<void> {
  const standing = await settle(before, scan.passbook, now);
  if (standing.state === 'refused' || standing.state === 'undone') return;
  if (standing.out) throw new BankError('ALREADY_CHECKED_OUT', { at: standing.out.at });
  throw new BankError('ALREADY_CHECKED_IN', { at: standing.in.at, name: scan.name });
}

/** The place of somebody signed up; a walk-in takes one now. */
async function requirePlace(scan: Scan, now: Instant, requestId: string): Promise<SignUp> {
  const { session, passbook, signUp } = scan;
  // Left by a check-in that went no further: the sweeper may be about to give it back.
  if (signUp && isUnfinishedWalkIn(signUp)) return requireTaken(await takeOver(signUp, now));
  // An attempt that is not finished may have no place, or keep it from the next one.
  const before = signUp && (await finishSignUp(signUp));
  if (before?.state === 'signed') return before;
  const attempt = newSignUp(session, passbook._id, passbook.holderId, (before?.attempt ?? 0) + 1, {
    now,
    requestId,
    walkIn: true,
  });
  const { claimed, record } = await claimSignUp(attempt);
  if (claimed) return requireTaken(await take(record, session.capacity));
  return requireTaken(isUnfinishedWalkIn(record) ? await takeOver(record, now) : await finishSignUp(record));
}

function isUnfinishedWalkIn({ walkIn, state, settled }: SignUp): boolean {
  return walkIn && state === 'signed' && !settled;
}

function requireTaken(signUp: SignUp): SignUp {
  if (signUp.refusal) throw new BankError(signUp.refusal.code, signUp.refusal.details as never);
  return signUp;
}

function blank({ code, session, passbook }: Scan, attempt: number, place: SignUp) {
  const { walkIn, attempt: placeAttempt } = place;
  const key = placeKey(session._id, passbook._id);
  const { branchId, title, category, basis, startsAt, endsAt } = session;
  return {
    _id: attemptId(key, attempt),
    key,
    sessionId: session._id,
    passbookId: passbook._id,
    holderId: passbook.holderId,
    kind: passbook.kind,
    day: dayOf(startsAt),
    ...{ branchId, attempt, title, category, basis, startsAt, endsAt },
    ...{ walkIn, placeAttempt },
    codeStep: code.step,
    outCodeStep: null,
    settled: false,
    refusal: null,
    out: null,
    lapse: null,
    undo: null,
    pageNo: passbook.page.no,
  };
}
