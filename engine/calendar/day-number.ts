// Days as whole numbers since 1970-01-01, so that counting thousands of days needs no date objects.
// A moment becomes a day only in a named IANA zone. An unknown zone is a bug of the caller and throws RangeError.
import { Temporal } from 'temporal-polyfill';

const msPerDay = 86_400_000;
const epoch = new Temporal.PlainDate(1970, 1, 1);

/** The day on which the moment falls in the zone. */
export function dayOf(epochMs: number, zone: string): number {
  const day = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate();
  return epoch.until(day, { largestUnit: 'day' }).days;
}

/** 24:00 of the day in the zone, that is the first moment of the day after it. */
export function endOfDay(day: number, zone: string): number {
  return epoch.add({ days: day + 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** YYYY-MM-DD of the day. */
export function dayText(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** The day of a text YYYY-MM-DD, or undefined when there is no such day. */
export function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || dayText(ms / msPerDay) !== text ? undefined : ms / msPerDay;
}

export function yearOf(day: number): number {
  return new Date(day * msPerDay).getUTCFullYear();
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
