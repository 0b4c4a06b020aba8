import type { Instant } from '../../types/day';
import type { Act, Attendance, SignUp } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const signUps = new Documents<SignUp>('signUps');

export function claimSignUp(signUp: SignUp) {
  return signUps.claim(signUp);
}

export function getSignUp(signUpId: string): Promise<SignUp | null> {
  return signUps.get(signUpId);
}

/** All attempts of a passbook at a place of a session. */
export function signUpsAt(key: string): Promise<SignUp[]> {
  return signUps.find({ key }, null, 100);
}

/** Moves a place on, if it is still in the state named. */
export function moveSignUp(signUp: SignUp, to: Partial<SignUp>): Promise<boolean> {
  return signUps.move(signUp, to);
}

/**
 * Makes an unfinished walk-in's place anew that of whoever asks: until then the sweeper may give it back.
 * @returns the place as it is now; null when it is given back
 */
export async function renewWalkIn(signUp: SignUp, now: Instant): Promise<SignUp | null> {
  // Never the moment that the sweeper may have read.
  const to = { at: Math.max(now, signUp.at + 1) };
  return (await signUps.move(signUp, to)) ? { ...signUp, ...to } : null;
}

/** Gives an unfinished walk-in's place up, unless somebody has come by it since it was read. */
export function giveWalkInUp(signUp: SignUp, ended: Act): Promise<boolean> {
  return signUps.move(signUp, { state: 'withdrawn', settled: false, ended }, { at: signUp.at });
}

/** Marks that no step of the chain is missing; only in the state that was completed. */
export function settleSignUp(signUp: Pick<SignUp, '_id' | 'state'>): Promise<boolean> {
  return signUps.move(signUp, { settled: true });
}

/** A person's places at sessions that are neither over nor called off, soonest first. */
export function upcomingSignUps(holderId: string, now: Instant, limit: number): Promise<SignUp[]> {
  return signUps.find(upcoming(holderId, now), ['endsAt', 'asc'], limit);
}

/** As `upcomingSignUps`, each with the attempts at checking in. One request. */
export function upcomingVisits(
  holderId: string,
  now: Instant,
  limit: number,
): Promise<(SignUp & { attendances: Attendance[] })[]> {
  return signUps.findWithRelated(upcoming(holderId, now), ['endsAt', 'asc'], limit, {
    from: 'attendances',
    localField: 'key',
    foreignField: 'key',
    as: 'attendances',
  });
}

function upcoming(holderId: string, now: Instant) {
  return { holderId, state: 'signed', calledOff: false, endsAt: _.gte(now) };
}

/** Marks a session's places: it does not take place. */
export function callOffSignUps(sessionId: string): Promise<void> {
  return signUps.changeAll({ sessionId }, { calledOff: true });
}

/** The places of a session that count. */
export function signUpsOf(sessionId: string): Promise<SignUp[]> {
  return signUps.find({ sessionId, state: 'signed' }, null, 1000);
}

/** Chains left standing since before a moment. */
export function unsettledSignUps(before: Instant, limit: number): Promise<SignUp[]> {
  return signUps.find({ settled: false, at: _.lt(before) }, ['at', 'asc'], limit);
}
