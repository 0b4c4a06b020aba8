import type { Instant } from '../../types/day';
import type { Attendance } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';
import { sameUndo } from './sameUndo';

const attendances = new Documents<Attendance>('attendances');

export function claimAttendance(attendance: Attendance) {
  return attendances.claim(attendance);
}

export function getAttendance(attendanceId: string): Promise<Attendance | null> {
  return attendances.get(attendanceId);
}

/** Moves an attendance on, if it is still in the state named, and in the same attempt at undoing it. */
export function moveAttendance(
  attendance: Pick<Attendance, '_id' | 'state' | 'undo'>,
  to: Partial<Attendance>,
): Promise<boolean> {
  return attendances.move(attendance, to, sameUndo(attendance));
}

/** Marks that no step of the chain is missing; only in the state that was completed. */
export function settleAttendance(attendance: Pick<Attendance, '_id' | 'state' | 'undo'>): Promise<boolean> {
  return moveAttendance(attendance, { settled: true });
}

/** All attempts of a passbook at a session. */
export function attendancesAt(key: string): Promise<Attendance[]> {
  return attendances.find({ key }, null, 100);
}

/** Everybody's attempts at a session. */
export function attendancesOf(sessionId: string): Promise<Attendance[]> {
  return attendances.find({ sessionId }, null, 1000);
}

/** By-the-hour attendances that nobody has checked out of, though the session was over by then. */
export function openSince(endedBefore: Instant, limit: number): Promise<Attendance[]> {
  return attendances.find({ state: 'in', endsAt: _.lt(endedBefore) }, ['endsAt', 'asc'], limit);
}

/** A branch's forgotten check-outs whose hours are still to be confirmed, the oldest first. */
export function lapsedAt(branchId: string, limit: number): Promise<Attendance[]> {
  return attendances.find({ branchId, state: 'lapsed' }, ['endsAt', 'asc'], limit);
}

export async function countLapsed(branchId: string): Promise<number> {
  return (await attendances.countBy<string>({ branchId, state: 'lapsed' }, 'state')).get('lapsed') ?? 0;
}

/** Attendances of a passbook that are in one of these states, arrived at from a moment on. */
export function attendancesIn(
  passbookId: string,
  states: readonly Attendance['state'][],
  since: Instant,
  limit: number,
): Promise<Attendance[]> {
  return attendances.find({ passbookId, state: _.in(states), 'in.at': _.gte(since) }, null, limit);
}

/** Chains left standing since before a moment. */
export function unsettledAttendances(before: Instant, limit: number): Promise<Attendance[]> {
  return attendances.find({ settled: false, 'in.at': _.lt(before) }, ['in.at', 'asc'], limit);
}
