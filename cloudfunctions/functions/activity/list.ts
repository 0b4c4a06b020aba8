import { dayOf, startOfDay } from '../../../types/day';
import { BankError } from '../../../types/errors';
import { LATE_CHECK_OUT, LONGEST_SESSION } from '../../bank/attendance';
import type { Action } from '../../platform/serve';
import { cardsFrom } from '../../store/rateCards';
import { sessionsEndingFrom } from '../../store/sessions';
import { upcomingVisits } from '../../store/signUps';
import { sessionCard } from './sessionCard';

const MOST_SESSIONS = 50;

/**
 * A branch's sessions from today on, and those from before at whose door a teller may still stand. What they earn
 * is by the card that will be in force when they begin. Without a branch named: the caller's own.
 */
export const list: Action<'activity', 'list'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const { person } = caller;
    const branchId = input.branchId ?? caller.homeBranch();
    if (!branchId) throw new BankError('NOT_FOUND', { what: 'branch' });
    const from = Math.min(startOfDay(dayOf(now)), now - LATE_CHECK_OUT);
    const [sessions, cards, visits] = await Promise.all([
      sessionsEndingFrom(branchId, from, MOST_SESSIONS),
      cardsFrom(branchId, from - LONGEST_SESSION, now),
      person ? upcomingVisits(person._id, now, MOST_SESSIONS) : [],
    ]);
    return {
      branchId,
      sessions: sessions.map((session) =>
        sessionCard(
          session,
          cards.findLast(({ effectiveOn }) => effectiveOn <= dayOf(session.startsAt)) ?? null,
          visits.filter((own) => own.sessionId === session._id),
        ),
      ),
    };
  },
};
