import { dayOf, HOUR, type Instant, MINUTE, shanghai } from '../../../types/day';
import { dayWords, spanOfDay } from '../../dayWords';

export interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

/** `14:05` */
export function timeWords(at: Instant): string {
  return shanghai(at).format('HH:mm');
}

/** `今天 14:00–16:00` */
export function spanWords({ startsAt, endsAt }: Span, now: Instant): string {
  return `${dayWords(dayOf(startsAt), dayOf(now))} ${spanOfDay(startsAt, endsAt)}`;
}

export function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / MINUTE));
}

/** Whether a teller may be standing at the door with it: from an hour before until two after. */
export function isAtHand({ startsAt, endsAt }: Span, now: Instant): boolean {
  return now >= startsAt - HOUR && now <= endsAt + 2 * HOUR;
}
