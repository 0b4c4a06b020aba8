import {
  addDays,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  MINUTE,
  shanghai,
  startOfDay,
} from '../../../types/day';
import { textError } from '../../fieldErrors';
import type { Span } from './sessionTimes';

/** One session as it is written: a day, and times of the clock. */
export interface SessionDraft {
  place: string;
  day: Day;
  /** `14:00` */
  from: string;
  until: string;
  capacity: number;
}

export type DraftErrors = Partial<Record<'place' | 'day' | 'until', string>>;

const MOST_PLACE = 40;
const SHORTEST_MINUTES = 15;
/** From this hour on the first draft is for tomorrow. */
const LATE_HOUR = 20;

/** The next full hours of today; tomorrow morning, if it is late. */
export function firstDraft(now: Instant): SessionDraft {
  const hour = shanghai(now).hour() + 1;
  const isLate = hour >= LATE_HOUR;
  const start = isLate ? 9 : hour;
  return {
    place: '',
    day: isLate ? addDays(dayOf(now), 1) : dayOf(now),
    from: clockOf(start),
    until: clockOf(start + 2),
    capacity: 30,
  };
}

export function draftErrors(draft: SessionDraft, now: Instant): DraftErrors {
  const { startsAt, endsAt } = spanOf(draft);
  const isPast = draft.day < dayOf(now);
  const isTooShort = endsAt - startsAt < SHORTEST_MINUTES * MINUTE;
  return {
    place: textError(draft.place, '请填地点，如“小区南门”。', MOST_PLACE),
    day: isPast ? '这一天已经过去了。' : undefined,
    until: isTooShort
      ? `结束要比开始晚至少 ${SHORTEST_MINUTES} 分钟。`
      : !isPast && endsAt <= now
        ? '这个时间已经过去了。'
        : undefined,
  };
}

/** The moments in Shanghai that the draft's times stand for. */
export function spanOf(draft: SessionDraft): Span {
  const { day, from, until } = draft;
  return {
    startsAt: instantOf(day, from),
    endsAt: instantOf(endsNextDay(draft) ? addDays(day, 1) : day, until),
  };
}

/** Whether it runs past midnight: an end before the beginning is the next day's. */
export function endsNextDay({ from, until }: Pick<SessionDraft, 'from' | 'until'>): boolean {
  return until < from;
}

function instantOf(day: Day, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(day) + hours * HOUR + minutes * MINUTE;
}

function clockOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
