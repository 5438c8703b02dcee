// Exact rule arithmetic, compared with fractions of big integers for every body of 1 to 200 members.
import { describe, expect, it } from 'vitest';
import { meets, needed, type Threshold } from '../../../engine/index.ts';

const half: Threshold = { numerator: 1, denominator: 2, strict: false };
const overHalf: Threshold = { numerator: 1, denominator: 2, strict: true };
const twoThirds: Threshold = { numerator: 2, denominator: 3, strict: false };

describe('thresholds', () => {
  it('of ten: 半数以上 opens with 5, 过半数 needs 6, 三分之二以上 needs 7', () => {
    expect([needed(10, half), needed(10, overHalf), needed(10, twoThirds)]).toEqual([5, 6, 7]);
  });
  it('of nine: 5, 5 and 6', () => {
    expect([needed(9, half), needed(9, overHalf), needed(9, twoThirds)]).toEqual([5, 5, 6]);
  });
  it.each([
    half,
    overHalf,
    twoThirds,
    { numerator: 3, denominator: 4, strict: false },
    { numerator: 4, denominator: 5, strict: true },
    { numerator: 1, denominator: 1, strict: false },
  ])('agrees with exact fractions for n = 1…200 (%o)', (t) => {
    for (let n = 1; n <= 200; n++) {
      for (let p = 0; p <= n; p++) {
        const difference = BigInt(p) * BigInt(t.denominator) - BigInt(n) * BigInt(t.numerator);
        expect(meets(p, n, t)).toBe(t.strict ? difference > 0n : difference >= 0n);
      }
      const least = needed(n, t);
      expect(meets(least, n, t)).toBe(true);
      expect(least === 0 || !meets(least - 1, n, t)).toBe(true);
    }
  });
});
