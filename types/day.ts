import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** A day of the bank, `YYYY-MM-DD` in Asia/Shanghai. Days compare as text. */
export type Day = string;

/** A moment: milliseconds since 1970 UTC. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The offset of Asia/Shanghai, which has one zone and no summer time; phones' Intl zones are not to be trusted. */
const SHANGHAI_HOURS = 8;

/** The moment as the bank's clocks show it, whatever the machine's zone. */
export function shanghai(at: Instant): dayjs.Dayjs {
  return dayjs.utc(at).utcOffset(SHANGHAI_HOURS * 60);
}

/** The bank's day in which the moment falls. */
export function dayOf(at: Instant): Day {
  return shanghai(at).format('YYYY-MM-DD');
}

/** Midnight in Shanghai at which the day begins. */
export function startOfDay(day: Day): Instant {
  return dayjs.utc(day).valueOf() - SHANGHAI_HOURS * HOUR;
}

/** The day `count` days after (before, if negative) the given one. */
export function addDays(day: Day, count: number): Day {
  return dayOf(startOfDay(day) + count * DAY);
}
