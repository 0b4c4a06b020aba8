import { DAY, dayOf, HOUR, type Instant, MINUTE } from '../../types/day';
import type { Attendance, Credit, Line, Passbook, RateCard, Session, Undo } from '../../types/entities';
import { EARLY_CHECK_IN } from '../../types/doors';
import { BankError } from '../../types/errors';
import {
  burnStep,
  counterOf,
  enterVisit,
  keepsCounter,
  leaveVisit,
  type PassbookStep,
  postLine,
  type Visit,
} from './ledger';
import { creditFor, ruleFor } from './rateCard';
import { takeBackStep, undoId } from './takeBack';

const CAME: ReadonlySet<Attendance['state']> = new Set(['in', 'lapsed', 'settling', 'done']);

/** People may be checked out this long after the session; the time counted ends with it. */
export const LATE_CHECK_OUT = 2 * HOUR;
/** How long a session may last. */
export const LONGEST_SESSION = DAY;
/** How long somebody can take back alone what they did: a scan, a confirmation. */
export const UNDO_TIME = 15 * MINUTE;
/** How long after the session forgotten hours can be confirmed; the day's cap is remembered a little longer. */
export const SETTLE_TIME = 7 * DAY;

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

/** The attempt by which somebody came, if one did. */
export function counted(attendances: readonly Attendance[]): Attendance | undefined {
  return attendances.find(({ state }) => CAME.has(state));
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

/** What so many minutes of an attendance earn, its day's cap regarded. @throws BankError NO_EARNING_RULE */
export function hoursCredit(
  card: RateCard,
  attendance: Attendance,
  passbook: Passbook,
  minutes: number,
): Credit {
  return creditFor(card, {
    basis: 'hour',
    category: attendance.category,
    kind: passbook.kind,
    minutes,
    earnedBefore: counterOf(passbook, capKey(attendance)),
  });
}

/** Whether nobody can be checked out any more: whoever is still in has forgotten it. */
export function isOverdue({ state, endsAt }: Pick<Attendance, 'state' | 'endsAt'>, now: Instant): boolean {
  return state === 'in' && now > endsAt + LATE_CHECK_OUT;
}

/** What a forgotten check-out becomes: the hours as planned, for somebody to confirm. */
export function lapseOf(attendance: Attendance): NonNullable<Attendance['lapse']> {
  return { planned: countedMinutes(attendance, attendance.in.at, attendance.endsAt), confirmed: null };
}

/**
 * Makes sure that so many minutes of a forgotten check-out can be confirmed now.
 * @throws BankError BAD_INPUT (more than planned), HOURS_TOO_LATE (none still can)
 */
export function requireConfirmable(
  { lapse, endsAt }: Pick<Attendance, 'lapse' | 'endsAt'>,
  minutes: number,
  now: Instant,
): void {
  if (minutes > (lapse?.planned ?? 0)) throw new BankError('BAD_INPUT', { path: 'input.minutes' });
  const until = endsAt + SETTLE_TIME;
  if (minutes > 0 && now > until) throw new BankError('HOURS_TOO_LATE', { until });
}

/** The step that ends the visit of somebody who forgot to check out. */
export function lapseStep(attendance: Attendance, passbook: Passbook): PassbookStep {
  return leaveVisit(`${attendance._id}:lapse`, leaving(attendance, passbook), null);
}

/** The minutes that somebody was there for, or that were confirmed; 0 while nobody has said. */
export function minutesSpent(attendance: Attendance): number {
  const { lapse, out } = attendance;
  if (lapse) return lapse.confirmed ?? 0;
  return out ? countedMinutes(attendance, attendance.in.at, out.at) : 0;
}

/**
 * The step that credits hours of which only the passbook can tell what they earn: that depends on the day's other
 * hours, so it is computed for the passbook as it is; there is one id, so whichever computation lands first is the
 * one that counts.
 */
export function settleHoursStep(attendance: Attendance, card: RateCard, passbook: Passbook): PassbookStep {
  const credit = hoursCredit(card, attendance, passbook, minutesSpent(attendance));
  const line = creditLine({ ...attendance, credit });
  const [visit, codeStep] = [leaving(attendance, passbook), attendance.outCodeStep];
  if (!line) return leaveVisit(attendance._id, visit, codeStep);
  const earnedBefore = counterOf(passbook, capKey(attendance));
  return postLine(line, {
    codeStep,
    visit,
    counter: { key: capKey(attendance), atMost: earnedBefore, add: line.points },
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
  // Hours are left by a code of their own; those confirmed later, by none.
  const newest = basis === 'hour' ? attendance.outCodeStep : attendance.codeStep;
  const visit = basis === 'hour' ? leaving(attendance, passbook) : { freeAt: attendance.in.at };
  if (!line) return leaveVisit(attendance._id, visit, newest);
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

/** The step that takes an attendance back: its reversing line, or merely leaving. */
export function undoStep(attendance: Attendance, undo: Undo, passbook: Passbook): PassbookStep {
  const line = creditLine(attendance);
  if (!line) return leaveVisit(undoId(attendance._id, undo), leaving(attendance, passbook), null);
  const counts = attendance.basis === 'hour' && keepsCounter(attendance.day, dayOf(undo.at));
  const counter = counts ? { key: capKey(attendance), atMost: null, add: -line.points } : null;
  return { ...takeBackStep(line, undo), counter };
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
