import type { Person, Proposal } from '../../../types/entities';
import type { ProposalRow } from '../../../types/routes';

export function proposalRow(proposal: Proposal, people: ReadonlyMap<string, Person>): ProposalRow {
  const { _id, title, stage, revision, proposed, closesAt, effectiveOn, cardVersion } = proposal;
  return {
    proposalId: _id,
    ...{ title, stage, revision, closesAt, effectiveOn, cardVersion },
    proposedAt: proposed.at,
    proposedBy: people.get(proposed.by)?.name ?? '',
  };
}
