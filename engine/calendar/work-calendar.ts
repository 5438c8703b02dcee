// A calendar of working days: announced years, looked up by day number.
// Promise: total. A day of a year without data is a working day from Monday to Friday, and the answer says `assumed`.
import { dayNumber, weekday, yearOf } from './day-number.ts';
import { type AnnouncedYear, announcedYears } from './years.ts';

export interface WorkCalendar {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<number>;
  readonly worked: ReadonlySet<number>;
}

function dayIn(year: string, monthDay: string): number {
  const day = dayNumber(`${year}-${monthDay}`);
  if (day === undefined) throw new RangeError(`The calendar names a day that does not exist: ${year}-${monthDay}`);
  return day;
}

/** Builds a calendar; a day that does not exist in the data throws, because the data is part of the program. */
export function workCalendar(announced: Readonly<Record<number, AnnouncedYear>>): WorkCalendar {
  const off = new Set<number>();
  const worked = new Set<number>();
  for (const [year, said] of Object.entries(announced)) {
    for (const span of said.off) for (let day = dayIn(year, span.from); day <= dayIn(year, span.to); day++) off.add(day);
    for (const monthDay of said.worked) worked.add(dayIn(year, monthDay));
  }
  return { years: new Set(Object.keys(announced).map(Number)), off, worked };
}

/** The mainland's public holidays and make-up days. */
export const mainlandCalendar: WorkCalendar = workCalendar(announcedYears);

export interface DayAnswer {
  readonly working: boolean;
  /** The year has no announced holidays: Monday to Friday was assumed. */
  readonly assumed: boolean;
}

export function isWorkingDay(day: number, calendar: WorkCalendar): DayAnswer {
  const working = calendar.worked.has(day) || (weekday(day) <= 5 && !calendar.off.has(day));
  return { working, assumed: !calendar.years.has(yearOf(day)) };
}
