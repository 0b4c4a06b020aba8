import type { EarningRule } from '../types/entities';
import { formatPoints } from '../types/points';
import type { RateChange, RateSubject } from '../types/rateDifference';
import { kindsWords, spanWords } from './earningWords';
import { categoryNames } from './names';

export const basisNames: Record<EarningRule['basis'], string> = {
  visit: '按次',
  hour: '按小时',
  award: '按等级',
};

/** What a change between two cards is about: 专业服务 / 小时. */
export function subjectWords(what: RateSubject): string {
  if (what.of === 'price') return `${what.name} ${what.lot}`;
  const only = kindsWords(what.kinds);
  const whom = only ? `（${only}）` : '';
  const category = categoryNames[what.category];
  switch (what.of) {
    case 'visit':
      return `${category} / 次${whom}`;
    case 'hour':
      return `${category} / 小时${whom}`;
    case 'roundToMinutes':
      return `${category} 计时${whom}`;
    case 'dailyCap':
      return `${category} 每天最多${whom}`;
    case 'award':
      return `${category} ${what.title}${whom}`;
  }
}

/** The old and the new value in words; `from` is null for what was not there before. */
export function changeWords({ what, from, to }: RateChange): { from: string | null; to: string } {
  if (to === null)
    return {
      from: from === null ? null : valueWords(what, from),
      to: what.of === 'price' ? '不再兑换' : '取消',
    };
  const words = valueWords(what, to);
  if (from === null) return { from: null, to: words };
  return { from: valueWords(what, from).replace(/ 分$/, ''), to: words };
}

function valueWords(what: RateSubject, value: number): string {
  if (what.of === 'roundToMinutes') return `按${spanWords(value)}计`;
  if (what.of === 'dailyCap' && value === 0) return '不封顶';
  return `${formatPoints(value)} 分`;
}
