// The values FEEL computes with (DMN 1.3 §10.3.2.2). Numbers are JS integers while they are safe, else decimals of 34 digits;
// `number.ts` keeps each number in exactly one of the two forms. Temporal values keep the wall clock and, where given, the zone.
import { Decimal } from 'decimal.js';
import type { Temporal } from 'temporal-polyfill';
import type { Run } from './run.ts';

export type Value =
  | null
  | boolean
  | string
  | number
  | Decimal
  | readonly Value[]
  | Context
  | FeelDate
  | FeelTime
  | FeelDateTime
  | DaysDuration
  | MonthsDuration
  | Range
  | FeelFunction;

/** Entries by name, in order. */
export interface Context {
  readonly kind: 'context';
  readonly names: readonly string[];
  has(name: string): boolean;
  get(name: string, run: Run): Value | undefined;
  entries(run: Run): Map<string, Value>;
}
export interface FeelDate {
  readonly kind: 'date';
  readonly plain: Temporal.PlainDate;
}
export interface FeelTime {
  readonly kind: 'time';
  readonly plain: Temporal.PlainTime;
  /** An offset (+08:00) or an IANA name; absent: local time. */
  readonly zone?: string;
}
export interface FeelDateTime {
  readonly kind: 'date and time';
  readonly plain: Temporal.PlainDateTime;
  readonly zone?: string;
}
export interface DaysDuration {
  readonly kind: 'days and time duration';
  readonly ns: bigint;
}
export interface MonthsDuration {
  readonly kind: 'years and months duration';
  readonly months: number;
}
/** An end that is undefined is open to infinity (from `< 5`). */
export interface Range {
  readonly kind: 'range';
  readonly low: Value | undefined;
  readonly high: Value | undefined;
  readonly lowIn: boolean;
  readonly highIn: boolean;
}
export interface FeelFunction {
  readonly kind: 'function';
  readonly params: readonly string[];
  /** `args` has one value per parameter. */
  readonly call: (run: Run, args: readonly Value[]) => Value;
}

export type Kind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function';

export function isList(v: Value): v is readonly Value[] {
  return Array.isArray(v);
}

export function isNumber(v: Value): v is number | Decimal {
  return typeof v === 'number' || v instanceof Decimal;
}

export function kindOf(v: Value): Kind {
  if (v === null) return 'null';
  switch (typeof v) {
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    default:
      if (isList(v)) return 'list';
      if (v instanceof Decimal) return 'number';
      return v.kind;
  }
}

class ComputedContext implements Context {
  readonly kind = 'context';
  readonly #entries: ReadonlyMap<string, Value>;
  constructor(entries: ReadonlyMap<string, Value>) {
    this.#entries = entries;
  }
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }
  has(name: string): boolean {
    return this.#entries.has(name);
  }
  get(name: string): Value | undefined {
    return this.#entries.get(name);
  }
  entries(): Map<string, Value> {
    return new Map(this.#entries);
  }
}

/** A context of values that were computed here. */
export const contextOf = (entries: ReadonlyMap<string, Value>): Context => new ComputedContext(entries);
