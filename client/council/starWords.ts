import type { ReviewSummary } from '../../types/routes';

const words = ['很不满意', '不太满意', '一般', '满意', '很满意'] as const;

/** One to five stars, most first, as they are offered. */
export const STARS = [5, 4, 3, 2, 1] as const;

/** `满意` for 4 stars. */
export function starWords(stars: number): string {
  return words[stars - 1] ?? '';
}

/** `4.3 星`; null while nobody gave any. */
export function averageStars({ count, byStars }: Pick<ReviewSummary, 'count' | 'byStars'>): string | null {
  if (count === 0) return null;
  const sum = byStars.reduce((total, number, index) => total + number * (index + 1), 0);
  return `${Math.round((sum / count) * 10) / 10} 星`;
}
