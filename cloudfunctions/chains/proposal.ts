import type { Instant } from '../../types/day';
import type { Act, Proposal, RateCard } from '../../types/entities';
import { BankError } from '../../types/errors';
import { countVotes, effectiveDay } from '../bank/council';
import { cardHash } from '../bank/rateCard';
import { sha256 } from '../platform/secret';
import { beginVoting, endVoting, getCouncil } from '../store/councils';
import { claimNotice } from '../store/notices';
import { adoptSuggestion, getProposal, getRevision, moveProposal } from '../store/proposals';
import { cardId, cardOfVersion, claimCard } from '../store/rateCards';

const MOST_ROUNDS = 4;

/** As a proposal is while it is only talked about. */
const UNOPENED: Partial<Proposal> = {
  opened: null,
  closesAt: null,
  charter: null,
  roster: [],
  settled: true,
};

/**
 * Does what a proposal's record says is still to be done: tell of it, open the vote, or put the decided card up and
 * make room for the next vote. Safe to repeat, by anybody.
 * @throws BankError OTHER_VOTE_OPEN when it was to be opened and another proposal is being voted on
 */
export async function finishProposal(proposal: Proposal, now: Instant): Promise<Proposal> {
  if (proposal.settled) return proposal;
  switch (proposal.stage) {
    case 'discussion':
      if (proposal.opened) return finishProposal(await open(proposal), now);
      await takeUpSuggestion(proposal);
      await tell(proposal, '有新的提案', now);
      break;
    case 'voting':
      await tell(proposal, '请您投票', now);
      break;
    case 'passed':
      await putUpCard(proposal, now);
      await tell(proposal, '新的积分标准通过了', now);
      await endVoting(proposal.branchId, openingOf(proposal));
      break;
    case 'failed':
      await tell(proposal, '提案没有通过', now);
      await endVoting(proposal.branchId, openingOf(proposal));
      break;
    case 'withdrawn':
      break;
  }
  await moveProposal(proposal, sameOpening(proposal), { settled: true });
  return { ...proposal, settled: true };
}

/**
 * Decides a proposal by the votes on it. The outcome goes into its record under the condition that no further
 * vote came in since it was read, so no vote is lost and no two decisions differ.
 * @returns null if a vote came in between: read again
 */
export async function decideProposal(proposal: Proposal, act: Act): Promise<Proposal | null> {
  if (!proposal.charter) throw new Error(`proposal ${proposal._id}: voted on without a charter`);
  const result = countVotes(proposal.roster, proposal.votes, proposal.charter);
  const revision = await getRevision(proposal._id, proposal.revision);
  if (!revision) throw new BankError('NOT_FOUND', { what: 'proposal' });
  const base = await cardOfVersion(proposal.branchId, revision.baseVersion, act.at);
  const to: Partial<Proposal> = {
    stage: result.passed ? 'passed' : 'failed',
    decided: act,
    result,
    effectiveOn: result.passed ? effectiveDay(proposal.charter, act.at, base.effectiveOn) : null,
    cardVersion: result.passed ? revision.baseVersion + 1 : null,
    settled: false,
  };
  if (!(await moveProposal(proposal, { voteCount: proposal.voteCount }, to))) return null;
  return finishProposal({ ...proposal, ...to }, act.at);
}

/** Takes the council's one place for a vote, then opens it. */
async function open(proposal: Proposal): Promise<Proposal> {
  const opening = openingOf(proposal);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const hasBegun = await beginVoting(proposal.branchId, opening);
    const { voting } = await getCouncil(proposal.branchId);
    // An attempt that was cut off may have taken the place: taking it again changes nothing.
    if (hasBegun || voting === opening) {
      const to = { stage: 'voting' } as const;
      const isOpen = await moveProposal(proposal, sameOpening(proposal), to);
      return isOpen ? { ...proposal, ...to } : getProposal(proposal._id);
    }
    if (voting === null) continue;
    const other = await getProposal(proposalOf(voting));
    if (voting === openingOf(other) && (other.stage === 'voting' || other.stage === 'discussion')) {
      await moveProposal(proposal, sameOpening(proposal), UNOPENED);
      throw new BankError('OTHER_VOTE_OPEN', { proposalId: other._id });
    }
    // An opening that came to its end, or was given up before its place was taken for it.
    await endVoting(proposal.branchId, voting);
  }
  throw new BankError('BUSY', {});
}

/** An opening's name: a proposal that another one kept from the vote may be opened again. */
function openingOf({ _id, opened }: Proposal): string {
  return `${_id}@${opened?.at}`;
}

function proposalOf(opening: string): string {
  return opening.split('@')[0]!;
}

function sameOpening({ opened }: Proposal): object {
  return opened ? { 'opened.at': opened.at } : { opened: null };
}

async function takeUpSuggestion({ _id, branchId }: Proposal): Promise<void> {
  const first = await getRevision(_id, 1);
  if (first?.suggestionId) await adoptSuggestion(first.suggestionId, branchId, _id);
}

/** The decided wording becomes the branch's next card: numbered, chained, with who agreed to it. */
async function putUpCard(proposal: Proposal, now: Instant): Promise<void> {
  const { _id, branchId, revision: number, charter, decided, result, effectiveOn, cardVersion } = proposal;
  const revision = await getRevision(_id, number);
  if (!revision || !charter || !decided || !result || !effectiveOn || !cardVersion)
    throw new Error(`proposal ${_id}: passed without its result`);
  const base = await cardOfVersion(branchId, revision.baseVersion, now);
  const card: Omit<RateCard, 'hash'> = {
    _id: cardId(branchId, cardVersion),
    branchId,
    bankName: base.bankName,
    branchName: base.branchName,
    version: cardVersion,
    effectiveOn,
    earning: revision.earning,
    prices: revision.prices,
    explanation: revision.explanation,
    agreement: {
      ...result,
      proposalId: _id,
      revision: number,
      charterVersion: charter.version,
      decidedAt: decided.at,
    },
    publishedAt: decided.at,
    publishedBy: decided.by,
    requestId: _id,
    previousHash: base.hash,
  };
  const { record } = await claimCard({ ...card, hash: cardHash(card, sha256) });
  if (record.requestId !== _id) throw new Error(`card ${record._id} is another's`);
}

async function tell({ _id, stage, branchId, title }: Proposal, what: string, now: Instant): Promise<void> {
  await claimNotice({
    _id: `${_id}:${stage}`,
    branchId,
    topic: stage === 'passed' ? 'rateCard' : 'council',
    title: what,
    what: title,
    page: `features/council/pages/proposal/proposal?id=${_id}`,
    at: now,
    sent: false,
  });
}
