import { addDays, dayOf, HOUR, type Instant, MINUTE, shanghai } from '../../../types/day';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

export interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

export function timeWords(at: Instant): string {
  return shanghai(at).format('HH:mm');
}

/** 今天, 明天, or 11月22日 周日. */
export function dayWords(at: Instant, now: Instant): string {
  const today = dayOf(now);
  if (dayOf(at) === today) return '今天';
  if (dayOf(at) === addDays(today, 1)) return '明天';
  const day = shanghai(at);
  return `${day.format('M月D日')} 周${WEEKDAYS[day.day()]}`;
}

/** 今天 14:00–16:00 */
export function spanWords({ startsAt, endsAt }: Span, now: Instant): string {
  return `${dayWords(startsAt, now)} ${timeWords(startsAt)}–${timeWords(endsAt)}`;
}

/** 2 小时 40 分 */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分`].filter(Boolean).join(' ');
}

export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / MINUTE));
}

/** Whether a teller may be standing at the door with it: from an hour before until two after. */
export function isAtHand({ startsAt, endsAt }: Span, now: Instant): boolean {
  return now >= startsAt - HOUR && now <= endsAt + 2 * HOUR;
}
