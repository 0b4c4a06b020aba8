import type { Minutes, Proposal, Vote } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { holderOf, requireSeat } from '../../bank/council';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { getMinutes, moveMinutes } from '../../store/minutes';
import { getPeople } from '../../store/people';
import { castVotes, getProposal } from '../../store/proposals';
import { minutesRow } from './minutesRow';
import { requireVotable } from './vote';

/** A councillor who did not enter them confirms the minutes: the votes on paper count, all of them or none. */
export const confirmRecord: Action<'rates', 'confirmRecord'> = {
  may: ['councillor'],
  writes: true,
  async run({ input: { minutesId }, caller, now, requestId }) {
    const minutes = await getMinutes(minutesId);
    if (!minutes) throw new BankError('NOT_FOUND', { what: 'minutes' });
    caller.requireAt(minutes.branchId);
    const council = await getCouncil(minutes.branchId);
    requireSeat(council, caller.personId, now);
    if (minutes.entered.by === caller.personId) throw new BankError('SECOND_COUNCILLOR_NEEDED', {});
    const proposal = await getProposal(minutes.proposalId);

    if (!isCounted(minutes, proposal)) {
      requireVotable(proposal, minutes.revision, Object.keys(minutes.votes), now);
      const votes = Object.fromEntries(
        Object.entries(minutes.votes).map(([seatId, choice]): [string, Vote] => [
          seatId,
          { choice, by: holderOf(council, seatId, now) ?? '', at: now, minutesId },
        ]),
      );
      if (!(await castVotes(proposal._id, minutes.revision, votes, now))) {
        const standing = await getProposal(proposal._id);
        if (!isCounted(minutes, standing)) {
          requireVotable(standing, minutes.revision, Object.keys(minutes.votes), now);
          throw new BankError('BUSY', {});
        }
      }
    }
    const confirmed = { by: caller.personId, at: now, requestId };
    await moveMinutes({ ...minutes, state: 'entered' }, { state: 'confirmed', confirmed });
    const standing = (await getMinutes(minutesId)) ?? minutes;
    const people = await getPeople([standing.entered.by, standing.confirmed?.by ?? caller.personId]);
    return minutesRow(standing, people, caller);
  },
};

/** Whether these minutes' votes stand in the proposal: a repeated confirmation finds them there. */
function isCounted(minutes: Minutes, proposal: Proposal): boolean {
  return Object.keys(minutes.votes).every((seatId) => proposal.votes[seatId]?.minutesId === minutes._id);
}
