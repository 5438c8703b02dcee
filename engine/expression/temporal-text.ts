// Dates, times and durations ↔ their texts (DMN 1.3 §10.3.4.1, XML Schema lexical forms).
// Promise: strict; undefined for a text that names no such value. Leniency: the seconds of a time may be left out.
// Not done: offsets with seconds; years beyond ±271,821; fractions finer than a nanosecond are cut.
import { Temporal } from 'temporal-polyfill';
import type { Run } from './run.ts';
import type { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from './value.ts';

const datePart = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d{2})-(\d{2})$/;
const timePart = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,20}))?)?(Z|[+-]\d{2}:\d{2}|@[A-Za-z][\w+-]{0,30}(?:\/[\w+-]{1,30}){0,2})?$/;
const cost = { parse: 12, zone: 200 } as const;
const second = 1_000_000_000n;
const secondsPerDay = 86_400n;

/** Runs a Temporal computation; undefined where Temporal says that the value is out of range. */
export function inRange<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** The zone as Temporal names it. */
export const zoneId = (zone: string): string => (zone === 'Z' ? 'UTC' : zone);

function zoneOf(text: string | undefined, run: Run): string | undefined | null {
  if (text === undefined) return undefined;
  const zone = text.replace(/^@/, '');
  if (zone === 'Z') return zone;
  run.charge(cost.zone);
  const known = inRange(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone));
  return known ? zone : null;
}

export function readDate(text: string, run: Run): FeelDate | undefined {
  run.charge(cost.parse);
  const parts = text.length > 20 ? null : datePart.exec(text);
  if (!parts) return undefined;
  const plain = inRange(() => new Temporal.PlainDate(Number(parts[1]), Number(parts[2]), Number(parts[3])));
  return plain && { kind: 'date', plain };
}

export function readTime(text: string, run: Run): FeelTime | undefined {
  run.charge(cost.parse);
  const parts = text.length > 120 ? null : timePart.exec(text);
  if (!parts) return undefined;
  const zone = zoneOf(parts[5], run);
  if (zone === null) return undefined;
  const ns = (parts[4] ?? '').padEnd(9, '0').slice(0, 9);
  const [ms, us, rest] = [Number(ns.slice(0, 3)), Number(ns.slice(3, 6)), Number(ns.slice(6))];
  const plain = inRange(() => new Temporal.PlainTime(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0), ms, us, rest));
  return plain && { kind: 'time', plain, ...(zone === undefined ? {} : { zone }) };
}

/** A date alone means its midnight. */
export function readDateTime(text: string, run: Run): FeelDateTime | undefined {
  const split = text.indexOf('T');
  const date = readDate(split < 0 ? text : text.slice(0, split), run);
  if (!date) return undefined;
  if (split < 0) return { kind: 'date and time', plain: date.plain.toPlainDateTime() };
  const time = readTime(text.slice(split + 1), run);
  if (!time) return undefined;
  const plain = inRange(() => date.plain.toPlainDateTime(time.plain));
  return plain && { kind: 'date and time', plain, ...(time.zone === undefined ? {} : { zone: time.zone }) };
}

const months = /^(-)?P(?=\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?$/;
const days = /^(-)?P(?=.)(?:(\d{1,12})D)?(?:T(?=.)(?:(\d{1,14})H)?(?:(\d{1,15})M)?(?:(\d{1,17})(?:\.(\d{1,20}))?S)?)?$/;

export function readDuration(text: string, run: Run): DaysDuration | MonthsDuration | undefined {
  run.charge(cost.parse);
  if (text.length > 120) return undefined;
  const long = months.exec(text);
  if (long) {
    const total = Number(long[2] ?? 0) * 12 + Number(long[3] ?? 0);
    return { kind: 'years and months duration', months: long[1] ? 0 - total : total };
  }
  const short = days.exec(text);
  if (!short) return undefined;
  const seconds =
    BigInt(short[2] ?? 0) * secondsPerDay + BigInt(short[3] ?? 0) * 3600n + BigInt(short[4] ?? 0) * 60n + BigInt(short[5] ?? 0);
  const ns = seconds * second + BigInt((short[6] ?? '').padEnd(9, '0').slice(0, 9));
  return { kind: 'days and time duration', ns: short[1] ? -ns : ns };
}

/** Any of them, as `@"…"` has it. */
export function readTemporal(text: string, run: Run): FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration | undefined {
  if (/^-?P/.test(text)) return readDuration(text, run);
  if (text.includes('T')) return readDateTime(text, run);
  return text.indexOf(':') === 2 ? readTime(text, run) : readDate(text, run);
}

const zoneText = (zone: string | undefined): string => (zone === undefined ? '' : /^[Z+-]/.test(zone) ? zone : `@${zone}`);

export function dateText(plain: Temporal.PlainDate): string {
  const [year, monthDay] = [Math.abs(plain.year), plain.toString().slice(-6)];
  return `${plain.year < 0 ? '-' : ''}${String(year).padStart(4, '0')}${monthDay}`;
}

export function temporalText(value: FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration): string {
  switch (value.kind) {
    case 'date':
      return dateText(value.plain);
    case 'time':
      return value.plain.toString() + zoneText(value.zone);
    case 'date and time':
      return `${dateText(value.plain.toPlainDate())}T${value.plain.toPlainTime().toString()}${zoneText(value.zone)}`;
    case 'years and months duration':
      return monthsText(value.months);
    case 'days and time duration':
      return daysText(value.ns);
  }
}

function monthsText(total: number): string {
  const [years, rest] = [Math.floor(Math.abs(total) / 12), Math.abs(total) % 12];
  if (total === 0) return 'P0M';
  return `${total < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${rest ? `${rest}M` : ''}`;
}

function daysText(ns: bigint): string {
  if (ns === 0n) return 'PT0S';
  const size = ns < 0n ? -ns : ns;
  const seconds = size / second;
  const fraction = String(size % second)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const part = (n: bigint, unit: string): string => (n ? `${n}${unit}` : '');
  const whole = seconds % 60n;
  const secondsText = whole || fraction ? `${whole}${fraction ? `.${fraction}` : ''}S` : '';
  const time = part((seconds / 3600n) % 24n, 'H') + part((seconds / 60n) % 60n, 'M') + secondsText;
  return `${ns < 0n ? '-' : ''}P${part(seconds / secondsPerDay, 'D')}${time ? `T${time}` : ''}`;
}
