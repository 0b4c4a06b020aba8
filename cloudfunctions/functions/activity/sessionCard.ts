import type { Attendance, RateCard, Session } from '../../../types/entities';
import type { SessionCard } from '../../../types/routes';
import { counted } from '../../bank/attendance';
import { ruleFor } from '../../bank/rateCard';

/** A passbook's place at a session, and its attempts at checking in. */
export interface OwnPlace {
  passbookId: string;
  attendances: readonly Attendance[];
}

/**
 * A session as people see it, with what a volunteer earns there by the card given.
 * @param places the reader's own
 */
export function sessionCard(session: Session, card: RateCard | null, places: OwnPlace[]): SessionCard {
  const { _id, activityId, branchId, title, description, category, basis, askFirst } = session;
  const { place, startsAt, endsAt, capacity, taken, state } = session;
  const rule = card && ruleFor(card, { basis, category, kind: 'volunteer' });
  return {
    ...{ id: _id, activityId, branchId, title, description, category, basis, askFirst },
    ...{ place, startsAt, endsAt, capacity, taken, state },
    signedUp: places.map(({ passbookId }) => passbookId),
    came: places.flatMap(({ passbookId, attendances }) => {
      const visit = counted(attendances);
      return visit ? [{ passbookId, isDone: visit.state === 'done' }] : [];
    }),
    points: rule?.points ?? null,
  };
}
