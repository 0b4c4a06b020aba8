import { BankError } from '../../../types/errors';
import { isDecidable } from '../../bank/council';
import { decideProposal, finishProposal } from '../../chains/proposal';
import type { Action } from '../../platform/serve';
import { getProposal } from '../../store/proposals';
import type { Proposal } from '../../../types/entities';

const MOST_ROUNDS = 8;

/** Counts the votes when all are in or the time is over; the clock does the same by itself. */
export const decide: Action<'rates', 'decide'> = {
  may: ['councillor', 'manager'],
  writes: true,
  async run({ input: { proposalId }, caller, now, requestId }) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const proposal = await getProposal(proposalId);
      caller.requireAt(proposal.branchId);
      if (proposal.stage === 'passed' || proposal.stage === 'failed')
        return answer(await finishProposal(proposal, now));
      if (proposal.stage !== 'voting' || proposal.closesAt === null)
        throw new BankError('WRONG_STAGE', { stage: proposal.stage });
      if (!isDecidable(proposal, now)) throw new BankError('VOTING_OPEN', { closesAt: proposal.closesAt });
      const decided = await decideProposal(proposal, { by: caller.personId, at: now, requestId });
      if (decided) return answer(decided);
    }
    throw new BankError('BUSY', {});
  },
};

function answer({ _id, stage, result, effectiveOn }: Proposal) {
  return { proposalId: _id, stage, result, effectiveOn };
}
