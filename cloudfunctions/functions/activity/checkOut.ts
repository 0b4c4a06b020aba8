import type { Attendance } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { countedMinutes, hoursCredit, requireCheckOutTime } from '../../bank/attendance';
import { finishAttendance, resumeAttendance } from '../../chains/attendance';
import type { Action } from '../../platform/serve';
import { moveAttendance } from '../../store/attendances';
import { cardInForce } from '../../store/rateCards';
import { readScan, requireCreditable, scanResult } from './scan';

/** Checks somebody out of an activity paid by the hour, and credits the hours. */
export const checkOut: Action<'activity', 'checkOut'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const scan = await readScan(input, caller, now);
    const { attendance, passbook, session } = scan;
    if (!attendance || attendance.state === 'undone' || attendance.state === 'refused')
      throw new BankError('NOT_CHECKED_IN', {});
    if (attendance.out?.requestId === requestId && attendance.out.by === caller.personId)
      return scanResult(await finishAttendance(attendance, passbook, now), scan);
    if (attendance.state === 'lapsed') requireCheckOutTime(session, now);
    if (attendance.state !== 'in')
      throw new BankError('ALREADY_CHECKED_OUT', { at: (attendance.out ?? attendance.in).at });

    // Whether the arrival ever landed must be known before it is left.
    const arrived = await resumeAttendance(attendance, passbook, now, scan.signUp);
    if (arrived.state !== 'in') return scanResult(arrived, scan);

    requireCheckOutTime(session, now);
    requireCreditable({ ...scan, passbook: { ...passbook, status: 'active' } }, now);
    const card = await cardInForce(session.branchId, session.startsAt, now);
    const to = {
      state: 'done',
      settled: false,
      out: { by: caller.personId, at: now, requestId },
      outCodeStep: scan.code.step,
      credit: hoursCredit(card, attendance, passbook, countedMinutes(attendance, attendance.in.at, now)),
    } satisfies Partial<Attendance>;
    // Lost to another scan of the same person at the same moment: the next attempt sees what it did.
    if (!(await moveAttendance(attendance, to))) throw new BankError('BUSY', {});
    return scanResult(await finishAttendance({ ...attendance, ...to }, passbook, now), scan);
  },
};
