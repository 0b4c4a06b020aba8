import type { Instant } from '../../types/day';
import type { Comment, Proposal, Revision, Suggestion, Vote } from '../../types/entities';
import { BankError } from '../../types/errors';
import { command as _ } from '../platform/database';
import { Documents } from './collection';

const proposals = new Documents<Proposal>('proposals');
const revisions = new Documents<Revision>('revisions');
const comments = new Documents<Comment>('comments');
const suggestions = new Documents<Suggestion>('suggestions');

export function findProposal(proposalId: string): Promise<Proposal | null> {
  return proposals.get(proposalId);
}

/** @throws BankError NOT_FOUND */
export async function getProposal(proposalId: string): Promise<Proposal> {
  const proposal = await findProposal(proposalId);
  if (!proposal) throw new BankError('NOT_FOUND', { what: 'proposal' });
  return proposal;
}

export function claimProposal(proposal: Proposal) {
  return proposals.claim(proposal);
}

/** Moves a proposal on, if it is still at the stage at which it was read. */
export function moveProposal(proposal: Proposal, expected: object, to: Partial<Proposal>): Promise<boolean> {
  const data = Object.entries(to).map(([field, value]) => [
    field,
    typeof value === 'object' ? _.set(value) : value,
  ]);
  return proposals.change(
    { ...expected, _id: proposal._id, stage: proposal.stage },
    Object.fromEntries(data) as object,
  );
}

/** A branch's proposals, newest first. */
export function proposalsOf(branchId: string, limit: number): Promise<Proposal[]> {
  return proposals.find({ branchId }, ['proposed.at', 'desc'], limit);
}

/** Proposals whose voting time is over, or whose decision is not carried through. */
export async function dueProposals(now: Instant, limit: number): Promise<Proposal[]> {
  const closed = await proposals.find({ stage: 'voting', closesAt: _.lte(now) }, ['closesAt', 'asc'], limit);
  const unsettled = await proposals.find({ settled: false }, null, limit);
  return [...closed, ...unsettled];
}

/**
 * Casts votes in one update: all of them or none. Each seat must not have voted, voting must be open, and on
 * this very revision.
 */
export function castVotes(
  proposalId: string,
  revision: number,
  votes: Readonly<Record<string, Vote>>,
  now: Instant,
): Promise<boolean> {
  const seats = Object.keys(votes);
  const unused = Object.fromEntries(seats.map((seatId) => [`votes.${seatId}`, _.exists(false)]));
  const cast = Object.fromEntries(seats.map((seatId) => [`votes.${seatId}`, _.set(votes[seatId])]));
  return proposals.change(
    { ...unused, _id: proposalId, stage: 'voting', revision, closesAt: _.gt(now) },
    { ...cast, voteCount: _.inc(seats.length) },
  );
}

export function claimRevision(revision: Revision) {
  return revisions.claim(revision);
}

/** Makes a wording the proposal's, if it follows the one that is and no vote has been opened; safe to repeat. */
export function adoptRevision(proposal: Proposal, { revision, baseVersion }: Revision): Promise<boolean> {
  return moveProposal(proposal, { revision: revision - 1, opened: null }, { revision, baseVersion });
}

/** All wordings of a proposal, first to last. */
export function revisionsOf(proposalId: string): Promise<Revision[]> {
  return revisions.find({ proposalId }, ['revision', 'asc'], 200);
}

export function getRevision(proposalId: string, revision: number): Promise<Revision | null> {
  return revisions.get(revisionId(proposalId, revision));
}

export function revisionId(proposalId: string, revision: number): string {
  return `${proposalId}#${revision}`;
}

export function findComment(commentId: string): Promise<Comment | null> {
  return comments.get(commentId);
}

export function claimComment(comment: Comment) {
  return comments.claim(comment);
}

export function commentsOf(proposalId: string): Promise<Comment[]> {
  return comments.find({ proposalId }, ['act.at', 'asc'], 500);
}

export function claimSuggestion(suggestion: Suggestion) {
  return suggestions.claim(suggestion);
}

export function findSuggestion(suggestionId: string): Promise<Suggestion | null> {
  return suggestions.get(suggestionId);
}

/** A branch's suggestions, newest first. */
export function suggestionsOf(branchId: string, limit: number): Promise<Suggestion[]> {
  return suggestions.find({ branchId }, ['act.at', 'desc'], limit);
}

/** Marks a suggestion as taken up, once. */
export function adoptSuggestion(
  suggestionId: string,
  branchId: string,
  proposalId: string,
): Promise<boolean> {
  return suggestions.change(
    { _id: suggestionId, branchId, adoptedBy: _.eq(null) },
    { adoptedBy: proposalId },
  );
}
