import { BankError } from '../../../types/errors';
import { requireSeat } from '../../bank/council';
import { requireSameContent } from '../../bank/sameContent';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { adoptRevision, claimRevision, getProposal, getRevision, revisionId } from '../../store/proposals';
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
    const word = async () => {
      if (proposal.stage !== 'discussion' || proposal.opened)
        throw new BankError('WRONG_STAGE', { stage: proposal.stage });
      if (proposal.revision !== input.revision)
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
      return record;
    };
    const made = (await getRevision(proposal._id, next)) ?? (await word());
    // Whoever wrote it: a wording that was cut off on its way must not keep the next one from coming.
    await adoptRevision(proposal, made);
    const { revision, stage } = await getProposal(proposal._id);
    if (made.act.requestId !== requestId || made.act.by !== caller.personId)
      throw new BankError('REVISION_OUTDATED', { revision });
    requireSameContent(made, { earning: input.earning, explanation: input.explanation });
    if (revision < next) throw new BankError('WRONG_STAGE', { stage });
    return { proposalId: proposal._id, revision: next };
  },
};
