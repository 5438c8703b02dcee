// Decimal arithmetic of 34 digits, rounded half to even (DMN 1.3 §10.3.2.3.1), with a fast path for safe integers.
// Promise: a number that is a safe integer is a JS number, every other one a Decimal, so equal numbers have one form.
// undefined: the result is not a number of that range (division by zero, overflow).
import { Decimal as Base } from 'decimal.js';
import type { Run } from './run.ts';

const D = Base.clone({
  precision: 34,
  rounding: Base.ROUND_HALF_EVEN,
  minE: -6143,
  maxE: 6144,
  modulo: Base.ROUND_DOWN,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Num = number | Base;

/** What one operation on decimals costs, in steps. */
const cost = { add: 4, multiply: 10, divide: 16, power: 800, modulo: 400 } as const;

export const decimal = (n: Num): Base => (typeof n === 'number' ? new D(n) : n);

/** Puts a decimal into its one form; undefined when it is infinite or no number. */
export function settle(d: Base): Num | undefined {
  if (!d.isFinite()) return undefined;
  if (d.isInteger()) {
    const n = d.toNumber();
    if (Number.isSafeInteger(n)) return n + 0;
  }
  return d;
}

/** The number that the shortest text of a JSON number names. */
export function numberOf(json: number): Num {
  return settle(new D(json)) ?? 0;
}

const literal = /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,6})?$/;

/** Reads a number's text; undefined when it is none, has more than 34 digits, or is out of range. */
export function readNumber(text: string): Num | undefined {
  if (text.length > 100 || !literal.test(text)) return undefined;
  const read = new D(text);
  const lost = read.isZero() && /[1-9]/.test(text.replace(/[eE].*$/, ''));
  return read.precision() > 34 || lost ? undefined : settle(read);
}

export function add(a: Num, b: Num, run: Run): Num | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  run.charge(cost.add);
  return settle(decimal(a).plus(b));
}

export function subtract(a: Num, b: Num, run: Run): Num | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  run.charge(cost.add);
  return settle(decimal(a).minus(b));
}

export function multiply(a: Num, b: Num, run: Run): Num | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  run.charge(cost.multiply);
  return settle(decimal(a).times(b));
}

export function divide(a: Num, b: Num, run: Run): Num | undefined {
  if (b === 0) return undefined;
  if (typeof a === 'number' && typeof b === 'number' && a % b === 0) return a / b + 0;
  run.charge(cost.divide);
  return settle(decimal(a).div(b));
}

export function power(a: Num, b: Num, run: Run): Num | undefined {
  if (typeof a === 'number' && typeof b === 'number' && b >= 0 && b <= 53) {
    let result = 1;
    for (let i = 0; i < b && Number.isSafeInteger(result); i++) result *= a;
    if (Number.isSafeInteger(result)) return result + 0;
  }
  run.charge(cost.power);
  return settle(decimal(a).pow(b));
}

export function negate(a: Num): Num {
  return typeof a === 'number' ? 0 - a : (settle(a.neg()) ?? 0);
}

/** dividend - divisor * floor(dividend / divisor): the result has the divisor's sign. */
export function modulo(a: Num, b: Num, run: Run): Num | undefined {
  if (b === 0) return undefined;
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  const [x, y] = [decimal(a), decimal(b)];
  // Further apart, the quotient has more than 34 digits and nothing of the rest is exact.
  if (x.e - y.e > 34) return undefined;
  run.charge(cost.modulo);
  const rest = x.mod(y);
  return settle(!rest.isZero() && rest.isNegative() !== y.isNegative() ? rest.plus(y) : rest);
}

/** Less than 0, 0, more than 0. */
export function compareNumbers(a: Num, b: Num): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : decimal(a).cmp(b);
}

/** Functions of one number that only decimals have. */
export function transcendental(name: 'sqrt' | 'exp' | 'ln', a: Num, run: Run): Num | undefined {
  run.charge(cost.power);
  return settle(decimal(a)[name]());
}

/** decimals of 10^-scale, by one of decimal.js's rounding modes. */
export function roundTo(a: Num, scale: number, mode: Base.Rounding, run: Run): Num | undefined {
  if (scale >= 0 && typeof a === 'number') return a;
  run.charge(cost.add);
  const d = decimal(a);
  if (scale >= 0) return settle(d.toDecimalPlaces(scale, mode));
  return settle(d.times(new D(10).pow(scale)).toDecimalPlaces(0, mode).times(new D(10).pow(-scale)));
}
export const rounding = {
  up: Base.ROUND_UP,
  down: Base.ROUND_DOWN,
  ceiling: Base.ROUND_CEIL,
  floor: Base.ROUND_FLOOR,
  halfUp: Base.ROUND_HALF_UP,
  halfDown: Base.ROUND_HALF_DOWN,
  halfEven: Base.ROUND_HALF_EVEN,
} as const;

export const isInteger = (n: Num): boolean => typeof n === 'number' || n.isInteger();

/** Plain digits, without exponent while they are at most 40. */
export const numberText = (n: Num): string => String(n);
