import { DAY, dayOf, HOUR, type Instant, MINUTE } from '../../types/day';
import type { Attendance, Credit, Line, Passbook, RateCard, Session, Undo } from '../../types/entities';
import { BankError } from '../../types/errors';
import {
  burnStep,
  counterOf,
  enterVisit,
  holdPoints,
  leaveVisit,
  type PassbookStep,
  postLine,
  reverseLine,
  settleHold,
  type Visit,
} from './ledger';
import { creditFor, ruleFor } from './rateCard';

/** The doors open this long before the session. */
export const EARLY_CHECK_IN = 30 * MINUTE;
/** People may be checked out this long after the session; the time counted ends with it. */
export const LATE_CHECK_OUT = 2 * HOUR;
/** How long a session may last. */
export const LONGEST_SESSION = DAY;
/** How long a teller can take back a scan alone. */
export const UNDO_TIME = 15 * MINUTE;

/**
 * Makes sure that the session takes check-ins now.
 * @throws BankError SESSION_CANCELLED, NOT_SESSION_TIME
 */
export function requireCheckInTime(session: Session, now: Instant): void {
  if (session.state === 'cancelled') throw new BankError('SESSION_CANCELLED', {});
  requireBetween(now, session.startsAt - EARLY_CHECK_IN, session.endsAt);
}

/**
 * Makes sure that people can be checked out now.
 * @throws BankError NOT_SESSION_TIME
 */
export function requireCheckOutTime(session: Pick<Session, 'startsAt' | 'endsAt'>, now: Instant): void {
  requireBetween(now, session.startsAt - EARLY_CHECK_IN, session.endsAt + LATE_CHECK_OUT);
}

/** Whole minutes between arrival and leaving that lie within the session. */
export function countedMinutes(
  session: { startsAt: Instant; endsAt: Instant },
  inAt: Instant,
  outAt: Instant,
): number {
  const from = Math.max(inAt, session.startsAt);
  const until = Math.min(outAt, session.endsAt);
  return Math.max(0, Math.floor((until - from) / MINUTE));
}

/** The key under which all attempts of a passbook at a session are found. */
export function placeKey(sessionId: string, passbookId: string): string {
  return `${sessionId}#${passbookId}`;
}

export function attemptId(key: string, attempt: number): string {
  return `${key}#${attempt}`;
}

/** The newest attempt that counts: one that was taken back or refused makes room for another. */
export function latest<T extends { attempt: number }>(attempts: readonly T[]): T | undefined {
  return attempts.reduce<T | undefined>(
    (newest, next) => (!newest || next.attempt > newest.attempt ? next : newest),
    undefined,
  );
}

/** Counter under which a category's hours of one day are capped. */
export function capKey({ category, day }: Pick<Attendance, 'category' | 'day'>): string {
  return `${category}:${day}`;
}

/**
 * What arriving earns by the card: a visit's points; nothing yet where hours are paid.
 * @throws BankError NO_EARNING_RULE when the card pays this kind of passbook nothing here
 */
export function creditOnArrival(card: RateCard, session: Session, passbook: Passbook): Credit | null {
  const { basis, category } = session;
  const { kind } = passbook;
  if (basis === 'visit') return creditFor(card, { basis, category, kind });
  if (!ruleFor(card, { basis, category, kind })) throw new BankError('NO_EARNING_RULE', {});
  return null;
}

/** What the hours of an attendance earn, its day's cap regarded. @throws BankError NO_EARNING_RULE */
export function hoursCredit(
  card: RateCard,
  attendance: Attendance,
  passbook: Passbook,
  outAt: Instant,
): Credit {
  return creditFor(card, {
    basis: 'hour',
    category: attendance.category,
    kind: passbook.kind,
    minutes: countedMinutes(attendance, attendance.in.at, outAt),
    earnedBefore: counterOf(passbook, capKey(attendance)),
  });
}

/** The step that marks a passbook as there, for what is paid by the hour. */
export function arriveStep(attendance: Attendance): PassbookStep {
  return enterVisit(
    arrivalId(attendance),
    {
      attendanceId: attendance._id,
      title: attendance.title,
      since: attendance.in.at,
      until: attendance.endsAt,
    },
    attendance.codeStep,
  );
}

/** The id under which a passbook remembers that this attendance arrived. */
export function arrivalId(attendance: Attendance): string {
  return `${attendance._id}:in`;
}

/** The step that a finished attendance takes on its passbook: its line, or merely leaving. */
export function creditStep(attendance: Attendance, passbook: Passbook): PassbookStep {
  const { credit, basis } = attendance;
  const line = creditLine(attendance);
  const newest = attendance.outCodeStep ?? attendance.codeStep;
  const visit = basis === 'hour' ? leaving(attendance, passbook) : { freeAt: attendance.in.at };
  if (!line) return leaveVisit(`${attendance._id}:out`, visit, newest);
  return postLine(line, {
    codeStep: newest,
    visit,
    counter:
      credit?.inputs.basis === 'hour'
        ? { key: capKey(attendance), atMost: credit.inputs.earnedBefore, add: line.points }
        : null,
  });
}

/** The steps by which a refused attendance makes sure that none of its own can land any more. */
export function burnSteps(attendance: Attendance): ((passbook: Passbook) => PassbookStep)[] {
  return [
    () => burnStep(arrivalId(attendance)),
    (passbook) => ({ ...burnStep(attendance._id), visit: leaving(attendance, passbook) }),
  ];
}

/** The line of a credited attendance; null when it earned nothing. */
export function creditLine(attendance: Attendance): Line | null {
  const { credit } = attendance;
  if (!credit || credit.points === 0) return null;
  const done = attendance.out ?? attendance.in;
  return {
    id: attendance._id,
    kind: 'earn',
    points: credit.points,
    title: attendance.title,
    category: attendance.category,
    occurredAt: done.at,
    bookedOn: dayOf(done.at),
    contra: `issue:${attendance.category}`,
    source: { kind: 'attendance', id: attendance._id },
    rate: { version: credit.version, inputs: credit.inputs },
    reverses: null,
  };
}

/** Each attempt at taking back has its own id, as one may be refused. */
export function undoId(attendance: Attendance, undo: Undo): string {
  return `${attendance._id}:undo${undo.attempt}`;
}

/** What was credited is set aside first, so that it cannot be spent while it is taken back. */
export function undoHoldStep(attendance: Attendance, undo: Undo): PassbookStep | null {
  const line = creditLine(attendance);
  return line && holdPoints(undoId(attendance, undo), line.points);
}

/** The step that takes an attendance back: its reversing line, or merely leaving. */
export function undoStep(attendance: Attendance, undo: Undo, passbook: Passbook): PassbookStep {
  const id = undoId(attendance, undo);
  const line = creditLine(attendance);
  if (!line) return leaveVisit(id, leaving(attendance, passbook), null);
  const counter =
    attendance.basis === 'hour' ? { key: capKey(attendance), atMost: null, add: -line.points } : null;
  return { ...settleHold(id, reverseLine(line, id, undo.at)), counter };
}

/** Until when a teller can take the scan back alone. */
export function undoUntil(attendance: Attendance): Instant {
  return (attendance.out ?? attendance.in).at + UNDO_TIME;
}

// Somebody who forgot to check out may be elsewhere by now, and must not be torn from there.
function leaving(attendance: Attendance, passbook: Passbook): Visit | null {
  return passbook.visiting?.attendanceId === attendance._id ? { leave: attendance._id } : null;
}

function requireBetween(now: Instant, opensAt: Instant, closesAt: Instant): void {
  if (now < opensAt || now > closesAt) throw new BankError('NOT_SESSION_TIME', { opensAt, closesAt });
}
