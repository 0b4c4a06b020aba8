import { dayOf, startOfDay } from '../../../types/day';
import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { findCardInForce } from '../../store/rateCards';
import { sessionsFrom } from '../../store/sessions';
import { upcomingSignUps } from '../../store/signUps';
import { sessionCard } from './sessionCard';

const MOST_SESSIONS = 50;

/** A branch's sessions from today on. Without a branch named: the caller's own. */
export const list: Action<'activity', 'list'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const { person } = caller;
    const branchId = input.branchId ?? caller.homeBranch();
    if (!branchId) throw new BankError('NOT_FOUND', { what: 'branch' });
    const [sessions, card, signUps] = await Promise.all([
      sessionsFrom(branchId, startOfDay(dayOf(now)), MOST_SESSIONS),
      findCardInForce(branchId, now, now),
      person ? upcomingSignUps(person._id, now, MOST_SESSIONS) : [],
    ]);
    return {
      branchId,
      sessions: sessions.map((session) =>
        sessionCard(
          session,
          card,
          signUps.filter((own) => own.sessionId === session._id).map((own) => own.passbookId),
        ),
      ),
    };
  },
};
