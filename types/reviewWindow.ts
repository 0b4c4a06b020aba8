import { addDays, type Day, shanghai, startOfDay } from './day';

/** Opinions are asked for around the quarter's end: so many days before and after it. */
const DAYS_BEFORE = 7;
const DAYS_AFTER = 14;

/** A quarter's name, `2026Q4`, and the days on which its card can be reviewed. */
export interface ReviewWindow {
  quarter: string;
  /** The quarter's last day: the card in force then is the one reviewed. */
  lastDay: Day;
  opensOn: Day;
  closesOn: Day;
}

/** The window in which the day lies, or the next one to open. */
export function reviewWindow(day: Day): ReviewWindow {
  const running = windowOf(day);
  const before = windowOf(addDays(startOfQuarter(day), -1));
  return day <= before.closesOn ? before : running;
}

/** The day whose card is the one reviewed: the quarter's last, as long as it is not yet over. */
export function reviewedDay(window: ReviewWindow, today: Day): Day {
  return today < window.lastDay ? today : window.lastDay;
}

export function isOpen(window: ReviewWindow, day: Day): boolean {
  return day >= window.opensOn && day <= window.closesOn;
}

function windowOf(day: Day): ReviewWindow {
  const first = shanghai(startOfDay(startOfQuarter(day)));
  const lastDay = first.add(3, 'month').subtract(1, 'day').format('YYYY-MM-DD');
  return {
    quarter: `${first.year()}Q${first.month() / 3 + 1}`,
    lastDay,
    opensOn: addDays(lastDay, 1 - DAYS_BEFORE),
    closesOn: addDays(lastDay, DAYS_AFTER),
  };
}

function startOfQuarter(day: Day): Day {
  const date = shanghai(startOfDay(day));
  return date
    .month(date.month() - (date.month() % 3))
    .startOf('month')
    .format('YYYY-MM-DD');
}
