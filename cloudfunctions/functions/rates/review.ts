import { dayOf } from '../../../types/day';
import type { Review } from '../../../types/entities';
import { BankError } from '../../../types/errors';
import { isOpen, reviewWindow } from '../../../types/reviewWindow';
import { checkText } from '../../platform/openApi';
import type { Action } from '../../platform/serve';
import { cardId, cardInForce } from '../../store/rateCards';
import { startOfDay } from '../../../types/day';
import { claimReview, commentsOn, getReview, summaryOf } from '../../store/reviews';

const MOST_COMMENTS = 20;

/** A holder's opinion of the card in force at the quarter's end: once a quarter. */
export const review: Action<'rates', 'review'> = {
  may: ['holder'],
  writes: true,
  async run({ input: { branchId, version, stars, comment }, caller, now, requestId }) {
    if (!caller.person?.passbooks.some((passbook) => passbook.branchId === branchId))
      throw new BankError('WRONG_BRANCH', { branchId });
    const window = reviewWindow(dayOf(now));
    const reviewed = await cardInForce(branchId, Math.min(now, startOfDay(window.lastDay)), now);
    if (!isOpen(window, dayOf(now)) || reviewed.version !== version)
      throw new BankError('REVIEW_CLOSED', { opensOn: window.opensOn });
    await checkText(caller.openid, comment);
    const opinion: Review = {
      _id: reviewId(branchId, version, window.quarter, caller.personId),
      branchId,
      version,
      quarter: window.quarter,
      stars,
      comment,
      act: { by: caller.personId, at: now, requestId },
    };
    const { claimed, record } = await claimReview(opinion);
    if (!claimed && record.act.requestId !== requestId)
      throw new BankError('ALREADY_REVIEWED', { at: record.act.at });
    return { stars: record.stars };
  },
};

/** What holders thought of a card, and whether one may still say so. */
export const reviews: Action<'rates', 'reviews'> = {
  may: ['anyone'],
  writes: false,
  async run({ input: { branchId, version }, caller, now }) {
    const window = reviewWindow(dayOf(now));
    const [summary, comments, mine] = await Promise.all([
      summaryOf(branchId, version),
      commentsOn(branchId, version, MOST_COMMENTS),
      caller.person ? getReview(reviewId(branchId, version, window.quarter, caller.personId)) : null,
    ]);
    return {
      ...summary,
      comments,
      mine: mine?.stars ?? null,
      isOpen: isOpen(window, dayOf(now)),
      opensOn: window.opensOn,
    };
  },
};

function reviewId(branchId: string, version: number, quarter: string, personId: string): string {
  return `${cardId(branchId, version)}#${quarter}#${personId}`;
}
