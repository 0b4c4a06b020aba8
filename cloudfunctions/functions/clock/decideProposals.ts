import type { Instant } from '../../../types/day';
import { BankError } from '../../../types/errors';
import { decideProposal, finishProposal } from '../../chains/proposal';
import { dueProposals } from '../../store/proposals';
import { attemptAll } from './attemptAll';

const MOST_AT_ONCE = 20;

/** Counts the votes whose time is over, and carries through what was begun. */
export async function decideProposals(now: Instant, failed: string[]): Promise<number> {
  const due = await dueProposals(now, MOST_AT_ONCE);
  return attemptAll(due, failed, (proposal) =>
    proposal.stage === 'voting' && proposal.settled
      ? decideProposal(proposal, { by: 'clock', at: now, requestId: '' })
      : finishProposal(proposal, now).catch(unlessOtherVoteIsOpen),
  );
}

/** An opening that another one came before has come to its end, too. */
function unlessOtherVoteIsOpen(error: unknown): void {
  if (!(error instanceof BankError && error.code === 'OTHER_VOTE_OPEN')) throw error;
}
