import type { Review } from '../../types/entities';
import type { ReviewSummary } from '../../types/routes';
import { Documents } from './collection';

const reviews = new Documents<Review>('reviews');

export function claimReview(review: Review) {
  return reviews.claim(review);
}

export function getReview(reviewId: string): Promise<Review | null> {
  return reviews.get(reviewId);
}

/** How the holders of a branch judged a card. */
export async function summaryOf(branchId: string, version: number): Promise<ReviewSummary> {
  const counted = await reviews.countBy<number>({ branchId, version }, 'stars');
  const of = (stars: number) => counted.get(stars) ?? 0;
  const byStars: ReviewSummary['byStars'] = [of(1), of(2), of(3), of(4), of(5)];
  return { version, count: byStars.reduce((total, count) => total + count, 0), byStars };
}

/** What holders wrote of a card, newest first. */
export async function commentsOn(branchId: string, version: number, limit: number): Promise<string[]> {
  const written = await reviews.find({ branchId, version }, ['act.at', 'desc'], limit * 3);
  return written.flatMap(({ comment }) => comment || []).slice(0, limit);
}
