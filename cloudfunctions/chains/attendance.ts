import type { Instant } from '../../types/day';
import type { Act, Attendance, Passbook, Refusal, Undo } from '../../types/entities';
import { BankError, type ErrorCode } from '../../types/errors';
import type { Points } from '../../types/points';
import {
  arrivalId,
  arriveStep,
  burnSteps,
  creditLine,
  creditStep,
  undoHoldStep,
  undoId,
  undoStep,
} from '../bank/attendance';
import { burnStep, holdStepId, releasePoints, type StepRefusal, visitedAt } from '../bank/ledger';
import { moveAttendance, settleAttendance } from '../store/attendances';
import { getPassbook } from '../store/passbooks';
import { freeHeldPoints } from './order';
import { takeStep } from './passbookStep';
import { freeWalkInPlace } from './signUp';

/** Releasing orders to cover what is taken back may be overtaken by whoever spends at the same time. */
const MOST_ROUNDS = 4;

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
      return refused
        ? refuse(attendance, passbook, refusalFor(refused, passbook, attendance), now)
        : attendance;
    }
    case 'done': {
      const credited = await credit(attendance, passbook, now);
      if (credited.state === 'done' && attendance.undo)
        await dropUndo(attendance, attendance.undo, passbook, now);
      return credited;
    }
    case 'undoing':
      return holdForUndo(attendance, passbook, now);
    case 'undone':
      await reverse(attendance, passbook, now);
      await freeWalkInPlace(attendance);
      return attendance;
    case 'refused':
      await burnAll(attendance, passbook, now);
      await freeWalkInPlace(attendance);
      return attendance;
  }
}

/** Finishes the chain and marks it finished. */
export async function settle(attendance: Attendance, passbook: Passbook, now: Instant): Promise<Attendance> {
  const finished = await finishAttendance(attendance, passbook, now);
  if (!finished.settled) await settleAttendance(finished);
  return { ...finished, settled: true };
}

/**
 * Takes an attendance back, its own chain being complete: what came in goes out by a reversing line.
 * @returns the attendance, undone; or still done, its `undo` telling how many points were spent already
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function takeBack(attendance: Attendance, passbook: Passbook, act: Act): Promise<Attendance> {
  const undo = { ...act, attempt: (attendance.undo?.attempt ?? 0) + 1, missing: null };
  const to = { state: 'undoing', settled: false, undo } as const;
  if (!(await moveAttendance(attendance, to))) throw new BankError('BUSY', {});
  return settle({ ...attendance, ...to }, passbook, act.at);
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
  return refused ? refuse(attendance, passbook, refusalFor(refused, passbook, attendance), now) : attendance;
}

/** Sets aside what is to be taken back; whether that succeeds decides the undoing. */
async function holdForUndo(attendance: Attendance, passbook: Passbook, now: Instant): Promise<Attendance> {
  const undo = requireUndo(attendance);
  const missing = await missingForUndo(attendance, undo, passbook, now);
  const to: Partial<Attendance> =
    missing === 0 ? { state: 'undone' } : { state: 'done', undo: { ...undo, missing } };
  if (!(await moveAttendance(attendance, to))) throw new BankError('BUSY', {});
  return finishAttendance({ ...attendance, ...to }, passbook, now);
}

/** @returns how many points are spent already: 0 once what is to be taken back is set aside */
async function missingForUndo(
  attendance: Attendance,
  undo: Undo,
  passbook: Passbook,
  now: Instant,
): Promise<Points> {
  const step = undoHoldStep(attendance, undo);
  if (!step) return 0;
  let current = passbook;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const refused = await takeStep(current, attendance.pageNo, () => step, now);
    if (!refused) return 0;
    if (refused !== 'points') break;
    current = await requirePassbook(passbook._id);
    const { by, at, requestId } = undo;
    const missing = await freeHeldPoints(current, step.held, { by, at, requestId });
    if (missing > 0) return missing;
    current = await requirePassbook(passbook._id);
  }
  throw new BankError('BUSY', {});
}

async function reverse(attendance: Attendance, passbook: Passbook, now: Instant): Promise<void> {
  const undo = requireUndo(attendance);
  const build = (current: Passbook) => undoStep(attendance, undo, current);
  const fresh = await requirePassbook(passbook._id);
  const refused = await takeStep(fresh, attendance.pageNo, build, now);
  if (refused) throw new Error(`attendance ${attendance._id}: reversing line refused (${refused})`);
}

/** Releases what a refused undoing held, or burns its id if it never held anything. */
async function dropUndo(attendance: Attendance, undo: Undo, passbook: Passbook, now: Instant): Promise<void> {
  const id = undoId(attendance, undo);
  const points = creditLine(attendance)?.points ?? 0;
  const build = (current: Passbook) =>
    id in current.holds ? releasePoints(id, points) : burnStep(holdStepId(id));
  await takeStep(passbook, attendance.pageNo, build, now);
}

function requireUndo(attendance: Attendance): Undo {
  if (!attendance.undo) throw new Error(`attendance ${attendance._id}: undoing without an act`);
  return attendance.undo;
}

async function requirePassbook(passbookId: string): Promise<Passbook> {
  const passbook = await getPassbook(passbookId);
  if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
  return passbook;
}

/** Decides first, then makes sure that no copy of a step still on its way can land. */
async function refuse(
  attendance: Attendance,
  passbook: Passbook,
  refusal: Refusal,
  now: Instant,
): Promise<Attendance> {
  const refused: Attendance = { ...attendance, state: 'refused', refusal };
  if (!(await moveAttendance(attendance, { state: 'refused', refusal }))) throw new BankError('BUSY', {});
  return settle(refused, passbook, now);
}

async function burnAll(attendance: Attendance, passbook: Passbook, now: Instant): Promise<void> {
  for (const build of burnSteps(attendance)) await takeStep(passbook, attendance.pageNo, build, now);
}

function refusalFor(refused: StepRefusal, passbook: Passbook, attendance: Attendance): Refusal {
  // Somebody else decided that nothing comes of it; whoever asks again is told what.
  if (refused === 'burnt') throw new BankError('BUSY', {});
  const elsewhere = visitedAt(passbook, attendance.in.at);
  if (refused === 'elsewhere' && elsewhere)
    return { code: 'STILL_ELSEWHERE', details: { title: elsewhere.title, since: elsewhere.since } };
  const code: ErrorCode = refused === 'code' ? 'CODE_USED' : 'BUSY';
  return { code, details: {} };
}
