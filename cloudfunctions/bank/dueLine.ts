import type { DueLine } from '../../types/closing';
import type { Attendance, Award, Order } from '../../types/entities';
import { creditLine, undoId } from './attendance';
import { awardLine } from './award';
import { redeemLine } from './order';

/**
 * The lines that an attendance owes its passbook: its credit, and what took it back.
 * Told from the record alone, so that the passbook's own lines can be held against it.
 */
export function dueOfAttendance(attendance: Attendance): DueLine[] {
  const { state, undo, settled, passbookId } = attendance;
  const line = state === 'refused' || state === 'in' ? null : creditLine(attendance);
  if (!line) return [];
  const credited: DueLine = { ...of(line, passbookId), settled: settled || state !== 'done' };
  if (state !== 'undone' || !undo) return [credited];
  return [credited, takenBack(credited, undoId(attendance, undo), undo.at, settled)];
}

/** The line that an approved award owes its passbook. */
export function dueOfAward(award: Award): DueLine[] {
  if (award.state !== 'approved') return [];
  return [{ ...of(awardLine(award), award.passbookId), settled: award.settled }];
}

/** The line by which a handed-over reward is paid. */
export function dueOfOrder(order: Order): DueLine[] {
  if (order.state !== 'confirmed') return [];
  return [{ ...of(redeemLine(order), order.passbookId), settled: order.settled }];
}

function of(line: ReturnType<typeof redeemLine>, passbookId: string): Omit<DueLine, 'settled'> {
  const { id, kind, points, occurredAt, source, rate } = line;
  return { id, passbookId, kind, points, at: occurredAt, source, rate };
}

function takenBack(credited: DueLine, id: string, at: number, settled: boolean): DueLine {
  return { ...credited, id, kind: 'reverse', points: -credited.points, at, settled };
}
