/** An amount of points as an integer count of hundredths: 500 is "5 分". Never a fraction. */
export type Points = number;

export const POINT: Points = 100;

/**
 * Prints points as a passbook does: no needless zeros, a real minus sign.
 * @param signed prefixes a credit with "+", as the in/out column does
 */
export function formatPoints(points: Points, signed = false): string {
  const size = Math.abs(points);
  const whole = Math.floor(size / POINT);
  const hundredths = size % POINT;
  const fraction = hundredths === 0 ? '' : `.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`;
  const sign = points < 0 ? '−' : signed && points > 0 ? '+' : '';
  return `${sign}${whole}${fraction}`;
}

/**
 * Reads what a person typed ("2.5") as points.
 * @returns null unless it is a plain decimal number with at most two places
 */
export function parsePoints(text: string): Points | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  return Number(match[1]) * POINT + Number((match[2] ?? '').padEnd(2, '0'));
}
