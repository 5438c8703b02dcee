// Equality and order (DMN 1.3 §10.3.2.7, §10.3.2.13). Nothing is converted: values of different kinds are neither equal nor ordered.
// Temporal values with a zone and without one have no order, and are not equal.
import { compareNumbers } from './number.ts';
import type { Run } from './run.ts';
import { zoneId } from './temporal-text.ts';
import { type Context, type FeelDateTime, type FeelTime, isList, isNumber, type Range, type Value } from './value.ts';

const zonedCost = 60;

/** true, false, or null when the two cannot be compared. Null equals only null. */
export function equal(a: Value, b: Value, run: Run, depth = 0): boolean | null {
  if (a === null || b === null) return a === b;
  if (typeof a === 'string' || typeof a === 'boolean') return typeof a === typeof b ? a === b : null;
  if (isList(a)) return isList(b) ? equalLists(a, b, run, depth) : null;
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) === 0 : null;
  if (typeof b !== 'object' || isList(b) || isNumber(b) || a.kind !== b.kind) return null;
  if (a.kind === 'context' && b.kind === 'context') return equalContexts(a, b, run, depth);
  if (a.kind === 'range' && b.kind === 'range') return equalRanges(a, b, run, depth);
  if (a.kind === 'function') return a === b ? true : null;
  // Of one kind but only one with a zone, or with zones whose offset depends on the day: they have no order, yet they differ.
  return compare(a, b, run) === 0;
}

/** As `equal`, with "cannot be compared" as false: what lists are searched with. */
export const same = (a: Value, b: Value, run: Run): boolean => equal(a, b, run) === true;

function equalLists(a: readonly Value[], b: readonly Value[], run: Run, depth: number): boolean {
  run.checkDepth(depth);
  if (a.length !== b.length) return false;
  run.charge(1 + a.length);
  return a.every((item, i) => equal(item, b[i] ?? null, run, depth + 1) === true);
}

function equalContexts(a: Context, b: Context, run: Run, depth: number): boolean {
  run.checkDepth(depth);
  const names = a.names;
  run.charge(1 + names.length);
  if (names.length !== b.names.length) return false;
  return names.every((name) => b.has(name) && equal(a.get(name, run) ?? null, b.get(name, run) ?? null, run, depth + 1) === true);
}

function equalRanges(a: Range, b: Range, run: Run, depth: number): boolean {
  run.checkDepth(depth);
  run.charge(2);
  const sameEnd = (x: Value | undefined, y: Value | undefined): boolean =>
    x === undefined || y === undefined ? x === y : equal(x, y, run, depth + 1) === true;
  return a.lowIn === b.lowIn && a.highIn === b.highIn && sameEnd(a.low, b.low) && sameEnd(a.high, b.high);
}

/** Less than 0, 0 or more than 0; undefined when the two have no order. */
export function compare(a: Value, b: Value, run: Run): number | undefined {
  if (isNumber(a)) return isNumber(b) ? compareNumbers(a, b) : undefined;
  if (typeof a === 'string') return typeof b === 'string' ? compareTexts(a, b, run) : undefined;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object' || isList(a) || isList(b) || isNumber(b)) return undefined;
  if (a.kind === 'date' && b.kind === 'date') return dayKey(a.plain) - dayKey(b.plain);
  if (a.kind === 'date and time' && b.kind === 'date and time') return compareDateTimes(a, b, run);
  if (a.kind === 'time' && b.kind === 'time') return compareTimes(a, b);
  if (a.kind === 'days and time duration' && b.kind === 'days and time duration') return a.ns < b.ns ? -1 : a.ns > b.ns ? 1 : 0;
  if (a.kind === 'years and months duration' && b.kind === 'years and months duration') return a.months - b.months;
  return undefined;
}

function compareTexts(a: string, b: string, run: Run): number {
  run.charge(Math.min(a.length, b.length) >> 6);
  return a < b ? -1 : a > b ? 1 : 0;
}

const dayKey = (d: { year: number; month: number; day: number }): number => d.year * 512 + d.month * 32 + d.day;

/** Nanoseconds since midnight. */
export function timeOfDay(t: {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  microsecond: number;
  nanosecond: number;
}): number {
  return ((((t.hour * 60 + t.minute) * 60 + t.second) * 1000 + t.millisecond) * 1000 + t.microsecond) * 1000 + t.nanosecond;
}

/** Nanoseconds since 1970 UTC of a moment with a zone. */
export function instantOf(a: FeelDateTime, zone: string, run: Run): bigint {
  run.charge(zonedCost);
  return a.plain.toZonedDateTime(zoneId(zone)).epochNanoseconds;
}

function compareDateTimes(a: FeelDateTime, b: FeelDateTime, run: Run): number | undefined {
  if (a.zone === undefined && b.zone === undefined) return dayKey(a.plain) - dayKey(b.plain) || timeOfDay(a.plain) - timeOfDay(b.plain);
  if (a.zone === undefined || b.zone === undefined) return undefined;
  const [x, y] = [instantOf(a, a.zone, run), instantOf(b, b.zone, run)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Seconds east of UTC of a fixed offset; undefined for a region, whose offset depends on the day. */
export function offsetSeconds(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const parts = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (!parts) return undefined;
  const size = Number(parts[2]) * 3600 + Number(parts[3]) * 60;
  return parts[1] === '-' ? -size : size;
}

function compareTimes(a: FeelTime, b: FeelTime): number | undefined {
  const apart = timeOfDay(a.plain) - timeOfDay(b.plain);
  if (a.zone === b.zone) return apart;
  if (a.zone === undefined || b.zone === undefined) return undefined;
  const [x, y] = [offsetSeconds(a.zone), offsetSeconds(b.zone)];
  return x === undefined || y === undefined ? undefined : apart - (x - y) * 1e9;
}
