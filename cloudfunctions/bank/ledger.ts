import { addDays, type Day, dayOf, type Instant } from '../../types/day';
import type { CurrentPage, Line, Page, Passbook, PassbookStatus } from '../../types/entities';
import type { Points } from '../../types/points';
import { canonicalJson, type Digest } from './canonical';

/** A page is full, and turned by the next step, at so many lines or so many steps. */
export const PAGE_LINES = 12;
export const PAGE_IDS = 60;

/** Check-in codes remembered. A code lives for a minute and a half, so a few would do. */
export const CODE_STEPS = 20;

/** Daily caps as far back as hours may still be confirmed; older counters can't matter any more. */
const COUNTER_DAYS = 9;

/**
 * One step on a passbook. Taken in ONE conditional update, so it lands wholly, once, or not at all:
 * its id must not be on the page, the page must be the one named and have room, and what the step
 * needs must be there.
 */
export interface PassbookStep {
  id: string;
  /** Added to the balance; equals the line's points. */
  balance: Points;
  /** Added to what is held. */
  held: Points;
  line: Line | null;
  hold: { orderId: string; points: Points; change: 'set' | 'lift' } | null;
  /** A capped rule's counter, which must not stand higher than the credit assumed (null: no matter). */
  counter: { key: string; atMost: Points | null; add: Points } | null;
  /** The check-in code's step, which must not have been used. */
  codeStep: number | null;
  visit: Visit | null;
  /** What the passbook's status becomes. */
  status: PassbookStatus | null;
  /** Ends the passbook: it must have just this balance, nothing held, be active, and visit nothing by then. */
  closing: { balance: Points; at: Instant } | null;
  /** Takes the id in the stead of a step that must not land; a mark tells it from one that did. */
  burns: boolean;
}

/** Whoever is checked in by the hour is nowhere else until then; `freeAt` asks for just that. */
export type Visit =
  { enter: NonNullable<Passbook['visiting']>; freeAt: Instant } | { leave: string } | { freeAt: Instant };

/**
 * `burnt`: the chain was decided otherwise, so the step must never be taken. `closed`: nothing lands on a closed
 * passbook. `open`: something is not yet as it must be for the closing.
 */
export type StepRefusal = 'points' | 'hold' | 'counter' | 'code' | 'elsewhere' | 'burnt' | 'closed' | 'open';
export type Verdict = 'ready' | 'taken' | 'full' | StepRefusal;

const NOTHING: Omit<PassbookStep, 'id'> = {
  balance: 0,
  held: 0,
  line: null,
  hold: null,
  counter: null,
  codeStep: null,
  visit: null,
  status: null,
  closing: null,
  burns: false,
};

/** Posts a line; what it takes out must be available. */
export function postLine(line: Line, more: Partial<PassbookStep> = {}): PassbookStep {
  return { ...NOTHING, ...more, id: line.id, balance: line.points, line };
}

/** Sets points aside for an order. */
export function holdPoints(orderId: string, points: Points): PassbookStep {
  return {
    ...NOTHING,
    id: holdStepId(orderId),
    held: points,
    hold: { orderId, points, change: 'set' },
  };
}

/** Gives held points back to the holder. */
export function releasePoints(orderId: string, points: Points): PassbookStep {
  return {
    ...NOTHING,
    id: `${orderId}:release`,
    held: -points,
    hold: { orderId, points, change: 'lift' },
  };
}

/** Turns a hold into the line that pays for the order. */
export function settleHold(orderId: string, line: Line): PassbookStep {
  return {
    ...NOTHING,
    id: line.id,
    balance: line.points,
    held: line.points,
    line,
    hold: { orderId, points: -line.points, change: 'lift' },
  };
}

/**
 * The step with its line booked on the day that it comes: not before what it tells of happened, nor before the line
 * that it reverses (clocks step back), and never on a day that has been closed. The store's update asks that none was closed meanwhile.
 */
export function bookStep(step: PassbookStep, passbook: Passbook, now: Instant): PassbookStep {
  const { line } = step;
  if (!line) return step;
  const { closedThrough } = passbook;
  const reversed = passbook.page.lines.filter(({ id }) => id === line.reverses);
  const days = [
    line.bookedOn,
    dayOf(now),
    ...reversed.map(({ bookedOn }) => bookedOn),
    ...(closedThrough ? [addDays(closedThrough, 1)] : []),
  ];
  return { ...step, line: { ...line, bookedOn: days.sort().at(-1)! } };
}

/** Marks the passbook as checked in to something paid by the hour. */
export function enterVisit(
  id: string,
  visiting: NonNullable<Passbook['visiting']>,
  codeStep: number,
): PassbookStep {
  return { ...NOTHING, id, codeStep, visit: { enter: visiting, freeAt: visiting.since } };
}

/** Ends a visit that earned nothing. */
export function leaveVisit(id: string, visit: Visit | null, codeStep: number | null): PassbookStep {
  return { ...NOTHING, id, codeStep, visit };
}

/** Freezes or thaws: once, however late a copy of the step arrives. */
export function changeStatus(id: string, status: PassbookStatus): PassbookStep {
  return { ...NOTHING, id, status };
}

/** Closes the passbook for good; `line` gives away what is left. */
export function closePassbook(id: string, line: Line | null, balance: Points, at: Instant): PassbookStep {
  return { ...NOTHING, id, balance: line?.points ?? 0, line, status: 'closed', closing: { balance, at } };
}

/** Takes a step's id without its effect, so that a copy of the step still on its way finds it taken. */
export function burnStep(id: string): PassbookStep {
  return { ...NOTHING, id, burns: true };
}

/** What a step leaves on the page. */
export function stepIds(step: Pick<PassbookStep, 'id' | 'burns'>): string[] {
  return step.burns ? [step.id, burntMark(step.id)] : [step.id];
}

/** What a page's ids say of a step that is on it: a burnt one counts as taken for who wants it burnt. */
export function verdictOfTaken(ids: readonly string[], step: Pick<PassbookStep, 'id' | 'burns'>) {
  return !step.burns && isBurnt(ids, step.id) ? 'burnt' : 'taken';
}

/** Whether a page's ids say that the step was burnt. */
export function isBurnt(ids: readonly string[], stepId: string): boolean {
  return ids.includes(burntMark(stepId));
}

export function holdStepId(orderId: string): string {
  return `${orderId}:hold`;
}

/** Whether the step is one that nothing but an open passbook takes; burning an id is always possible. */
export function needsOpen({ line, hold, visit, status }: PassbookStep): boolean {
  return line !== null || hold !== null || visit !== null || status !== null;
}

/** How much the step adds to what the holder may spend. */
export function availableChange(step: PassbookStep): Points {
  return step.balance - step.held;
}

/**
 * Whether the passbook, as read, can take the step. The store's conditional update asks the same of the
 * passbook as it is; this says why that answered no.
 */
export function judge(passbook: Passbook, step: PassbookStep): Verdict {
  if (passbook.page.ids.includes(step.id)) return verdictOfTaken(passbook.page.ids, step);
  if (passbook.status === 'closed' && needsOpen(step)) return 'closed';
  if (isFull(passbook.page)) return 'full';
  if (step.closing && !mayClose(passbook, step.closing)) return 'open';
  if (step.hold?.change === 'lift' && passbook.holds[step.hold.orderId] !== step.hold.points) return 'hold';
  if (passbook.available + Math.min(0, availableChange(step)) < 0) return 'points';
  const { counter } = step;
  if (counter && counter.atMost !== null && counterOf(passbook, counter.key) > counter.atMost)
    return 'counter';
  if (step.codeStep !== null && passbook.codeSteps.includes(step.codeStep)) return 'code';
  if (step.visit && !allowsVisit(passbook, step.visit)) return 'elsewhere';
  return 'ready';
}

/** The passbook after the step; `judge` must have said 'ready'. */
export function applyStep(passbook: Passbook, step: PassbookStep): Passbook {
  const { page } = passbook;
  const holds = { ...passbook.holds };
  if (step.hold?.change === 'set') holds[step.hold.orderId] = step.hold.points;
  if (step.hold?.change === 'lift') delete holds[step.hold.orderId];
  const counters = { ...passbook.counters };
  if (step.counter) counters[step.counter.key] = counterOf(passbook, step.counter.key) + step.counter.add;
  return {
    ...passbook,
    balance: passbook.balance + step.balance,
    held: passbook.held + step.held,
    available: passbook.available + availableChange(step),
    holds,
    counters,
    lineCount: passbook.lineCount + (step.line ? 1 : 0),
    codeSteps:
      step.codeStep === null ? passbook.codeSteps : [...passbook.codeSteps, step.codeStep].slice(-CODE_STEPS),
    visiting: visitAfter(passbook, step.visit),
    status: step.status ?? passbook.status,
    page: {
      ...page,
      lines: step.line ? [...page.lines, step.line] : page.lines,
      lineCount: page.lineCount + (step.line ? 1 : 0),
      ids: [...page.ids, ...stepIds(step)],
      idCount: page.idCount + stepIds(step).length,
    },
  };
}

/** Where the passbook is checked in at a moment; a visit that ran out binds no longer. */
export function visitedAt(passbook: Passbook, at: Instant): Passbook['visiting'] {
  return passbook.visiting && passbook.visiting.until > at ? passbook.visiting : null;
}

export function counterOf(passbook: Passbook, key: string): Points {
  return passbook.counters[key] ?? 0;
}

/** A full page takes no step of any kind: what is read of it is what will be turned. */
export function isFull(page: CurrentPage): boolean {
  return page.lineCount >= PAGE_LINES || page.idCount >= PAGE_IDS;
}

/** The first page of a new passbook. */
export function firstPage(): CurrentPage {
  return emptyPage(1, 0, 1, '');
}

/** A full page as it is written away: closed, hashed, chained to the one before. */
export function closePage(passbook: Passbook, turnedAt: Instant, digest: Digest): Page {
  const { no, opening, firstLine, lines, ids, previousHash } = passbook.page;
  const page = {
    _id: `${passbook._id}#${no}`,
    passbookId: passbook._id,
    branchId: passbook.branchId,
    no,
    opening,
    closing: passbook.balance,
    firstLine,
    lines,
    ids,
    previousHash,
    turnedAt,
  };
  return { ...page, hash: pageHash(page, digest) };
}

/** What makes a turned page tamper-evident: everything on it, and the hash of the page before. */
export function pageHash(page: Omit<Page, 'hash'>, digest: Digest): string {
  return digest(canonicalJson(page));
}

/** The page after a turned one: the balance carried forward, no ids. */
export function nextPage(turned: Page): CurrentPage {
  return emptyPage(turned.no + 1, turned.closing, turned.firstLine + turned.lines.length, turned.hash);
}

/** The counters that still matter when a page is turned. */
export function recentCounters(passbook: Passbook, today: Day): Record<string, Points> {
  return Object.fromEntries(
    Object.entries(passbook.counters).filter(([key]) => keepsCounter(key.slice(key.indexOf(':') + 1), today)),
  );
}

/** Whether what was credited on a day still counts for its cap. */
export function keepsCounter(day: Day, today: Day): boolean {
  return day >= addDays(today, -COUNTER_DAYS);
}

/** The line that takes back another; the mistake stays readable. */
export function reverseLine(line: Line, id: string, at: Instant, reason?: string): Line {
  return {
    ...line,
    id,
    kind: 'reverse',
    points: -line.points,
    occurredAt: at,
    bookedOn: dayOf(at),
    reverses: line.id,
    ...(reason !== undefined && { reason }),
  };
}

function burntMark(id: string): string {
  return `${id}:burnt`;
}

function mayClose(passbook: Passbook, { balance, at }: NonNullable<PassbookStep['closing']>): boolean {
  const { status, held } = passbook;
  const isQuiet = held === 0 && visitedAt(passbook, at) === null;
  return status === 'active' && passbook.balance === balance && isQuiet;
}

function allowsVisit(passbook: Passbook, visit: Visit): boolean {
  if ('leave' in visit) return passbook.visiting?.attendanceId === visit.leave;
  return visitedAt(passbook, visit.freeAt) === null;
}

function visitAfter(passbook: Passbook, visit: Visit | null): Passbook['visiting'] {
  if (!visit) return passbook.visiting;
  if ('enter' in visit) return visit.enter;
  return 'leave' in visit ? null : passbook.visiting;
}

function emptyPage(no: number, opening: Points, firstLine: number, previousHash: string): CurrentPage {
  return { no, opening, firstLine, previousHash, lines: [], lineCount: 0, ids: [], idCount: 0 };
}
