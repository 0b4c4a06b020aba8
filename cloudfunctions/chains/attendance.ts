import type { Instant } from '../../types/day';
import type { Act, Attendance, Passbook, Refusal, SignUp, Undo } from '../../types/entities';
import { BankError, type ErrorCode } from '../../types/errors';
import {
  arrivalId,
  arriveStep,
  burnSteps,
  creditLine,
  creditStep,
  lapseOf,
  undoStep,
} from '../bank/attendance';
import { burnStep, type StepRefusal, visitedAt } from '../bank/ledger';
import { nextUndo } from '../bank/takeBack';
import { moveAttendance, settleAttendance } from '../store/attendances';
import { getPassbook } from '../store/passbooks';
import { creditHours, leaveLapsed } from './lapse';
import { hasLostPlace, restorePlace } from './lostPlace';
import { takeStep } from './passbookStep';
import { freeWalkInPlace } from './signUp';
import { letGo, reverse, setAside, type TakenBack } from './takeBack';

/**
 * Takes the steps that an attendance's record says: arriving, leaving, its line. Safe to repeat, by anybody.
 * The mark that nothing is missing is left to whoever has a request to spare (`settleAttendance`).
 * @param passbook as just read
 * @returns the attendance as it stands then: refused if a step was not to be had
 */
export async function finishAttendance(
  attendance: Attendance,
  passbook: Passbook,
  now: Instant,
): Promise<Attendance> {
  if (attendance.settled) return attendance;
  switch (attendance.state) {
    case 'in': {
      const refused = await takeStep(passbook, attendance.pageNo, () => arriveStep(attendance), now);
      return refused ? refuse(attendance, passbook, refused, now) : attendance;
    }
    case 'lapsed':
      await leaveLapsed(attendance, passbook, now);
      return attendance;
    case 'settling': {
      const credited = await creditHours(attendance, passbook, now);
      return typeof credited === 'string' ? refuse(attendance, passbook, credited, now) : credited;
    }
    case 'done': {
      const credited = await credit(attendance, passbook, now);
      if (credited.state === 'done' && attendance.undo) await letGo(takenBack(attendance), passbook, now);
      return credited;
    }
    case 'undoing':
      return decideUndo(attendance, passbook, now);
    case 'undone': {
      const taken = takenBack(attendance);
      await reverse(taken, now, (current) => undoStep(attendance, taken.undo, current));
      await freeWalkInPlace(attendance);
      return attendance;
    }
    case 'refused':
      await burnAll(attendance, now);
      await freeWalkInPlace(attendance);
      return attendance;
  }
}

/**
 * Goes on with a chain that another call began; one that was recorded too late is refused. Safe to repeat.
 * @param newest the newest attempt at a place, if it was read
 */
export async function resumeAttendance(
  attendance: Attendance,
  passbook: Passbook,
  now: Instant,
  newest?: SignUp,
): Promise<Attendance> {
  if (await hasLostPlace(attendance, passbook, now, newest))
    return decideRefusal(attendance, passbook, { code: 'CODE_STALE', details: {} }, now);
  return finishAttendance(attendance, passbook, now);
}

/** Finishes the chain that another call began, and marks it finished. */
export async function settle(attendance: Attendance, passbook: Passbook, now: Instant): Promise<Attendance> {
  const finished = await resumeAttendance(attendance, passbook, now);
  if (!finished.settled) {
    await restorePlace(finished, now);
    await settleAttendance(finished);
  }
  return { ...finished, settled: true };
}

/**
 * Takes an attendance back, its own chain being complete: what came in goes out by a reversing line.
 * @returns the attendance, undone; or still done, its `undo` telling why
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function takeBack(
  attendance: Attendance,
  passbook: Passbook,
  act: Act,
  correction: Undo['correction'] = null,
): Promise<Attendance> {
  const undo = nextUndo(attendance.undo, act, correction);
  const to = { state: 'undoing', settled: false, undo } as const;
  if (!(await moveAttendance(attendance, to))) throw new BankError('BUSY', {});
  return settle({ ...attendance, ...to }, passbook, act.at);
}

/**
 * Closes an attendance that nobody checked out of: the visit ends with the session, the hours are left for
 * somebody to confirm, and nothing is credited. Safe to repeat.
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function lapse(attendance: Attendance, now: Instant): Promise<Attendance> {
  const passbook = await requirePassbook(attendance.passbookId);
  const arrived = await settle(attendance, passbook, now);
  if (arrived.state !== 'in') return arrived;
  const to = { state: 'lapsed', settled: false, lapse: lapseOf(arrived) } as const;
  if (!(await moveAttendance(arrived, to))) throw new BankError('BUSY', {});
  return settle({ ...arrived, ...to }, await requirePassbook(passbook._id), now);
}

async function credit(attendance: Attendance, passbook: Passbook, now: Instant): Promise<Attendance> {
  const { _id, pageNo, basis } = attendance;
  const build = (current: Passbook) => creditStep(attendance, current);
  let current = passbook;
  const isThere = current.visiting?.attendanceId === _id || current.page.ids.includes(build(current).id);
  if (basis === 'hour' && !isThere) {
    // An arrival that never landed must not land after the leaving; one that just did must be left.
    await takeStep(current, pageNo, () => burnStep(arrivalId(attendance)), now);
    current = await requirePassbook(passbook._id);
  }
  const refused = await takeStep(current, pageNo, build, now);
  if (refused === 'counter') return countAnew(attendance, passbook, now);
  return refused ? refuse(attendance, passbook, refused, now) : attendance;
}

/** Other hours of the day were credited since these were counted: the passbook says what the cap leaves. */
async function countAnew(attendance: Attendance, passbook: Passbook, now: Instant): Promise<Attendance> {
  const to = { state: 'settling', credit: null } as const;
  if (!(await moveAttendance(attendance, to))) throw new BankError('BUSY', {});
  return finishAttendance({ ...attendance, ...to }, await requirePassbook(passbook._id), now);
}

/** Sets aside what is to be taken back; whether that succeeds decides the undoing. */
async function decideUndo(attendance: Attendance, passbook: Passbook, now: Instant): Promise<Attendance> {
  const taken = takenBack(attendance);
  const refusal = await setAside(taken, passbook, now);
  const to: Partial<Attendance> = refusal
    ? { state: 'done', undo: { ...taken.undo, refusal } }
    : { state: 'undone' };
  if (!(await moveAttendance(attendance, to))) throw new BankError('BUSY', {});
  return finishAttendance({ ...attendance, ...to }, passbook, now);
}

function takenBack(attendance: Attendance): TakenBack {
  const { _id, undo, pageNo, passbookId } = attendance;
  if (!undo) throw new Error(`attendance ${_id}: undoing without an act`);
  return { line: creditLine(attendance), undo, pageNo, passbookId };
}

async function requirePassbook(passbookId: string): Promise<Passbook> {
  const passbook = await getPassbook(passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  return passbook;
}

async function refuse(
  attendance: Attendance,
  passbook: Passbook,
  refused: StepRefusal,
  now: Instant,
): Promise<Attendance> {
  // Somebody else decided that nothing comes of it; whoever asks again is told what.
  if (refused === 'burnt') throw new BankError('BUSY', {});
  // The passbook may have gone elsewhere since it was read.
  const refusal = refusalFor(refused, await requirePassbook(passbook._id), attendance);
  return decideRefusal(attendance, passbook, refusal, now);
}

/** Decides first, then makes sure that no copy of a step still on its way can land. */
async function decideRefusal(
  attendance: Attendance,
  passbook: Passbook,
  refusal: Refusal,
  now: Instant,
): Promise<Attendance> {
  const refused: Attendance = { ...attendance, state: 'refused', refusal };
  if (!(await moveAttendance(attendance, { state: 'refused', refusal }))) throw new BankError('BUSY', {});
  return settle(refused, passbook, now);
}

async function burnAll(attendance: Attendance, now: Instant): Promise<void> {
  const { passbookId, pageNo } = attendance;
  // Read anew for each: an arrival that landed after the reading before is left, one burnt by then never lands.
  for (const build of burnSteps(attendance))
    await takeStep(await requirePassbook(passbookId), pageNo, build, now);
}

/** @throws BankError BUSY when what stood in the way is gone again: nothing is decided then */
function refusalFor(refused: StepRefusal, passbook: Passbook, attendance: Attendance): Refusal {
  if (refused === 'elsewhere') {
    const elsewhere = visitedAt(passbook, attendance.in.at);
    if (!elsewhere) throw new BankError('BUSY', {});
    return { code: 'STILL_ELSEWHERE', details: { title: elsewhere.title, since: elsewhere.since } };
  }
  const codes: Partial<Record<StepRefusal, ErrorCode>> = { code: 'CODE_USED', closed: 'PASSBOOK_CLOSED' };
  return { code: codes[refused] ?? 'BUSY', details: {} };
}
