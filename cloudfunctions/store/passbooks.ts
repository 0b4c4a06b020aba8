import {
  availableChange,
  CODE_STEPS,
  needsOpen,
  nextPage,
  PAGE_IDS,
  PAGE_LINES,
  type PassbookStep,
  stepIds,
} from '../bank/ledger';
import { command as _ } from '../platform/database';
import type {
  Attendance,
  Council,
  Order,
  Page,
  Passbook,
  Person,
  Session,
  SignUp,
} from '../../types/entities';
import type { Points } from '../../types/points';
import { Documents, type Lookup } from './collection';

const passbooks = new Documents<Passbook>('passbooks');

const HOLDER = { from: 'people', localField: 'holderId', foreignField: '_id', as: 'holders' };

/** A passbook and the person who holds or speaks for it. */
export interface Held {
  passbook: Passbook;
  holder: Person | null;
}

export function getPassbook(passbookId: string): Promise<Passbook | null> {
  return passbooks.get(passbookId);
}

export function claimPassbook(passbook: Passbook) {
  return passbooks.claim(passbook);
}

/** The passbook with its holder, and the councils of these branches. One request. */
export function getWithCouncils(passbookId: string, branchIds: readonly string[]) {
  return read(passbookId, { councilKeys: branchIds }, [
    { from: 'councils', localField: 'councilKeys', foreignField: '_id', as: 'councils' },
  ]);
}

/** The passbook with its holder, in one request. */
export async function getHeldPassbook(passbookId: string): Promise<Held | null> {
  const found = await read(passbookId, {}, []);
  return found && { passbook: found.passbook, holder: found.holder };
}

/**
 * All that a scan needs of a passbook: its holder, and its attempts and places at the session. One request.
 * @param sessionId brings the session too
 */
export async function getForScan(passbookId: string, placeKey: string, sessionId: string | null = null) {
  const found = await read(passbookId, { placeKey, ...(sessionId && { sessionKey: sessionId }) }, [
    { from: 'attendances', localField: 'placeKey', foreignField: 'key', as: 'attendances' },
    { from: 'signUps', localField: 'placeKey', foreignField: 'key', as: 'signUps' },
    ...(sessionId
      ? [{ from: 'sessions', localField: 'sessionKey', foreignField: '_id', as: 'sessions' }]
      : []),
  ]);
  return found && { ...found, session: found.sessions[0] ?? null };
}

/** A passbook together with the order that a request may have placed before. One request. */
export async function getForOrder(passbookId: string, orderId: string) {
  const found = await read(passbookId, { orderKey: orderId }, [
    { from: 'orders', localField: 'orderKey', foreignField: '_id', as: 'orders' },
  ]);
  return found && { ...found, order: found.orders[0] ?? null };
}

/**
 * Takes a step on the passbook, in one conditional update that asks what `judge` asks.
 * @returns false if it was not taken; the passbook then tells why
 */
export function takeStep(passbookId: string, pageNo: number, step: PassbookStep): Promise<boolean> {
  const change = availableChange(step);
  const { hold, counter, visit, line, closing } = step;
  const holdPath = hold && `holds.${hold.orderId}`;
  const ids = stepIds(step);
  const condition = {
    _id: passbookId,
    'page.no': pageNo,
    'page.ids': _.neq(step.id),
    'page.idCount': _.lt(PAGE_IDS),
    'page.lineCount': _.lt(PAGE_LINES),
    ...(line && { closedThrough: _.not(_.gte(line.bookedOn)) }),
    ...(needsOpen(step) && { status: closing ? 'active' : _.neq('closed') }),
    ...(closing && {
      balance: closing.balance,
      held: 0,
      'visiting.until': _.not(_.gt(closing.at)),
    }),
    ...(change < 0 && { available: _.gte(-change) }),
    ...(holdPath && hold.change === 'lift' && { [holdPath]: hold.points }),
    ...(counter && counter.atMost !== null && { [`counters.${counter.key}`]: _.not(_.gt(counter.atMost)) }),
    ...(step.codeStep !== null && { codeSteps: _.neq(step.codeStep) }),
    ...(visit && 'leave' in visit && { 'visiting.attendanceId': visit.leave }),
    ...(visit && 'freeAt' in visit && { 'visiting.until': _.not(_.gt(visit.freeAt)) }),
  };
  const data = {
    'page.ids': _.push(ids),
    'page.idCount': _.inc(ids.length),
    ...(line && { 'page.lines': _.push([line]), 'page.lineCount': _.inc(1), lineCount: _.inc(1) }),
    ...(step.balance !== 0 && { balance: _.inc(step.balance) }),
    ...(step.held !== 0 && { held: _.inc(step.held) }),
    ...(change !== 0 && { available: _.inc(change) }),
    ...(holdPath && { [holdPath]: hold.change === 'set' ? hold.points : _.remove() }),
    ...(counter && { [`counters.${counter.key}`]: _.inc(counter.add) }),
    ...(step.codeStep !== null && { codeSteps: _.push({ each: [step.codeStep], slice: -CODE_STEPS }) }),
    ...(step.status && { status: step.status }),
    ...(visit && 'enter' in visit && { visiting: _.set(visit.enter) }),
    ...(visit && 'leave' in visit && { visiting: _.set(null) }),
  };
  return passbooks.change(condition, data);
}

/** Puts the next page under the balance carried forward, unless somebody turned it already. */
export function turnTo(turned: Page, counters: Record<string, Points>): Promise<boolean> {
  return passbooks.change(
    { _id: turned.passbookId, 'page.no': turned.no },
    { page: _.set(nextPage(turned)), counters: _.set(counters) },
  );
}

interface Related {
  holders?: Person[];
  attendances?: Attendance[];
  signUps?: SignUp[];
  orders?: Order[];
  sessions?: Session[];
  councils?: Council[];
  placeKey?: string;
  orderKey?: string;
  sessionKey?: string;
  councilKeys?: string[];
}

async function read(
  passbookId: string,
  constants: Record<string, string | readonly string[]>,
  lookups: readonly Lookup[],
) {
  const found = await passbooks.withRelated<Passbook & Related>({ _id: passbookId }, constants, [
    HOLDER,
    ...lookups,
  ]);
  if (!found) return null;
  const {
    holders,
    attendances = [],
    signUps = [],
    orders = [],
    sessions = [],
    councils = [],
    placeKey: _place,
    orderKey: _order,
    sessionKey: _session,
    councilKeys: _councils,
    ...passbook
  } = found;
  const holder = holders?.[0] ?? null;
  return { passbook: passbook as Passbook, holder, attendances, signUps, orders, sessions, councils };
}

/** The passbooks of these numbers. */
export function getPassbooks(passbookIds: readonly string[]): Promise<Passbook[]> {
  return passbookIds.length === 0
    ? Promise.resolve([])
    : passbooks.find({ _id: _.in(passbookIds) }, null, 1000, ['page', 'holds', 'counters']);
}

/** What all passbooks of a branch hold together. */
export function outstandingPoints(branchId: string): Promise<Points> {
  return passbooks.total({ branchId }, 'balance');
}
