import type { RateCard, Session } from '../../../types/entities';
import type { SessionCard } from '../../../types/routes';
import { ruleFor } from '../../bank/rateCard';

/** A session as people see it, with what a volunteer earns there by the card given. */
export function sessionCard(session: Session, card: RateCard | null, signedUp: string[]): SessionCard {
  const { _id, activityId, branchId, title, description, category, basis, askFirst } = session;
  const { place, startsAt, endsAt, capacity, taken, state } = session;
  const rule = card && ruleFor(card, { basis, category, kind: 'volunteer' });
  return {
    ...{ id: _id, activityId, branchId, title, description, category, basis, askFirst },
    ...{ place, startsAt, endsAt, capacity, taken, state, signedUp },
    points: rule?.points ?? null,
  };
}
