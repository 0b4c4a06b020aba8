import { addDays, type Day, dayOf, type Instant, shanghai, startOfDay } from '../types/day';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** `今天`, `明天`, `昨天`, `11月25日 周三` */
export function dayWords(day: Day, today: Day): string {
  if (day === today) return '今天';
  if (day === addDays(today, 1)) return '明天';
  if (day === addDays(today, -1)) return '昨天';
  return datedWords(day);
}

/** `11月25日 周三` */
export function datedWords(day: Day): string {
  const at = shanghai(startOfDay(day));
  return `${at.format('M月D日')} 周${WEEKDAYS[at.day()]}`;
}

/** `14:00–16:00` */
export function spanOfDay(startsAt: Instant, endsAt: Instant): string {
  const until = shanghai(endsAt);
  const isSameDay = dayOf(startsAt) === dayOf(endsAt);
  return `${shanghai(startsAt).format('HH:mm')}–${until.format(isSameDay ? 'HH:mm' : 'M月D日 HH:mm')}`;
}
