import type { Instant } from '../../../types/day';
import type { Session, SignUp } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { attemptId, latest, placeKey } from '../../bank/attendance';
import { finishSignUp } from '../../chains/signUp';
import type { Action } from '../../platform/serve';
import { getForScan } from '../../store/passbooks';
import { knownSession } from '../../store/sessions';
import { claimSignUp } from '../../store/signUps';
import { requireActive } from '../../bank/requireActive';

/** Takes a place at a session for one of the caller's passbooks; signing up again changes nothing. */
export const signUp: Action<'activity', 'signUp'> = {
  may: ['holder'],
  writes: true,
  async run({ input: { sessionId, passbookId }, caller, now, requestId }) {
    caller.requireHolding(passbookId);
    const session = await knownSession(sessionId, now);
    const found = await getForScan(passbookId, placeKey(sessionId, passbookId));
    if (!found) throw new BankError('NOT_FOUND', { what: 'passbook' });
    const before = latest(found.signUps);
    // An attempt that is not finished keeps the place from the next one.
    const standing = before && (await finishSignUp(before));
    if (standing?.requestId === requestId || standing?.state === 'signed') return answer(standing);
    // Sent again after an attempt that came later: what was answered then.
    const mine = found.signUps.find((signUp) => signUp.requestId === requestId);
    if (mine) return answer(mine);

    if (session.branchId !== found.passbook.branchId)
      throw new BankError('WRONG_BRANCH', { branchId: found.passbook.branchId });
    requireActive(found.passbook);
    if (session.state === 'cancelled') throw new BankError('SESSION_CANCELLED', {});
    if (now >= session.endsAt) throw new BankError('SIGN_UP_CLOSED', { startsAt: session.startsAt });
    const attempt = newSignUp(session, passbookId, caller.personId, (before?.attempt ?? 0) + 1, {
      now,
      requestId,
      walkIn: false,
    });
    const { record } = await claimSignUp(attempt);
    return answer(await finishSignUp(record));
  },
};

/** The record that leads the taking of a place. */
export function newSignUp(
  session: Session,
  passbookId: string,
  holderId: string,
  attempt: number,
  how: { now: Instant; requestId: string; walkIn: boolean },
): SignUp {
  const key = placeKey(session._id, passbookId);
  const { branchId, title, place, category, startsAt, endsAt } = session;
  return {
    _id: attemptId(key, attempt),
    key,
    sessionId: session._id,
    passbookId,
    holderId,
    branchId,
    attempt,
    walkIn: how.walkIn,
    state: 'signed',
    settled: false,
    refusal: null,
    title,
    place,
    category,
    startsAt,
    endsAt,
    calledOff: false,
    at: how.now,
    requestId: how.requestId,
    ended: null,
  };
}

function answer(signUp: SignUp): { sessionId: string } {
  if (signUp.refusal) throw new BankError(signUp.refusal.code, signUp.refusal.details as never);
  return { sessionId: signUp.sessionId };
}
