import { BankError } from '../../../types/errors';
import { partyOf, requireSeat } from '../../bank/council';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { claimComment, getProposal } from '../../store/proposals';

/** A councillor's word on a proposal, bound to the wording it was said of. */
export const comment: Action<'rates', 'comment'> = {
  may: ['councillor'],
  writes: true,
  async run({ input: { proposalId, text }, caller, now, requestId, idFor }) {
    const proposal = await getProposal(proposalId);
    caller.requireAt(proposal.branchId);
    const seatId = requireSeat(await getCouncil(proposal.branchId), caller.personId, now);
    if (proposal.stage !== 'discussion' && proposal.stage !== 'voting')
      throw new BankError('WRONG_STAGE', { stage: proposal.stage });
    await checkText(caller.openid, text);
    const { record } = await claimComment({
      _id: idFor('k'),
      proposalId,
      revision: proposal.revision,
      seatId,
      text,
      act: { by: caller.personId, at: now, requestId },
    });
    if (record.text !== text || record.proposalId !== proposalId) throw new BankError('REQUEST_REUSED', {});
    return {
      id: record._id,
      revision: record.revision,
      by: caller.person?.name ?? '',
      party: partyOf(record.seatId),
      text,
      at: record.act.at,
    };
  },
};
