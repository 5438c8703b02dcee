// Decimal arithmetic against exact fractions of big integers: what 34 digits can hold is exact, what they cannot is rounded half to even.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compareNumbers,
  decimal,
  divide,
  modulo,
  multiply,
  type Num,
  power,
  readNumber,
  subtract,
} from '../../../engine/expression/number.ts';
import { Run } from '../../../engine/expression/run.ts';

const seed = Number(process.env.FC_SEED ?? 20_261_122);
const free = new Run(() => undefined, { now: 0, zone: 'UTC' }, { steps: Number.MAX_SAFE_INTEGER });

/** digits × 10^exponent, exactly. */
interface Exact {
  readonly digits: bigint;
  readonly exponent: number;
}
const textOf = ({ digits, exponent }: Exact): string => `${digits}e${exponent}`;
const numberOf = (exact: Exact): Num => {
  const read = readNumber(textOf(exact));
  if (read === undefined) throw new Error(`${textOf(exact)} is no number`);
  return read;
};
const scaledTo = ({ digits, exponent }: Exact, to: number): bigint => digits * 10n ** BigInt(exponent - to);

/** numerator / denominator × 10^exponent, rounded to 34 digits, half to even. */
function rounded(numerator: bigint, denominator: bigint, exponent: number): Exact {
  const negative = numerator < 0n !== denominator < 0n;
  let [top, bottom, at] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator, exponent];
  if (top === 0n) return { digits: 0n, exponent: 0 };
  while (top / bottom < 10n ** 33n) [top, at] = [top * 10n, at - 1];
  while (top / bottom >= 10n ** 34n) [bottom, at] = [bottom * 10n, at + 1];
  let [whole, rest] = [top / bottom, top % bottom];
  if (rest * 2n > bottom || (rest * 2n === bottom && whole % 2n === 1n)) whole += 1n;
  if (whole === 10n ** 34n) [whole, at] = [10n ** 33n, at + 1];
  return { digits: negative ? -whole : whole, exponent: at };
}

function expectSame(found: Num | undefined, expected: Exact): void {
  expect(found).toBeDefined();
  if (found !== undefined) expect(decimal(found).toString()).toBe(decimal(numberOf(expected)).toString());
}

const exact = (maxDigits: bigint, span: number): fc.Arbitrary<Exact> =>
  fc.record({ digits: fc.bigInt({ min: -maxDigits, max: maxDigits }), exponent: fc.integer({ min: -span, max: span }) });
const small = fc.record({ digits: fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), exponent: fc.integer({ min: -6, max: 0 }) });
const any = fc.oneof(
  small,
  exact(10n ** 16n, 20),
  exact(10n ** 34n - 1n, 30),
  fc.record({ digits: fc.constantFrom(2n ** 53n, 2n ** 53n - 1n, 2n ** 53n + 1n, -(2n ** 53n), 0n), exponent: fc.constant(0) }),
);
const options = { seed, numRuns: 1500 };

describe(`decimal arithmetic (seed ${seed})`, () => {
  it('adds and subtracts', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const at = Math.min(a.exponent, b.exponent);
        expectSame(add(numberOf(a), numberOf(b), free), rounded(scaledTo(a, at) + scaledTo(b, at), 1n, at));
        expectSame(subtract(numberOf(a), numberOf(b), free), rounded(scaledTo(a, at) - scaledTo(b, at), 1n, at));
      }),
      options,
    );
  });
  it('multiplies', () => {
    fc.assert(
      fc.property(any, any, (a, b) =>
        expectSame(multiply(numberOf(a), numberOf(b), free), rounded(a.digits * b.digits, 1n, a.exponent + b.exponent)),
      ),
      options,
    );
  });
  it('divides', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        if (b.digits === 0n) expect(divide(numberOf(a), numberOf(b), free)).toBeUndefined();
        else expectSame(divide(numberOf(a), numberOf(b), free), rounded(a.digits, b.digits, a.exponent - b.exponent));
      }),
      options,
    );
  });
  it('orders', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const at = Math.min(a.exponent, b.exponent);
        const [x, y] = [scaledTo(a, at), scaledTo(b, at)];
        expect(Math.sign(compareNumbers(numberOf(a), numberOf(b)))).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
      options,
    );
  });
  it('takes whole powers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -1000n, max: 1000n }), fc.integer({ min: 0, max: 11 }), (base, exponent) =>
        expectSame(power(Number(base), exponent, free), { digits: base ** BigInt(exponent), exponent: 0 }),
      ),
      options,
    );
  });
  it('has the remainder of the divisor’s sign', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const at = Math.min(a.exponent, b.exponent);
        const [x, y] = [scaledTo(a, at), scaledTo(b, at)];
        if (y === 0n) expect(modulo(numberOf(a), numberOf(b), free)).toBeUndefined();
        else expectSame(modulo(numberOf(a), numberOf(b), free), { digits: ((x % y) + y) % y, exponent: at });
      }),
      options,
    );
  });
  it('keeps every number in one form: an integer that is safe is a JS number', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        for (const n of [add(numberOf(a), numberOf(b), free), multiply(numberOf(a), numberOf(b), free)])
          if (typeof n === 'number') expect(Number.isSafeInteger(n) && !Object.is(n, -0)).toBe(true);
          else expect(n?.isInteger() === true && n.abs().lte(Number.MAX_SAFE_INTEGER)).toBe(false);
      }),
      options,
    );
  });
});
