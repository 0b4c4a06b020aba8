import type { Proposal, Vote } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { holderOf } from '../../bank/council';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { castVotes, getProposal } from '../../store/proposals';

/** A councillor votes for the seat they hold, once. Sending it again gives the same answer. */
export const vote: Action<'rates', 'vote'> = {
  may: ['councillor'],
  writes: true,
  async run({ input: { proposalId, revision, seatId, choice }, caller, now }) {
    const proposal = await getProposal(proposalId);
    caller.requireAt(proposal.branchId);
    const isThis = ({ by, ...vote }: Vote, on: number) =>
      by === caller.personId && vote.choice === choice && on === revision;
    const before = proposal.votes[seatId];
    if (before && isThis(before, proposal.revision)) return { proposalId, seatId, choice, at: before.at };

    const council = await getCouncil(proposal.branchId);
    if (holderOf(council, seatId, now) !== caller.personId) throw new BankError('NOT_SEATED', {});
    requireVotable(proposal, revision, [seatId], now);
    const cast: Vote = { choice, by: caller.personId, at: now, minutesId: null };
    if (await castVotes(proposalId, revision, { [seatId]: cast }, now))
      return { proposalId, seatId, choice, at: now };
    const standing = await getProposal(proposalId);
    const other = standing.votes[seatId];
    if (other && isThis(other, standing.revision)) return { proposalId, seatId, choice, at: other.at };
    requireVotable(standing, revision, [seatId], now);
    throw new BankError('BUSY', {});
  },
};

/**
 * Makes sure that these seats can vote now, on this wording.
 * @throws BankError WRONG_STAGE, REVISION_OUTDATED, VOTING_CLOSED, NOT_SEATED, ALREADY_VOTED
 */
export function requireVotable(
  proposal: Proposal,
  revision: number,
  seatIds: readonly string[],
  now: number,
): void {
  const { stage, closesAt, roster, votes } = proposal;
  if (stage !== 'voting' || closesAt === null) throw new BankError('WRONG_STAGE', { stage });
  if (proposal.revision !== revision)
    throw new BankError('REVISION_OUTDATED', { revision: proposal.revision });
  if (now >= closesAt) throw new BankError('VOTING_CLOSED', { at: closesAt });
  for (const seatId of seatIds) {
    if (!roster.includes(seatId)) throw new BankError('NOT_SEATED', {});
    const before = votes[seatId];
    if (before) throw new BankError('ALREADY_VOTED', { at: before.at });
  }
}
