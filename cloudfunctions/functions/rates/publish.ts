import { addDays, type Day, dayOf, type Instant, MINUTE } from '../../../types/day';
import type { RateCard, Reward, RewardPrice } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import type { Input } from '../../../types/routes';
import { EARLY_CHECK_IN } from '../../bank/attendance';
import { cardHash, checkCard } from '../../bank/rateCard';
import { requireSameContent } from '../../bank/sameContent';
import { sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { getBranch, getStreet } from '../../store/branches';
import { cardId, claimCard, newestCards } from '../../store/rateCards';
import { rewardsOf } from '../../store/rewards';
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
    const { branchId, effectiveOn, earning, explanation } = input;
    caller.requireAt(branchId);
    const [branch, street, cards, rewards] = await Promise.all([
      getBranch(branchId),
      getStreet(),
      newestCards(branchId, NEWEST),
      rewardsOf(branchId),
    ]);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    const isMine = (card: RateCard) => card.requestId === requestId && card.publishedBy === caller.personId;
    const before = cards.find(isMine);
    if (before) return answer(before, input);

    const newest = cards[0] ?? null;
    const earliest = earliestDay(newest, now);
    if (effectiveOn < earliest) throw new BankError('EFFECTIVE_TOO_SOON', { earliest });
    const version = (newest?.version ?? 0) + 1;
    const draft: Omit<RateCard, 'hash'> = {
      _id: cardId(branchId, version),
      branchId,
      bankName: street?.bankName ?? '',
      branchName: branch.name,
      version,
      effectiveOn,
      earning,
      prices: input.prices.map(({ rewardId, points }) => priceOf(rewards, rewardId, points)),
      explanation,
      publishedAt: now,
      publishedBy: caller.personId,
      requestId,
      previousHash: newest?.hash ?? '',
    };
    checkCard(draft);
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

function priceOf(rewards: Reward[], rewardId: string, points: number): RewardPrice {
  const reward = rewards.find((offered) => offered._id === rewardId);
  if (!reward) throw new BankError('NOT_FOUND', { what: 'reward' });
  const { name, kind, lot, providerId, providerName } = reward;
  return { rewardId, name, kind, lot, points, providerId, providerName };
}
