import type { Instant } from '../../types/day';
import type { Attendance, Credit, Line, Passbook } from '../../types/entities';
import { BankError } from '../../types/errors';
import { hoursCredit, lapseStep, minutesSpent, settleHoursStep } from '../bank/attendance';
import { moveAttendance } from '../store/attendances';
import { turnedPageWith } from '../store/pages';
import { getPassbook } from '../store/passbooks';
import { cardInForce } from '../store/rateCards';
import type { StepRefusal } from '../bank/ledger';
import { takeStep } from './passbookStep';

/** Lets somebody who forgot to check out be elsewhere; nothing is credited. Safe to repeat. */
export async function leaveLapsed(attendance: Attendance, passbook: Passbook, now: Instant): Promise<void> {
  const refused = await takeStep(
    passbook,
    attendance.pageNo,
    (current) => lapseStep(attendance, current),
    now,
  );
  if (refused) throw new BankError('BUSY', {});
}

/**
 * Credits known hours, once, and writes into the record what the line says: two attendances of one day may be
 * credited at the same moment, and only the passbook knows how much the cap leaves for each. Safe to repeat.
 * @returns the attendance, done; or why the passbook refuses it
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function creditHours(
  attendance: Attendance,
  passbook: Passbook,
  now: Instant,
): Promise<Attendance | StepRefusal> {
  const card = await cardInForce(attendance.branchId, attendance.startsAt, now);
  const build = (current: Passbook) => settleHoursStep(attendance, card, current);
  const refused = await takeStep(passbook, attendance.pageNo, build, now);
  if (refused) return refused;
  const fresh = await getPassbook(passbook._id);
  if (!fresh) throw new BankError('NOT_FOUND', { what: 'passbook' });
  const line = await lineOn(fresh, attendance._id);
  const credit = line
    ? creditOf(line)
    : { ...hoursCredit(card, attendance, fresh, minutesSpent(attendance)), points: 0 };
  const to = { state: 'done', credit } as const;
  if (!(await moveAttendance(attendance, to))) throw new BankError('BUSY', {});
  return { ...attendance, ...to };
}

async function lineOn(passbook: Passbook, lineId: string): Promise<Line | undefined> {
  const { lines, ids } = passbook.page;
  const on = ids.includes(lineId) ? lines : (await turnedPageWith(passbook._id, lineId))?.lines;
  return on?.find((line) => line.id === lineId);
}

function creditOf({ id, points, rate }: Line): Credit {
  if (!rate) throw new Error(`line ${id} names no rate card`);
  return { points, ...rate };
}
