// The operators on values (DMN 1.3 §10.3.2.3, §10.3.2.7). Nothing is converted: what does not fit is null with a warning.
import { compare, equal } from './compare.ts';
import { add, divide, multiply, type Num, power, subtract } from './number.ts';
import { inRangeOf } from './range.ts';
import type { Run } from './run.ts';
import type { CompareOperator } from './syntax.ts';
import { addTemporal, divideDuration, isTemporal, multiplyDuration, subtractTemporal } from './temporal-arithmetic.ts';
import { type DaysDuration, isList, isNumber, kindOf, type MonthsDuration, type Value } from './value.ts';

export type Operator = '+' | '-' | '*' | '/' | '**';

export function mismatch(a: Value, operator: string, b: Value, run: Run, at: number): null {
  return run.warn('expression.type-mismatch', at, `${kindOf(a)} ${operator} ${kindOf(b)}`);
}

export function operate(operator: Operator, a: Value, b: Value, run: Run, at: number): Value {
  if (isNumber(a) && isNumber(b)) return operateNumbers(operator, a, b, run, at);
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') {
    run.chargeText(a.length + b.length);
    return a + b;
  }
  const result = operateTemporal(operator, a, b, run);
  if (result === null) return mismatch(a, operator, b, run, at);
  if (result !== undefined) return result;
  const zero = operator === '/' && b === 0;
  return zero
    ? run.warn('expression.division-by-zero', at)
    : run.warn('expression.out-of-range', at, `${kindOf(a)} ${operator} ${kindOf(b)}`);
}

function operateNumbers(operator: Operator, a: Num, b: Num, run: Run, at: number): Value {
  const result = numberOperations[operator](a, b, run);
  if (result !== undefined) return result;
  return operator === '/' && b === 0 ? run.warn('expression.division-by-zero', at) : run.warn('expression.out-of-range', at, operator);
}
const numberOperations = { '+': add, '-': subtract, '*': multiply, '/': divide, '**': power } as const;

const isDuration = (v: Value): v is DaysDuration | MonthsDuration =>
  isTemporal(v) && (v.kind === 'days and time duration' || v.kind === 'years and months duration');

/** null: the kinds do not go together; undefined: out of range. */
function operateTemporal(operator: Operator, a: Value, b: Value, run: Run): Value | undefined {
  if (operator === '+') return isTemporal(a) && isTemporal(b) && mayAdd(a.kind, b.kind) ? addTemporal(a, b, run) : null;
  if (operator === '-') return isTemporal(a) && isTemporal(b) && maySubtract(a.kind, b.kind) ? subtractTemporal(a, b, run) : null;
  if (operator === '*') {
    if (isDuration(a) && isNumber(b)) return multiplyDuration(a, b, run);
    return isNumber(a) && isDuration(b) ? multiplyDuration(b, a, run) : null;
  }
  if (operator === '/' && isDuration(a) && (isNumber(b) || (isDuration(b) && a.kind === b.kind))) return divideDuration(a, b, run);
  return null;
}

const days = 'days and time duration';
const months = 'years and months duration';
function mayAdd(a: string, b: string): boolean {
  if (a === days || b === days) return !(a === months || b === months);
  return (a === months && b !== 'time') || (b === months && a !== 'time');
}
function maySubtract(a: string, b: string): boolean {
  if (b === days) return a !== months;
  if (b === months) return a !== 'time' && a !== days;
  if (a === days || a === months) return false;
  return (a === 'time') === (b === 'time');
}

/** `=` and the like; null when the two cannot be compared. */
export function compareWith(operator: CompareOperator, a: Value, b: Value, run: Run, at: number): boolean | null {
  if (operator === '=' || operator === '!=') {
    const result = equal(a, b, run);
    if (result === null) return mismatch(a, operator, b, run, at);
    return operator === '=' ? result : !result;
  }
  const order = compare(a, b, run);
  if (order === undefined) return mismatch(a, operator, b, run, at);
  if (operator === '<' || operator === '<=') return order < 0 || (order === 0 && operator === '<=');
  return order > 0 || (order === 0 && operator === '>=');
}

/** Is the value in what stands after `in`: a range, a list (of values and ranges), or an equal value? */
export function isIn(value: Value, target: Value, run: Run, at: number): boolean | null {
  if (target !== null && typeof target === 'object' && !isNumber(target)) {
    if (isList(target)) {
      run.charge(target.length);
      return isList(value) && equal(value, target, run) === true ? true : target.some((item) => isInItem(value, item, run));
    }
    if (target.kind === 'range' && kindOf(value) !== 'range') {
      const inside = inRangeOf(value, target, run);
      return inside ?? mismatch(value, 'in', target, run, at);
    }
  }
  const result = equal(value, target, run);
  return result ?? mismatch(value, 'in', target, run, at);
}

function isInItem(value: Value, item: Value, run: Run): boolean {
  if (item !== null && typeof item === 'object' && !isNumber(item) && !isList(item) && item.kind === 'range' && kindOf(value) !== 'range')
    return inRangeOf(value, item, run) === true;
  return equal(value, item, run) === true;
}
