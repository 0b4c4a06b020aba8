import type { Instant } from '../../types/day';
import type { Attendance, SignUp } from '../../types/entities';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const signUps = new Documents<SignUp>('signUps');

export function claimSignUp(signUp: SignUp) {
  return signUps.claim(signUp);
}

export function getSignUp(signUpId: string): Promise<SignUp | null> {
  return signUps.get(signUpId);
}

/** Moves a place on, if it is still in the state named. */
export function moveSignUp(signUp: SignUp, to: Partial<SignUp>): Promise<boolean> {
  return signUps.move(signUp, to);
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
