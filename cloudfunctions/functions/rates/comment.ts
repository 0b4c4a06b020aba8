import { BankError } from '../../../types/errors';
import { partyOf, requireSeat } from '../../bank/council';
import { requireSameContent } from '../../bank/sameContent';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { claimComment, findComment, getProposal } from '../../store/proposals';

/** A councillor's word on a proposal, bound to the wording it was said of. */
export const comment: Action<'rates', 'comment'> = {
  may: ['councillor'],
  writes: true,
  async run({ input: { proposalId, text }, caller, now, requestId, idFor }) {
    const proposal = await getProposal(proposalId);
    caller.requireAt(proposal.branchId);
    const say = async () => {
      const seatId = requireSeat(await getCouncil(proposal.branchId), caller.personId, now);
      if (proposal.stage !== 'discussion' && proposal.stage !== 'voting')
        throw new BankError('WRONG_STAGE', { stage: proposal.stage });
      await checkText(caller.openid, text);
      const act = { by: caller.personId, at: now, requestId };
      const { revision } = proposal;
      return (await claimComment({ _id: idFor('k'), proposalId, revision, seatId, text, act })).record;
    };
    const record = (await findComment(idFor('k'))) ?? (await say());
    requireSameContent(record, { proposalId, text });
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
