import { BankError } from '../../../types/errors';
import { closingOf, filledSeats, requireSeat } from '../../bank/council';
import { finishProposal } from '../../chains/proposal';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { getProposal, moveProposal } from '../../store/proposals';
import { newestCards } from '../../store/rateCards';

/**
 * Puts a proposal to the vote. From here its wording stands; who may vote and how it is counted are those of
 * this moment.
 */
export const open: Action<'rates', 'open'> = {
  may: ['councillor'],
  writes: true,
  async run({ input: { proposalId, revision, closesOn }, caller, now, requestId }) {
    const proposal = await getProposal(proposalId);
    const { branchId } = proposal;
    caller.requireAt(branchId);
    const council = await getCouncil(branchId);
    requireSeat(council, caller.personId, now);
    const isMine = proposal.opened?.requestId === requestId && proposal.opened.by === caller.personId;
    if (isMine) return answer(await finishProposal(proposal, now));
    if (proposal.stage !== 'discussion' || proposal.opened)
      throw new BankError('WRONG_STAGE', { stage: proposal.stage });
    if (proposal.revision !== revision)
      throw new BankError('REVISION_OUTDATED', { revision: proposal.revision });
    const [newest] = await newestCards(branchId, 1);
    if (newest && newest.version !== proposal.baseVersion)
      throw new BankError('BASE_OUTDATED', { version: newest.version });
    await finishProposal(proposal, now);
    const opened = { by: caller.personId, at: now, requestId };
    const to = {
      opened,
      closesAt: closingOf(council.charter, now, closesOn),
      charter: council.charter,
      roster: filledSeats(council, now),
      settled: false,
    };
    if (!(await moveProposal(proposal, { revision, opened: null }, to))) throw new BankError('BUSY', {});
    return answer(await finishProposal({ ...proposal, ...to }, now));
  },
};

function answer({ _id, stage, closesAt }: { _id: string; stage: string; closesAt: number | null }) {
  if (closesAt === null) throw new BankError('WRONG_STAGE', { stage });
  return { proposalId: _id, closesAt };
}
