// What stands after a dot: an entry of a context, of every context of a list, or a property of a temporal value or range
// (DMN 1.3 §10.3.2.5, tables 53 and 54).
import { offsetSeconds, timeOfDay } from './compare.ts';
import type { Run } from './run.ts';
import { daysDuration } from './temporal-arithmetic.ts';
import { inRange, zoneId } from './temporal-text.ts';
import {
  type DaysDuration,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
  isList,
  isNumber,
  kindOf,
  type MonthsDuration,
  type Range,
  type Value,
} from './value.ts';

export function member(value: Value, name: string, run: Run, at: number): Value {
  if (isList(value)) {
    run.charge(2 * value.length);
    return value.map((item) => (isList(item) ? run.warn('expression.type-mismatch', at, `list.${name}`) : member(item, name, run, at)));
  }
  if (value === null || typeof value !== 'object' || isNumber(value))
    return run.warn('expression.type-mismatch', at, `${kindOf(value)}.${name}`);
  const found = value.kind === 'context' ? value.get(name, run) : property(value, name, run);
  return found === undefined ? run.warn('expression.no-such-entry', at, name) : found;
}

function property(value: Exclude<Value, null | boolean | string | number>, name: string, run: Run): Value | undefined {
  if (isList(value) || isNumber(value)) return undefined;
  switch (value.kind) {
    case 'date':
      return dateProperty(value, name);
    case 'time':
      return timeProperty(value, name, run);
    case 'date and time':
      return dateProperty(value, name) ?? timeProperty(value, name, run);
    case 'days and time duration':
      return daysProperty(value, name);
    case 'years and months duration':
      return monthsProperty(value, name);
    case 'range':
      return rangeProperty(value, name);
    default:
      return undefined;
  }
}

function dateProperty(value: FeelDate | FeelDateTime, name: string): Value | undefined {
  switch (name) {
    case 'year':
      return value.plain.year;
    case 'month':
      return value.plain.month;
    case 'day':
      return value.plain.day;
    case 'weekday':
      return value.plain.dayOfWeek;
    default:
      return undefined;
  }
}

function timeProperty(value: FeelTime | FeelDateTime, name: string, run: Run): Value | undefined {
  switch (name) {
    case 'hour':
      return value.plain.hour;
    case 'minute':
      return value.plain.minute;
    case 'second':
      return value.plain.second;
    case 'time offset':
      return offset(value, run);
    case 'timezone':
      return value.zone === undefined || offsetSeconds(value.zone) !== undefined ? null : value.zone;
    default:
      return undefined;
  }
}

function offset(value: FeelTime | FeelDateTime, run: Run): Value {
  const { zone } = value;
  if (zone === undefined) return null;
  const fixed = offsetSeconds(zone);
  if (fixed !== undefined) return daysDuration(BigInt(fixed) * 1_000_000_000n) ?? null;
  if (value.kind === 'time') return null;
  run.charge(80);
  const zoned = inRange(() => value.plain.toZonedDateTime(zoneId(zone)));
  return zoned ? (daysDuration(BigInt(zoned.offsetNanoseconds)) ?? null) : null;
}

function daysProperty(value: DaysDuration, name: string): Value | undefined {
  const part = (unit: bigint, within: bigint): number => Number((value.ns / unit) % within);
  const second = 1_000_000_000n;
  switch (name) {
    case 'days':
      return Number(value.ns / (86_400n * second));
    case 'hours':
      return part(3600n * second, 24n);
    case 'minutes':
      return part(60n * second, 60n);
    case 'seconds':
      return part(second, 60n);
    default:
      return undefined;
  }
}

function monthsProperty(value: MonthsDuration, name: string): Value | undefined {
  if (name === 'years') return Math.trunc(value.months / 12) + 0;
  return name === 'months' ? (value.months % 12) + 0 : undefined;
}

function rangeProperty(value: Range, name: string): Value | undefined {
  switch (name) {
    case 'start':
      return value.low ?? null;
    case 'end':
      return value.high ?? null;
    case 'start included':
      return value.lowIn;
    case 'end included':
      return value.highIn;
    default:
      return undefined;
  }
}

/** Same value, same kind, same zone: what `is()` asks. */
export function sameMoment(a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime): boolean {
  const day =
    a.kind === 'date and time' && b.kind === 'date and time' ? a.plain.toPlainDate().equals(b.plain.toPlainDate()) : a.kind === b.kind;
  return day && (a.zone ?? null) === (b.zone ?? null) && timeOfDay(a.plain) === timeOfDay(b.plain);
}
