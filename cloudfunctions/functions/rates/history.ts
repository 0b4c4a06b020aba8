import { BankError } from '../../../types/errors';
import type { Action } from '../../platform/serve';
import { allCards } from '../../store/rateCards';
import { summaryOf } from '../../store/reviews';
import { printRateCard } from '../../bank/print';

/** Every card of a branch, newest first, with what its holders thought of it. */
export const history: Action<'rates', 'history'> = {
  may: ['anyone'],
  writes: false,
  async run({ input, caller }) {
    const branchId = input.branchId ?? caller.homeBranch();
    if (!branchId) throw new BankError('NOT_FOUND', { what: 'branch' });
    const cards = await allCards(branchId);
    const reviews = await Promise.all(cards.map((card) => summaryOf(branchId, card.version)));
    return {
      branchId,
      cards: cards.map((card, index) => {
        const review = reviews[index]!;
        return { ...printRateCard(card), review: review.count > 0 ? review : null };
      }),
    };
  },
};
