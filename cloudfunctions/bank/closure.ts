import { dayOf, type Instant } from '../../types/day';
import type { Attendance, Closure, Line, Order, Passbook, Refusal } from '../../types/entities';
import type { ErrorDetails } from '../../types/errors';
import { undoUntil } from './attendance';
import { closePassbook, type PassbookStep, visitedAt } from './ledger';
import { confirmationUndoUntil } from './order';

type Busy = ErrorDetails['PASSBOOK_BUSY'];

/** What may still be open on a passbook. */
export interface Standing {
  attendances: readonly Attendance[];
  orders: readonly Order[];
  signUps: readonly { startsAt: Instant }[];
  awards: number;
  corrections: number;
}

/** Why the passbook can't be closed; null if it can. */
export function refusalOfClosing(
  passbook: Passbook,
  standing: Standing,
  donate: boolean,
  now: Instant,
): Refusal | null {
  if (passbook.status === 'closed') return { code: 'PASSBOOK_CLOSED', details: {} };
  if (passbook.status === 'frozen') return { code: 'PASSBOOK_FROZEN', details: {} };
  const busy = stillOpen(passbook, standing, now);
  if (busy) return { code: 'PASSBOOK_BUSY', details: busy };
  const { balance } = passbook;
  return balance > 0 && !donate ? { code: 'PASSBOOK_NOT_EMPTY', details: { balance } } : null;
}

/** The step that gives away what is left and closes the passbook, at once. */
export function closingStep(closure: Closure): PassbookStep {
  return closePassbook(closure._id, donationLine(closure), closure.points, closure.act.at);
}

/** What is printed of what a holder leaves to the branch; null if nothing was left. */
export function donationLine({ _id, branchId, points, act }: Closure): Line | null {
  if (points === 0) return null;
  return {
    id: _id,
    kind: 'donate',
    points: -points,
    title: '销户捐赠',
    category: null,
    occurredAt: act.at,
    bookedOn: dayOf(act.at),
    contra: `donate:${branchId}`,
    source: { kind: 'closure', id: _id },
    rate: null,
    reverses: null,
  };
}

function stillOpen(passbook: Passbook, standing: Standing, now: Instant): Busy | null {
  const { attendances, orders, signUps, awards, corrections } = standing;
  const visiting = visitedAt(passbook, now);
  if (visiting) return { what: 'attendance', until: visiting.until };
  const reserved = orders.find((order) => order.state === 'reserved' || order.state === 'placing');
  if (reserved) return { what: 'order', until: reserved.expiresAt };
  if (attendances.some((one) => one.state === 'in' || one.state === 'lapsed' || one.state === 'settling'))
    return { what: 'hours', until: null };
  const undo = lastUndo(attendances, orders);
  if (undo > now) return { what: 'undo', until: undo };
  const next = signUps[0];
  if (next) return { what: 'signUp', until: next.startsAt };
  if (awards > 0) return { what: 'award', until: null };
  if (corrections > 0) return { what: 'correction', until: null };
  const unfinished = [...attendances, ...orders].some((record) => !record.settled);
  return passbook.held > 0 || unfinished ? { what: 'step', until: null } : null;
}

function lastUndo(attendances: readonly Attendance[], orders: readonly Order[]): Instant {
  const done = attendances.filter((attendance) => attendance.state === 'done');
  const ends = [...done.map(undoUntil), ...orders.map(confirmationUndoUntil)];
  return Math.max(0, ...ends.map((end) => end ?? 0));
}
