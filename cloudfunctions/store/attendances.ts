import type { Instant } from '../../types/day';
import type { Attendance } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

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
  return attendances.move(attendance, to, { 'undo.attempt': _.eq(attendance.undo?.attempt ?? null) });
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

/** Chains left standing since before a moment. */
export function unsettledAttendances(before: Instant, limit: number): Promise<Attendance[]> {
  return attendances.find({ settled: false, 'in.at': _.lt(before) }, ['in.at', 'asc'], limit);
}
