import type { Instant } from '../../types/day';
import type { DueLine } from '../../types/closing';
import type { Attendance, Award, Closure, Line, Order, RateCard } from '../../types/entities';
import type { Points } from '../../types/points';
import { creditLine, minutesSpent } from './attendance';
import { awardLine } from './award';
import { donationLine } from './closure';
import { redeemLine } from './order';
import { recompute } from './rateCard';
import { undoId } from './takeBack';

/** Records that lead to lines, of one passbook or of many. */
export interface LeadingRecords {
  attendances: readonly Attendance[];
  awards: readonly Award[];
  orders: readonly Order[];
  closures: readonly Closure[];
}

/**
 * The lines that records owe their passbooks. Told from the records alone, so that the passbooks' own lines can be
 * held against it.
 */
export function dueLines({ attendances, awards, orders, closures }: LeadingRecords): DueLine[] {
  return [
    ...attendances.flatMap(ofAttendance),
    ...awards.flatMap(ofAward),
    ...orders.flatMap(ofOrder),
    ...closures.flatMap(ofClosure),
  ];
}

/**
 * The signed points that a line must have by its record and the rate card that it names.
 * @returns null when the record or the card has no such line
 */
export function pointsOwed(due: DueLine, line: Line, card: RateCard | undefined): Points | null {
  // A donation is what was left, by no card.
  if (due.kind === 'donate') return due.points;
  const rate = due.rate ?? line.rate;
  const amount = card && rate ? recompute(card, rate.inputs) : null;
  if (due.minutes !== null)
    return rate?.inputs.basis === 'hour' && rate.inputs.minutes === due.minutes ? amount : null;
  return amount !== null && due.kind === 'reverse' ? -amount : amount;
}

function ofAttendance(attendance: Attendance): DueLine[] {
  const { _id, state, settled, passbookId, out } = attendance;
  // What such hours earn, their line says first and the record after it.
  if (state === 'settling') {
    const minutes = minutesSpent(attendance);
    if (!out || minutes === 0) return [];
    const source = { kind: 'attendance', id: _id } as const;
    return [
      {
        id: _id,
        passbookId,
        kind: 'earn',
        points: null,
        minutes,
        at: out.at,
        source,
        rate: null,
        settled: false,
      },
    ];
  }
  if (state !== 'done' && state !== 'undoing' && state !== 'undone') return [];
  return withReversal(creditLine(attendance), attendance, settled || state !== 'done', state === 'undone');
}

function ofAward(award: Award): DueLine[] {
  const { state, settled } = award;
  if (state !== 'approved' && state !== 'undoing' && state !== 'undone') return [];
  return withReversal(awardLine(award), award, settled || state !== 'approved', state === 'undone');
}

function ofOrder(order: Order): DueLine[] {
  const { state, settled } = order;
  if (state !== 'confirmed' && state !== 'undoing' && state !== 'undone') return [];
  // Points of an order come back before it is decided that they have.
  const comesBack = state === 'undoing' || state === 'undone';
  return withReversal(redeemLine(order), order, settled || state !== 'confirmed', comesBack);
}

function ofClosure(closure: Closure): DueLine[] {
  const line = closure.state === 'refused' ? null : donationLine(closure);
  return line ? [dueLine(line, closure.passbookId, closure.state === 'closed')] : [];
}

/** @param stands whether the line itself must be there; the reversal must once the record is settled */
function withReversal(
  line: Line | null,
  {
    passbookId,
    undo,
    settled,
    state,
  }: Pick<Attendance | Award | Order, 'passbookId' | 'undo' | 'settled' | 'state'>,
  stands: boolean,
  comesBack: boolean,
): DueLine[] {
  if (!line) return [];
  const credited = dueLine(line, passbookId, stands);
  if (!comesBack || !undo) return [credited];
  const back = { id: undoId(line.id, undo), kind: 'reverse', points: -line.points, at: undo.at } as const;
  return [credited, { ...credited, ...back, settled: settled && state === 'undone' }];
}

function dueLine(line: Line, passbookId: string, settled: boolean): DueLine {
  const { id, kind, points, source, rate } = line;
  const at: Instant = line.occurredAt;
  return { id, passbookId, kind, points, minutes: null, at, source, rate, settled };
}
