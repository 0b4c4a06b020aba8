import { addDays, type Day, dayOf, type Instant, MINUTE } from '../../../types/day';
import type { RateCard } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Input } from '../../../types/routes';
import { EARLY_CHECK_IN } from '../../../types/doors';
import { cardHash } from '../../bank/rateCard';
import { requireSameContent } from '../../bank/sameContent';
import { sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { getBranch, getStreet } from '../../store/branches';
import { findCouncil } from '../../store/councils';
import { cardId, claimCard, newestCards } from '../../store/rateCards';
import { completeWording } from './wording';
import { printRateCard } from '../../bank/print';

/**
 * The doors of a session open before it starts, and instances remember the card of its day for a minute: before
 * that, a new one must be known, or two people at one session would be paid by two cards.
 */
const LEAD = EARLY_CHECK_IN + 5 * MINUTE;

/** A request is not sent again after more cards than that. */
const NEWEST = 5;

/**
 * Publishes a branch's next rate card. What is published can't be changed, only followed by another; a card
 * begins at a midnight to come, the branch's first one on its first day.
 */
export const publish: Action<'rates', 'publish'> = {
  may: ['manager'],
  writes: true,
  async run({ input, caller, now, requestId }) {
    const { branchId, effectiveOn } = input;
    caller.requireAt(branchId);
    const [branch, street, cards] = await Promise.all([
      getBranch(branchId),
      getStreet(),
      newestCards(branchId, NEWEST),
    ]);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    const isMine = (card: RateCard) => card.requestId === requestId && card.publishedBy === caller.personId;
    const before = cards.find(isMine);
    if (before) return answer(before, input);

    // Where there is a council, only its decisions make cards.
    if (await findCouncil(branchId)) throw new BankError('COUNCIL_DECIDES', {});
    const newest = cards[0] ?? null;
    const earliest = earliestDay(newest, now);
    if (effectiveOn < earliest) throw new BankError('EFFECTIVE_TOO_SOON', { earliest });
    const wording = await completeWording(branchId, input);
    const version = (newest?.version ?? 0) + 1;
    const draft: Omit<RateCard, 'hash'> = {
      _id: cardId(branchId, version),
      branchId,
      bankName: street?.bankName ?? '',
      branchName: branch.name,
      version,
      effectiveOn,
      ...wording,
      publishedAt: now,
      publishedBy: caller.personId,
      requestId,
      agreement: null,
      previousHash: newest?.hash ?? '',
    };
    const { claimed, record } = await claimCard({ ...draft, hash: cardHash(draft, sha256) });
    if (!claimed && !isMine(record)) throw new BankError('ALREADY_EXISTS', { what: 'rateCard' });
    return answer(record, input);
  },
};

/** @throws BankError REQUEST_REUSED when the request's id was used for another card */
function answer(card: RateCard, { effectiveOn, earning, explanation, prices }: Input<'rates', 'publish'>) {
  requireSameContent(card, { effectiveOn, earning, explanation });
  requireSameContent(
    { prices: card.prices.map(({ rewardId, points }) => ({ rewardId, points })) },
    { prices },
  );
  return printRateCard(card);
}

function earliestDay(newest: RateCard | null, now: Instant): Day {
  if (!newest) return dayOf(now);
  const tomorrow = addDays(dayOf(now + LEAD), 1);
  const after = addDays(newest.effectiveOn, 1);
  return tomorrow > after ? tomorrow : after;
}
