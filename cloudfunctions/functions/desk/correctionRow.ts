import type { Correction } from '../../../types/entities';
import type { CorrectionRow } from '../../../types/routes';

export function correctionRow(correction: Correction, name: string, proposedBy: string): CorrectionRow {
  const { _id, passbookId, lineId, line, reason, state, refusal, proposed, decided } = correction;
  return {
    id: _id,
    ...{ passbookId, name, lineId, reason, state, refusal, proposedBy },
    lineKind: line.kind,
    title: line.title,
    points: line.points,
    occurredAt: line.occurredAt,
    proposedAt: proposed.at,
    decidedAt: decided?.at ?? null,
  };
}
