import type { Proposal } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireSeat } from '../../bank/council';
import { requireSameContent } from '../../bank/sameContent';
import { finishProposal } from '../../chains/proposal';
import { checkText } from '../../platform/openApi';
import type { Action, Request } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import {
  claimProposal,
  claimRevision,
  findProposal,
  findSuggestion,
  revisionId,
} from '../../store/proposals';
import { newestCards } from '../../store/rateCards';
import { completeWording, requireChange } from './wording';

/** A councillor puts a whole card to the council, drafted from the newest one. */
export const propose: Action<'rates', 'propose'> = {
  may: ['councillor'],
  writes: true,
  async run(request) {
    const { input, caller, now, idFor } = request;
    const { branchId, title } = input;
    caller.requireAt(branchId);
    const proposalId = idFor('q');
    const proposal = (await findProposal(proposalId)) ?? (await draft(proposalId, request));
    requireSameContent(proposal, { branchId, title });
    await finishProposal(proposal, now);
    return { proposalId };
  },
};

async function draft(
  proposalId: string,
  { input, caller, now, requestId }: Request<'rates', 'propose'>,
): Promise<Proposal> {
  const { branchId, title, suggestionId = null } = input;
  const seatId = requireSeat(await getCouncil(branchId), caller.personId, now);
  const [base] = await newestCards(branchId, 1);
  if (!base) throw new BankError('NO_RATE_CARD', {});
  if (suggestionId && (await findSuggestion(suggestionId))?.branchId !== branchId)
    throw new BankError('NOT_FOUND', { what: 'suggestion' });
  const wording = await completeWording(branchId, input);
  requireChange(wording, base);
  await checkText(caller.openid, `${title}\n${input.explanation}`);
  const act = { by: caller.personId, at: now, requestId };
  // The wording first: a proposal is never without one.
  const { record: revision } = await claimRevision({
    _id: revisionId(proposalId, 1),
    proposalId,
    revision: 1,
    baseVersion: base.version,
    ...wording,
    suggestionId,
    seatId,
    act,
  });
  requireSameContent(revision, { earning: input.earning, explanation: input.explanation });
  const { record } = await claimProposal({
    _id: proposalId,
    branchId,
    title,
    // Of an attempt that was cut off, maybe an older card than the newest.
    baseVersion: revision.baseVersion,
    stage: 'discussion',
    revision: 1,
    proposed: { ...act, seatId },
    opened: null,
    closesAt: null,
    charter: null,
    roster: [],
    votes: {},
    voteCount: 0,
    decided: null,
    result: null,
    effectiveOn: null,
    cardVersion: null,
    settled: false,
  });
  return record;
}
