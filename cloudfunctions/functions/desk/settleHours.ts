import type { Attendance } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { isOverdue, LATE_CHECK_OUT, requireConfirmable } from '../../bank/attendance';
import { requireThreePeople } from '../../bank/award';
import { branchOfAttendance } from '../../bank/branchOf';
import { lapse, settle } from '../../chains/attendance';
import type { Action } from '../../platform/serve';
import { getAttendance, moveAttendance } from '../../store/attendances';
import { getPassbook } from '../../store/passbooks';

/**
 * Confirms the hours of somebody who forgot to check out: at most the planned minutes, paid by the card of the
 * session's start and within the day's cap; 0 minutes credit nothing. Points that no scan bears out are made by
 * hand and need two people besides the one they benefit: who checked in, and another one who confirms.
 * @throws BankError THREE_PEOPLE_NEEDED, SELF_DEALING, ALREADY_DECIDED, HOURS_NOT_DUE, HOURS_TOO_LATE, BAD_INPUT
 */
export const settleHours: Action<'desk', 'settleHours'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input: { attendanceId, minutes }, caller, now, requestId }) {
    const branchId = branchOfAttendance(attendanceId);
    if (branchId !== null) caller.requireAt(branchId);
    const found = await getAttendance(attendanceId);
    if (!found) throw new BankError('NOT_FOUND', { what: 'attendance' });
    caller.requireAt(found.branchId);
    const passbook = await getPassbook(found.passbookId);
    if (!passbook) throw new BankError('NOT_FOUND', { what: 'passbook' });
    caller.requireNotOwn(passbook);
    requireThreePeople(found.in.by, caller.personId, found.holderId);

    // The clock may not have come round yet.
    const standing = isOverdue(found, now) ? await lapse(found, now) : await settle(found, passbook, now);
    if (standing.out?.requestId === requestId && standing.out.by === caller.personId) {
      if (standing.lapse?.confirmed !== minutes) throw new BankError('REQUEST_REUSED', {});
      return answer(standing);
    }
    if (standing.state === 'in')
      throw new BankError('HOURS_NOT_DUE', { from: standing.endsAt + LATE_CHECK_OUT });
    if (standing.state !== 'lapsed' || !standing.lapse)
      throw new BankError('ALREADY_DECIDED', { state: standing.state });
    requireConfirmable(standing, minutes, now);
    const to = {
      state: 'settling',
      settled: false,
      lapse: { ...standing.lapse, confirmed: minutes },
      out: { by: caller.personId, at: now, requestId },
    } as const;
    // Lost to somebody who confirms them at the same moment: the next attempt sees what they did.
    if (!(await moveAttendance(standing, to))) throw new BankError('BUSY', {});
    const fresh = (await getPassbook(passbook._id)) ?? passbook;
    return answer(await settle({ ...standing, ...to }, fresh, now));
  },
};

function answer({ _id, lapse: hours, credit, out }: Attendance) {
  return {
    attendanceId: _id,
    minutes: hours?.confirmed ?? 0,
    points: credit?.points ?? 0,
    at: out?.at ?? 0,
  };
}
