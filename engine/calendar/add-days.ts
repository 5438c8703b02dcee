// Statutory periods in days (民法典 art. 201–203): the day on which a period begins is not counted; it ends at 24:00 of its
// last day; a period in calendar days whose last day is not a working day ends with the next working day.
// Promise: pure and total for whole numbers of days from 0 to 36,500; anything else is a bug of the caller and throws RangeError.
// Not done: hours of business that end before 24:00, and pauses of a period (the caller adds paused days).
import { dayOf, dayText, endOfDay } from './day-number.ts';
import { isWorkingDay, mainlandCalendar, type WorkCalendar } from './work-calendar.ts';

export interface Period {
  /** Epoch milliseconds of the moment that starts the period. */
  readonly from: number;
  readonly days: number;
  readonly unit: 'working' | 'calendar';
  /** IANA zone whose days are counted. */
  readonly zone: string;
  /** Default: the mainland's. */
  readonly calendar?: WorkCalendar;
}

export interface Due {
  /** Epoch milliseconds of 24:00 of the last day. */
  readonly dueAt: number;
  /** The last day, YYYY-MM-DD. */
  readonly day: string;
  /** Some day looked at lies in a year without announced holidays. */
  readonly assumed: boolean;
}

const maxDays = 36_500;

/** When a period of days ends. A period of 0 days ends with its own day, or the next working day. */
export function addDays({ from, days, unit, zone, calendar = mainlandCalendar }: Period): Due {
  if (!Number.isSafeInteger(days) || days < 0 || days > maxDays)
    throw new RangeError(`A period has 0 to ${maxDays} whole days, not ${days}`);
  let day = dayOf(from, zone);
  let assumed = false;
  const working = (): boolean => {
    const answer = isWorkingDay(day, calendar);
    assumed ||= answer.assumed;
    return answer.working;
  };
  if (unit === 'calendar') day += days;
  else
    for (let left = days; left > 0; ) {
      day++;
      if (working()) left--;
    }
  while (!working()) day++;
  return { dueAt: endOfDay(day, zone), day: dayText(day), assumed };
}
