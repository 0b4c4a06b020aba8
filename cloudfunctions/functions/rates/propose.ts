import type { Proposal } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { requireSeat } from '../../bank/council';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { getCouncil } from '../../store/councils';
import { claimNotice } from '../../store/notices';
import { adoptSuggestion, claimProposal, claimRevision, revisionId } from '../../store/proposals';
import { newestCards } from '../../store/rateCards';
import { completeWording, requireChange } from './wording';

/** A councillor puts a whole card to the council, drafted from the newest one. */
export const propose: Action<'rates', 'propose'> = {
  may: ['councillor'],
  writes: true,
  async run({ input, caller, now, requestId, idFor }) {
    const { branchId, title, suggestionId } = input;
    caller.requireAt(branchId);
    const council = await getCouncil(branchId);
    const seatId = requireSeat(council, caller.personId, now);
    const [base] = await newestCards(branchId, 1);
    if (!base) throw new BankError('NO_RATE_CARD', {});
    const wording = await completeWording(branchId, input);
    requireChange(wording, base);
    await checkText(caller.openid, `${title}\n${input.explanation}`);

    const act = { by: caller.personId, at: now, requestId };
    const proposalId = idFor('q');
    const draft: Proposal = {
      _id: proposalId,
      branchId,
      title,
      baseVersion: base.version,
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
      settled: true,
    };
    // The wording first: a proposal is never without one.
    await claimRevision({
      _id: revisionId(proposalId, 1),
      proposalId,
      revision: 1,
      baseVersion: base.version,
      ...wording,
      suggestionId: suggestionId ?? null,
      seatId,
      act,
    });
    const { record } = await claimProposal(draft);
    if (record.title !== title) throw new BankError('REQUEST_REUSED', {});
    if (suggestionId) await adoptSuggestion(suggestionId, branchId, proposalId);
    await claimNotice({
      _id: `${proposalId}:proposed`,
      branchId,
      topic: 'council',
      title: '有新的提案',
      what: title,
      page: `features/council/pages/proposal/proposal?id=${proposalId}`,
      at: now,
      sent: false,
    });
    return { proposalId };
  },
};
