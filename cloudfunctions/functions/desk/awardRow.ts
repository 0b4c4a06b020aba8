import type { Award } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { AwardRow } from '../../../types/routes';
import { refusedAs } from '../../bank/refusal';

/** An award as the desk sees it. @throws BankError its refusal, if it was refused */
export function awardRow(award: Award, name: string, proposedBy: string): AwardRow {
  const { _id, passbookId, levelTitle, credit, reason, state, proposed, decided } = award;
  if (state === 'refused') throw award.refusal ? refusedAs(award.refusal) : new BankError('INTERNAL', {});
  return {
    id: _id,
    ...{ passbookId, name, levelTitle, reason, state, proposedBy },
    points: credit.points,
    proposedAt: proposed.at,
    decidedAt: decided?.at ?? null,
  };
}
