import { requireSameContent } from '../../bank/sameContent';
import type { Action } from '../../platform/serve';
import { cancelSession, getSession } from '../../store/sessions';
import { callOffSignUps } from '../../store/signUps';
import { claimTrailEntry } from '../../store/trail';

/** Calls a session off. What was credited there stays. */
export const cancel: Action<'activity', 'cancel'> = {
  may: ['teller', 'manager'],
  writes: true,
  async run({ input: { sessionId, reason }, caller, now, requestId, idFor }) {
    const { branchId } = await getSession(sessionId);
    caller.requireAt(branchId);
    const entry = await claimTrailEntry({
      _id: idFor('t'),
      act: 'cancelSession',
      branchId,
      about: sessionId,
      reason,
      before: 'open',
      after: 'cancelled',
      by: caller.personId,
      at: now,
      requestId,
    });
    requireSameContent(entry, { about: sessionId, reason });
    await cancelSession(sessionId);
    await callOffSignUps(sessionId);
    return { sessionId };
  },
};
