import type { Proposal } from '../../../types/entities';
import type { VoteRow } from '../../../types/routes';
import { filledSeats, holderOf, isDecidable, partyOf } from '../../bank/council';
import { printRateCard } from '../../bank/print';
import type { Caller } from '../../platform/caller';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { minutesOf } from '../../store/minutes';
import { getPeople } from '../../store/people';
import { commentsOf, getProposal, revisionsOf } from '../../store/proposals';
import { cardOfVersion } from '../../store/rateCards';
import { summaryOf } from '../../store/reviews';
import { minutesRow } from './minutesRow';
import { proposalRow } from './proposalRow';

/** A proposal from its first draft to the opinion on its card, open to everybody. */
export const proposal: Action<'rates', 'proposal'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller, now }) {
    const found = await getProposal(input.proposalId);
    const { branchId, cardVersion } = found;
    const [council, revisions, comments, minutes, base, review] = await Promise.all([
      getCouncil(branchId),
      revisionsOf(found._id),
      commentsOf(found._id),
      minutesOf(found._id),
      cardOfVersion(branchId, found.baseVersion, now),
      cardVersion ? summaryOf(branchId, cardVersion) : null,
    ]);
    // Before the vote: who would have one.
    const roster = found.roster.length > 0 ? found.roster : filledSeats(council, now);
    const voters = roster.map((seatId) => found.votes[seatId]?.by ?? holderOf(council, seatId, now) ?? '');
    const people = await getPeople([
      found.proposed.by,
      ...voters,
      ...revisions.map((revision) => revision.act.by),
      ...comments.map((comment) => comment.act.by),
      ...minutes.flatMap(({ entered, confirmed }) => [entered.by, confirmed?.by ?? '']),
    ]);
    const nameOf = (personId: string) => people.get(personId)?.name ?? '';
    return {
      ...proposalRow(found, people),
      branchId,
      isMine: caller.is(found.proposed.by),
      base: printRateCard(base),
      revisions: revisions.map(({ revision, baseVersion, earning, prices, explanation, seatId, act }) => ({
        ...{ revision, baseVersion, earning, prices, explanation },
        by: nameOf(act.by),
        party: partyOf(seatId),
        at: act.at,
      })),
      comments: comments.map(({ _id, revision, seatId, text, act }) => ({
        id: _id,
        ...{ revision, text },
        by: nameOf(act.by),
        party: partyOf(seatId),
        at: act.at,
      })),
      votes: roster.map((seatId, index) =>
        voteRow(found, seatId, voters[index]!, nameOf(voters[index]!), caller),
      ),
      minutes: minutes.map((record) => minutesRow(record, people, caller)),
      result: found.result,
      charter: found.charter ?? council.charter,
      openedAt: found.opened?.at ?? null,
      decidedAt: found.decided?.at ?? null,
      isDecidable: isDecidable(found, now),
      review: review && review.count > 0 ? review : null,
    };
  },
};

function voteRow(
  { votes }: Proposal,
  seatId: string,
  personId: string,
  name: string,
  caller: Caller,
): VoteRow {
  const vote = votes[seatId];
  return {
    seatId,
    party: partyOf(seatId),
    name,
    choice: vote?.choice ?? null,
    at: vote?.at ?? null,
    onPaper: (vote?.minutesId ?? null) !== null,
    isMine: personId !== '' && caller.is(personId),
  };
}
