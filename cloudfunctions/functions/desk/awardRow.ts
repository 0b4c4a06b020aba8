import type { Award } from '../../../types/entities';
import type { AwardRow } from '../../../types/routes';

/** An award as the desk sees it. */
export function awardRow(award: Award, name: string, proposedBy: string): AwardRow {
  const { _id, passbookId, levelTitle, credit, reason, state, proposed, decided } = award;
  return {
    id: _id,
    ...{ passbookId, name, levelTitle, reason, state, proposedBy },
    points: credit.points,
    proposedAt: proposed.at,
    decidedAt: decided?.at ?? null,
  };
}
