import type { Instant } from '../../types/day';
import type { Activity, Session } from '../../types/entities';
import { BankError } from '../../types/errors';
import { command as _ } from '../platform/database';
import { remember, SHORT_MEMORY } from '../platform/remember';
import { Documents } from './collection';

const sessions = new Documents<Session>('sessions');
const activities = new Documents<Activity>('activities');

/** Steps on its places that a session remembers. */
const SESSION_IDS = 1000;

const known = remember<Session>(SHORT_MEMORY, (sessionId) => sessions.get(sessionId));

/** The session, if it is in memory; null says nothing of whether there is one. */
export function rememberedSession(sessionId: string, now: Instant): Session | null {
  return known.peek(sessionId, now);
}

/** Remembers a session that was read along with something else. */
export function keepSession(session: Session, now: Instant): void {
  known.keep(session._id, session, now);
}

/** The session as known for at most a minute. @throws BankError NOT_FOUND */
export async function knownSession(sessionId: string, now: Instant): Promise<Session> {
  return required(await known.get(sessionId, now));
}

/** The session as it is. @throws BankError NOT_FOUND */
export async function getSession(sessionId: string): Promise<Session> {
  return required(await sessions.get(sessionId));
}

/** The sessions of these ids, in no order. */
export function getSessions(sessionIds: readonly string[]): Promise<Session[]> {
  return sessions.named(sessionIds);
}

export function claimSession(session: Session) {
  return sessions.claim(session);
}

export function getActivity(activityId: string): Promise<Activity | null> {
  return activities.get(activityId);
}

export function claimActivity(activity: Activity) {
  return activities.claim(activity);
}

/** Marks that no session of an activity is missing. */
export function settleActivity(activityId: string): Promise<boolean> {
  return activities.change({ _id: activityId }, { settled: true });
}

/** Activities left without some of their sessions since before a moment. */
export function unsettledActivities(before: Instant, limit: number): Promise<Activity[]> {
  return activities.find({ settled: false, publishedAt: _.lt(before) }, ['publishedAt', 'asc'], limit);
}

/** A branch's sessions that end from a moment on, in the order in which they begin. */
export async function sessionsEndingFrom(branchId: string, from: Instant, limit: number): Promise<Session[]> {
  const condition = { branchId, endsAt: _.gte(from) };
  const found = await sessions.find(condition, ['endsAt', 'asc'], limit, ['ids', 'places']);
  return found.sort((a, b) => a.startsAt - b.startsAt);
}

/** Takes a place for an attempt, if there is one and the attempt has not had its turn. */
export function takePlace(
  sessionId: string,
  capacity: number,
  passbookId: string,
  attempt: number,
): Promise<boolean> {
  return sessions.change(
    {
      _id: sessionId,
      state: 'open',
      taken: _.lt(capacity),
      [`places.${passbookId}`]: _.exists(false),
      ids: _.neq(placeStep(passbookId, attempt)),
    },
    {
      taken: _.inc(1),
      [`places.${passbookId}`]: attempt,
      ids: _.push({ each: [placeStep(passbookId, attempt)], slice: -SESSION_IDS }),
    },
  );
}

/** Gives back the place that an attempt took. */
export function givePlaceBack(sessionId: string, passbookId: string, attempt: number): Promise<boolean> {
  return sessions.change(
    { _id: sessionId, [`places.${passbookId}`]: attempt },
    { taken: _.inc(-1), [`places.${passbookId}`]: _.remove() },
  );
}

/** Lets an attempt never take a place, should its request still be on its way. */
export function burnPlace(sessionId: string, passbookId: string, attempt: number): Promise<boolean> {
  return sessions.change(
    { _id: sessionId, ids: _.neq(placeStep(passbookId, attempt)) },
    { ids: _.push({ each: [placeStep(passbookId, attempt)], slice: -SESSION_IDS }) },
  );
}

/** Whether the attempt has a place. */
export function hasPlace(session: Session, passbookId: string, attempt: number): boolean {
  return session.places[passbookId] === attempt;
}

/** Calls a session off; what was taken and credited stays. */
export async function cancelSession(sessionId: string): Promise<boolean> {
  known.forget(sessionId);
  return sessions.change({ _id: sessionId, state: 'open' }, { state: 'cancelled' });
}

function required(session: Session | null): Session {
  if (!session) throw new BankError('NOT_FOUND', { what: 'session' });
  return session;
}

function placeStep(passbookId: string, attempt: number): string {
  return `${passbookId}#${attempt}`;
}
