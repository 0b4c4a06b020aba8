import type { Instant } from '../../types/day';
import type { Act, Attendance, SignUp } from '../../types/entities';
import { BankError } from '../../types/errors';
import { attemptId } from '../bank/attendance';
import { getSignUp, giveWalkInUp, moveSignUp, renewWalkIn, settleSignUp } from '../store/signUps';
import { burnPlace, getSession, givePlaceBack, hasPlace, takePlace } from '../store/sessions';

const MOST_ROUNDS = 8;

/**
 * Takes the place that a sign-up asks for, or gives it back: whatever its record says is still to be done.
 * Safe to repeat.
 * @returns the sign-up as it stands then; its state says whether there was a place
 */
export async function finishSignUp(signUp: SignUp): Promise<SignUp> {
  if (signUp.settled) return signUp;
  const finished = signUp.state === 'signed' ? await take(signUp) : await giveBack(signUp);
  await settleSignUp(finished);
  return { ...finished, settled: true };
}

/**
 * Gives a place back. Safe to repeat.
 * @throws BankError BUSY when somebody else moves it at the same time
 */
export async function withdrawSignUp(signUp: SignUp, ended: Act): Promise<SignUp> {
  // The place must be taken before it can be given back.
  const signed = await finishSignUp(signUp);
  if (signed.state !== 'signed') return signed;
  const to = { state: 'withdrawn', settled: false, ended } as const;
  if (!(await moveSignUp(signed, to))) throw new BankError('BUSY', {});
  return finishSignUp({ ...signed, ...to });
}

/** Gives a walk-in's place back that no check-in followed. A check-in that comes by it meanwhile keeps it. */
export async function giveUpPlace(signUp: SignUp, ended: Act): Promise<void> {
  if (!(await giveWalkInUp(signUp, ended))) return;
  await finishSignUp({ ...signUp, state: 'withdrawn', settled: false, ended });
}

/**
 * Takes a walk-in's place over that another attempt left unfinished.
 * @throws BankError BUSY when it was given back meanwhile
 */
export async function takeOver(signUp: SignUp, now: Instant): Promise<SignUp> {
  const renewed = await renewWalkIn(signUp, now);
  if (!renewed) throw new BankError('BUSY', {});
  return take(renewed);
}

/** Where nothing came of an attendance, the place that it took as a walk-in is free again. Safe to repeat. */
export async function freeWalkInPlace(attendance: Attendance): Promise<void> {
  if (!attendance.walkIn) return;
  const place = await getSignUp(attemptId(attendance.key, attendance.placeAttempt));
  const { by, at, requestId } = attendance.undo ?? attendance.in;
  if (place) await withdrawSignUp(place, { by, at, requestId });
}

/** Takes the place and leaves the mark to the sweeper, where every request counts. */
export async function take(signUp: SignUp, capacity?: number): Promise<SignUp> {
  const { sessionId, passbookId, attempt } = signUp;
  if (capacity !== undefined && (await takePlace(sessionId, capacity, passbookId, attempt))) return signUp;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const session = await getSession(sessionId);
    if (hasPlace(session, passbookId, attempt)) return signUp;
    if (session.state === 'cancelled') return refuse(signUp, { code: 'SESSION_CANCELLED', details: {} });
    if (session.taken >= session.capacity)
      return refuse(signUp, { code: 'SESSION_FULL', details: { capacity: session.capacity } });
    if (await takePlace(sessionId, session.capacity, passbookId, attempt)) return signUp;
  }
  throw new BankError('BUSY', {});
}

async function refuse(signUp: SignUp, refusal: NonNullable<SignUp['refusal']>): Promise<SignUp> {
  const moved = await moveSignUp(signUp, { state: 'refused', refusal });
  if (!moved) throw new BankError('BUSY', {});
  const refused: SignUp = { ...signUp, state: 'refused', refusal };
  await giveBack(refused);
  return refused;
}

async function giveBack(signUp: SignUp): Promise<SignUp> {
  const { sessionId, passbookId, attempt } = signUp;
  if (await givePlaceBack(sessionId, passbookId, attempt)) return signUp;
  // Not taken yet, perhaps: once no copy can take the place, giving it back is final.
  await burnPlace(sessionId, passbookId, attempt);
  await givePlaceBack(sessionId, passbookId, attempt);
  return signUp;
}
