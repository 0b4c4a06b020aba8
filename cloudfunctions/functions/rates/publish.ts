import { addDays, type Day, dayOf, type Instant, MINUTE } from '../../../types/day';
import type { RateCard } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { cardHash } from '../../bank/rateCard';
import { sha256 } from '../../platform/secret';
import type { Action } from '../../platform/serve';
import { getBranch, getStreet } from '../../store/branches';
import { findCouncil } from '../../store/councils';
import { cardId, claimCard, newestCard } from '../../store/rateCards';
import { completeWording } from './wording';
import { printRateCard } from '../../bank/print';

/** Instances remember the card in force for a minute, so a new one begins no sooner than a few later. */
const LEAD = 5 * MINUTE;

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
    const [branch, street, newest, wording] = await Promise.all([
      getBranch(branchId),
      getStreet(),
      newestCard(branchId),
      completeWording(branchId, input),
    ]);
    if (!branch) throw new BankError('NOT_FOUND', { what: 'branch' });
    if (newest?.requestId === requestId && newest.publishedBy === caller.personId)
      return printRateCard(newest);

    // Where there is a council, only its decisions make cards.
    if (await findCouncil(branchId)) throw new BankError('COUNCIL_DECIDES', {});
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
      ...wording,
      publishedAt: now,
      publishedBy: caller.personId,
      requestId,
      agreement: null,
      previousHash: newest?.hash ?? '',
    };
    const { claimed, record } = await claimCard({ ...draft, hash: cardHash(draft, sha256) });
    if (!claimed && (record.requestId !== requestId || record.publishedBy !== caller.personId))
      throw new BankError('ALREADY_EXISTS', { what: 'rateCard' });
    return printRateCard(record);
  },
};

function earliestDay(newest: RateCard | null, now: Instant): Day {
  if (!newest) return dayOf(now);
  const tomorrow = addDays(dayOf(now + LEAD), 1);
  const after = addDays(newest.effectiveOn, 1);
  return tomorrow > after ? tomorrow : after;
}
