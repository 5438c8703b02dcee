// Arithmetic of dates, times and durations (DMN 1.3 §10.3.2.3.3–7, tables 55–59).
// undefined: the two kinds do not go together, or the result is out of range. Months are clipped to the month's last day.
// Days and hours are added to a zoned moment on the time line, months and years on the wall clock.
import { Temporal } from 'temporal-polyfill';
import { instantOf, timeOfDay } from './compare.ts';
import { decimal, divide, isInteger, multiply, type Num, settle } from './number.ts';
import type { Run } from './run.ts';
import { inRange, zoneId } from './temporal-text.ts';
import {
  type DaysDuration,
  type FeelDate,
  type FeelDateTime,
  type FeelTime,
  isList,
  isNumber,
  type MonthsDuration,
  type Value,
} from './value.ts';

export type TemporalValue = FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration;
const nsPerDay = 86_400_000_000_000n;
const cost = 20;
const maxNs = 10n ** 27n;
const maxMonths = 12_000_000_000;

export function isTemporal(v: Value): v is TemporalValue {
  return (
    v !== null && typeof v === 'object' && !isList(v) && !isNumber(v) && v.kind !== 'context' && v.kind !== 'range' && v.kind !== 'function'
  );
}

export function daysDuration(ns: bigint): DaysDuration | undefined {
  return ns < maxNs && ns > -maxNs ? { kind: 'days and time duration', ns } : undefined;
}
export function monthsDuration(months: number): MonthsDuration | undefined {
  return Math.abs(months) < maxMonths ? { kind: 'years and months duration', months: months + 0 } : undefined;
}

const floorDiv = (a: bigint, b: bigint): bigint => a / b - (a % b < 0n ? 1n : 0n);
const isDuration = (v: TemporalValue): v is DaysDuration | MonthsDuration =>
  v.kind === 'days and time duration' || v.kind === 'years and months duration';
const negated = (d: DaysDuration | MonthsDuration): DaysDuration | MonthsDuration =>
  d.kind === 'days and time duration' ? { ...d, ns: -d.ns } : { ...d, months: 0 - d.months };

export function addTemporal(a: TemporalValue, b: TemporalValue, run: Run): Value | undefined {
  run.charge(cost);
  if (isDuration(a) && isDuration(b)) return addDurations(a, b);
  if (isDuration(b)) return shift(a, b, run);
  return isDuration(a) ? shift(b, a, run) : undefined;
}

export function subtractTemporal(a: TemporalValue, b: TemporalValue, run: Run): Value | undefined {
  run.charge(cost);
  if (isDuration(b)) return isDuration(a) ? addDurations(a, negated(b)) : shift(a, negated(b), run);
  if (a.kind === 'time' && b.kind === 'time') return timeApart(a, b);
  if (a.kind === 'time' || b.kind === 'time' || isDuration(a)) return undefined;
  const x = position(a, b, run);
  const y = position(b, a, run);
  return x === undefined || y === undefined ? undefined : daysDuration(x - y);
}

function addDurations(a: DaysDuration | MonthsDuration, b: DaysDuration | MonthsDuration): Value | undefined {
  if (a.kind === 'days and time duration') return b.kind === a.kind ? daysDuration(a.ns + b.ns) : undefined;
  return b.kind === a.kind ? monthsDuration(a.months + b.months) : undefined;
}

function shift(value: TemporalValue, by: DaysDuration | MonthsDuration, run: Run): Value | undefined {
  switch (value.kind) {
    case 'date': {
      const amount = by.kind === 'years and months duration' ? { months: by.months } : { days: Number(floorDiv(by.ns, nsPerDay)) };
      const plain = inRange(() => value.plain.add(amount));
      return plain && { kind: 'date', plain };
    }
    case 'date and time':
      return shiftMoment(value, by, run);
    case 'time': {
      if (by.kind !== 'days and time duration') return undefined;
      const ns = (((BigInt(timeOfDay(value.plain)) + by.ns) % nsPerDay) + nsPerDay) % nsPerDay;
      return { ...value, plain: Temporal.PlainTime.from('00:00').add({ nanoseconds: Number(ns) }) };
    }
    default:
      return undefined;
  }
}

function shiftMoment(value: FeelDateTime, by: DaysDuration | MonthsDuration, run: Run): Value | undefined {
  if (by.kind === 'years and months duration') {
    const plain = inRange(() => value.plain.add({ months: by.months }));
    return plain && { ...value, plain };
  }
  const zone = value.zone;
  const day = floorDiv(by.ns, nsPerDay);
  const rest = Number(by.ns - day * nsPerDay);
  if (zone === undefined) {
    const plain = inRange(() => value.plain.add({ days: Number(day), nanoseconds: rest }));
    return plain && { ...value, plain };
  }
  const at = inRange(() => new Temporal.Instant(instantOf(value, zone, run) + by.ns).toZonedDateTimeISO(zoneId(zone)));
  return at && { ...value, plain: at.toPlainDateTime() };
}

/** Nanoseconds on a common line; a date beside a zoned moment is its midnight in UTC (§10.3.2.3.6). */
function position(a: FeelDate | FeelDateTime, other: FeelDate | FeelDateTime, run: Run): bigint | undefined {
  const moment: FeelDateTime = a.kind === 'date and time' ? a : { kind: 'date and time', plain: a.plain.toPlainDateTime() };
  if (moment.zone !== undefined) {
    const zone = moment.zone;
    const apart = other.kind === 'date and time' && other.zone === undefined;
    return apart ? undefined : inRange(() => instantOf(moment, zone, run));
  }
  return inRange(() => instantOf(moment, 'Z', run));
}

function timeApart(a: FeelTime, b: FeelTime): Value | undefined {
  if ((a.zone === undefined) !== (b.zone === undefined)) return undefined;
  const day = Temporal.PlainDate.from('1970-01-01');
  const at = (t: FeelTime): bigint => day.toPlainDateTime(t.plain).toZonedDateTime(zoneId(t.zone ?? 'Z')).epochNanoseconds;
  return daysDuration(at(a) - at(b));
}

const asDecimalNs = (d: DaysDuration): Num => settle(decimal(0).plus(d.ns.toString())) ?? 0;

/** Rounds toward zero to whole nanoseconds or months. */
function scaled(d: DaysDuration | MonthsDuration, by: (size: Num) => Num | undefined): Value | undefined {
  const size = by(d.kind === 'days and time duration' ? asDecimalNs(d) : d.months);
  if (size === undefined) return undefined;
  const whole = isInteger(size) ? decimal(size) : decimal(size).trunc();
  if (whole.e > 40) return undefined;
  return d.kind === 'days and time duration' ? daysDuration(BigInt(whole.toFixed(0))) : monthsDuration(whole.toNumber());
}

export function multiplyDuration(d: DaysDuration | MonthsDuration, by: Num, run: Run): Value | undefined {
  run.charge(cost);
  return scaled(d, (size) => multiply(size, by, run));
}

export function divideDuration(d: DaysDuration | MonthsDuration, by: Num | DaysDuration | MonthsDuration, run: Run): Value | undefined {
  run.charge(cost);
  if (isNumber(by)) return scaled(d, (size) => divide(size, by, run));
  if (d.kind === 'days and time duration') return by.kind === d.kind ? divide(asDecimalNs(d), asDecimalNs(by), run) : undefined;
  return by.kind === d.kind ? divide(d.months, by.months, run) : undefined;
}

export const negateDuration = negated;
