// How many working days lie between two moments, counted as a period is: without the first day, with the last.
// Promise: pure; moments more than two centuries apart are a bug of the caller and throw RangeError.
import { dayOf } from './day-number.ts';
import { isWorkingDay, mainlandCalendar, type WorkCalendar } from './work-calendar.ts';

const maxDays = 73_000;

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  readonly calendar?: WorkCalendar;
}

/** Working days after the day of `from`, up to and with the day of `to`; negative when `to` is earlier. */
export function workingDaysBetween({ from, to, zone, calendar = mainlandCalendar }: Span): {
  readonly days: number;
  readonly assumed: boolean;
} {
  const [first, last] = [dayOf(from, zone), dayOf(to, zone)];
  if (Math.abs(last - first) > maxDays) throw new RangeError('The two moments are too far apart to count working days');
  let days = 0;
  let assumed = false;
  for (let day = Math.min(first, last) + 1; day <= Math.max(first, last); day++) {
    const answer = isWorkingDay(day, calendar);
    assumed ||= answer.assumed;
    if (answer.working) days++;
  }
  return { days: last < first && days > 0 ? -days : days, assumed };
}
