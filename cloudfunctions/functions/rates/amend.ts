import { BankError } from '../../../types/errors';
import { requireSeat } from '../../bank/council';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { claimRevision, getProposal, getRevision, moveProposal, revisionId } from '../../store/proposals';
import { newestCards } from '../../store/rateCards';
import { completeWording, requireChange } from './wording';

/**
 * An amendment is the proposal's next wording, by whichever councillor. It starts from the newest card, so an
 * amended proposal can be voted on even if another card has come meanwhile.
 */
export const amend: Action<'rates', 'amend'> = {
  may: ['councillor'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const proposal = await getProposal(input.proposalId);
    caller.requireAt(proposal.branchId);
    const seatId = requireSeat(await getCouncil(proposal.branchId), caller.personId, now);
    const next = input.revision + 1;
    const made = await getRevision(proposal._id, next);
    const isMine = made?.act.requestId === requestId && made.act.by === caller.personId;
    if (!isMine) {
      if (proposal.stage !== 'discussion' || proposal.opened)
        throw new BankError('WRONG_STAGE', { stage: proposal.stage });
      if (made || proposal.revision !== input.revision)
        throw new BankError('REVISION_OUTDATED', { revision: proposal.revision });
      const [base] = await newestCards(proposal.branchId, 1);
      if (!base) throw new BankError('NO_RATE_CARD', {});
      const wording = await completeWording(proposal.branchId, input);
      requireChange(wording, base);
      await checkText(caller.openid, input.explanation);
      const { record } = await claimRevision({
        _id: revisionId(proposal._id, next),
        proposalId: proposal._id,
        revision: next,
        baseVersion: base.version,
        ...wording,
        suggestionId: null,
        seatId,
        act: { by: caller.personId, at: now, requestId },
      });
      if (record.act.requestId !== requestId) throw new BankError('REVISION_OUTDATED', { revision: next });
    }
    const amended = await getRevision(proposal._id, next);
    await moveProposal(
      proposal,
      { revision: input.revision, opened: null },
      { revision: next, baseVersion: amended?.baseVersion ?? proposal.baseVersion },
    );
    return { proposalId: proposal._id, revision: next };
  },
};
