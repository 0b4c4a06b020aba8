import type { EarningRule, PassbookKind } from '../types/entities';
import { PASSBOOK_KINDS } from '../types/entities';
import { formatPoints, type Points } from '../types/points';
import { kindNames } from './names';

/** `每次 1 分`, `每小时 2 分`; the unit stays with its figure. */
export function perDeed(basis: 'visit' | 'hour', points: Points): string {
  return `${basis === 'visit' ? '每次' : '每小时'} ${formatPoints(points)}\u00a0分`;
}

/** `每小时 2 分，按半小时计，每天最多 8 分`; for awards its levels: `社区表扬 20 分`. */
export function earningWords(rule: EarningRule): string[] {
  if (rule.basis === 'award')
    return rule.levels.map(({ title, points }) => `${title} ${formatPoints(points)}\u00a0分`);
  return [
    [
      perDeed(rule.basis, rule.points),
      rule.basis === 'hour' && `按${spanWords(rule.roundToMinutes)}计`,
      rule.dailyCap > 0 && `每天最多 ${formatPoints(rule.dailyCap)}\u00a0分`,
    ]
      .filter(Boolean)
      .join('，'),
  ];
}

/** Whom a rule pays, if not everyone: `限志愿者`. */
export function kindsWords(kinds: PassbookKind[]): string | null {
  if (PASSBOOK_KINDS.every((kind) => kinds.includes(kind))) return null;
  return `限${kinds.map((kind) => kindNames[kind]).join('、')}`;
}

/** `4 小时`, `2.5 小时`, `40 分钟` */
export function minutesWords(minutes: number): string {
  if (minutes % 30 === 0 && minutes > 0) return `${minutes / 60} 小时`;
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} 小时 ${minutes % 60} 分钟` : `${minutes} 分钟`;
}

/** In what pieces an hourly rule counts time: `半小时`, `15 分钟`. */
export function spanWords(minutes: number): string {
  if (minutes === 60) return '整小时';
  return minutes === 30 ? '半小时' : `${minutes} 分钟`;
}
