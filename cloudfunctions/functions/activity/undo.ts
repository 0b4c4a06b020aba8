import type { Attendance } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { branchOfAttendance } from '../../bank/branchOf';
import { undoUntil } from '../../bank/attendance';
import { settle, takeBack } from '../../chains/attendance';
import type { Action } from '../../platform/serve';
import { getAttendance } from '../../store/attendances';
import { getPassbook } from '../../store/passbooks';

/**
 * Takes back a scan, by the teller who made it, for a quarter of an hour. A walk-in's place is free again.
 * Points held by open orders are fetched back; what was spent is not.
 * @throws BankError POINTS_SPENT
 */
export const undo: Action<'activity', 'undo'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const branchId = branchOfAttendance(input.attendanceId);
    if (branchId !== null) caller.requireAt(branchId);
    const attendance = await getAttendance(input.attendanceId);
    if (!attendance) throw new BankError('NOT_FOUND', { what: 'session' });
    caller.requireAt(attendance.branchId);
    const passbook = await getPassbook(attendance.passbookId);
    if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
    caller.requireNotOwn(passbook);

    const standing = await settle(attendance, passbook, now);
    const mine = standing.undo?.requestId === requestId && standing.undo.by === caller.personId;
    if (mine) return answer(standing);
    if (standing.state === 'undone') throw new BankError('ALREADY_UNDONE', { at: standing.undo?.at ?? now });
    if (standing.state === 'refused') throw new BankError('NOT_CHECKED_IN', {});
    if ((standing.out ?? standing.in).by !== caller.personId) throw new BankError('FORBIDDEN', {});
    if (now > undoUntil(standing)) throw new BankError('UNDO_TOO_LATE', { until: undoUntil(standing) });
    const fresh = (await getPassbook(passbook._id)) ?? passbook;
    const act = { by: caller.personId, at: now, requestId };
    return answer(await takeBack(standing, fresh, act));
  },
};

function answer(attendance: Attendance) {
  const { undo: act, credit } = attendance;
  if (act?.refusal) throw new BankError(act.refusal.code, act.refusal.details as never);
  return { attendanceId: attendance._id, points: -(credit?.points ?? 0), at: act?.at ?? 0 };
}
