import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { getProposal, moveProposal } from '../../store/proposals';

/** Whoever proposed takes it off the table, as long as it is being discussed. */
export const abandon: Action<'rates', 'abandon'> = {
  may: ['councillor'],
  writes: true,
  async run({ input: { proposalId }, caller }) {
    const proposal = await getProposal(proposalId);
    caller.requireAt(proposal.branchId);
    if (proposal.proposed.by !== caller.personId) throw new BankError('FORBIDDEN', {});
    if (proposal.stage === 'withdrawn') return { proposalId };
    const isOnTheTable = proposal.stage === 'discussion' && !proposal.opened;
    if (isOnTheTable && (await moveProposal(proposal, { opened: null }, { stage: 'withdrawn' })))
      return { proposalId };
    const { stage } = await getProposal(proposalId);
    if (stage !== 'withdrawn') throw new BankError('WRONG_STAGE', { stage });
    return { proposalId };
  },
};
