import { BankError } from '../../../types/errors';
import { requireSameContent } from '../../bank/sameContent';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { claimMinutes, getMinutes, getPhoto } from '../../store/minutes';
import { getPeople } from '../../store/people';
import { getProposal } from '../../store/proposals';
import { minutesRow } from './minutesRow';
import { requireVotable } from './vote';

/** The secretary enters what was voted on paper at the meeting. It counts once a second councillor confirms it. */
export const record: Action<'rates', 'record'> = {
  may: ['manager'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { proposalId, revision, text, photoIds } = input;
    const proposal = await getProposal(proposalId);
    caller.requireAt(proposal.branchId);
    const votes = Object.fromEntries(input.votes.map(({ seatId, choice }) => [seatId, choice]));
    if (Object.keys(votes).length !== input.votes.length)
      throw new BankError('BAD_INPUT', { path: 'input.votes' });
    const content = { proposalId, revision, text, photoIds, votes };
    const enter = async () => {
      requireVotable(proposal, revision, Object.keys(votes), now);
      for (const photoId of photoIds) {
        const photo = await getPhoto(photoId);
        if (photo?.branchId !== proposal.branchId) throw new BankError('NOT_FOUND', { what: 'photo' });
      }
      await checkText(caller.openid, text);
      const entered = { by: caller.personId, at: now, requestId };
      const minutes = { ...content, _id: idFor('u'), branchId: proposal.branchId, entered };
      return (await claimMinutes({ ...minutes, state: 'entered', confirmed: null })).record;
    };
    const minutes = (await getMinutes(idFor('u'))) ?? (await enter());
    requireSameContent(minutes, content);
    const people = await getPeople([caller.personId, minutes.confirmed?.by ?? caller.personId]);
    return minutesRow(minutes, people, caller);
  },
};
