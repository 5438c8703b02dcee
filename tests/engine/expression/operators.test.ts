// What the operators give (DMN 1.3 §10.3.2): arithmetic, comparison, ternary logic, in, between, instance of.
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../engine/model/json.ts';
import { evaluation, feel, warnings } from './feel.ts';

const tables: Readonly<Record<string, readonly (readonly [string, Json])[]>> = {
  arithmetic: [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['12 / 4 / 3', 1],
    ['2 ** 3 ** 2', 64],
    ['-3 ** 2', 9],
    ['2 * -3', -6],
    ['- - 5', 5],
    ['10 / 4', 2.5],
    ['0.1 + 0.2 = 0.3', true],
    ['0.1 * 3 = 0.3', true],
    ['1 / 3 * 3', 1],
    ['1 / 3', 0.3333333333333333],
    ['9007199254740991 + 2 = 9007199254740993', true],
    ['9007199254740993 - 9007199254740992', 1],
    ['99999999 * 99999999 - 1 = 9999999800000000', true],
    ['1e3', 1000],
    ['1.5e-2', 0.015],
    ['.5 + .5', 1],
    ['2 ** 0.5 * 2 ** 0.5 > 1.9999999999999999', true],
    ['2 ** -1', 0.5],
    ['1000000000000 ** 2 / 1000000000000', 1_000_000_000_000],
    ['0 * -1', 0],
    ['"规" + "程"', '规程'],
  ],
  comparison: [
    ['1 = 1.0', true],
    ['1 != 1', false],
    ['2 < 10', true],
    ['"2" < "10"', false],
    ['"a" <= "a"', true],
    ['true = true', true],
    ['null = null', true],
    ['1 = null', false],
    ['null != 1', true],
    ['[1, 2] = [1, 2]', true],
    ['[1, 2] = [2, 1]', false],
    ['[1] = [1, 2]', false],
    ['{a: 1, b: 2} = {b: 2, a: 1}', true],
    ['{a: 1} = {a: 2}', false],
    ['{a: 1} = {b: 1}', false],
    ['[1..3] = [1..3]', true],
    ['[1..3] = [1..3)', false],
    ['5 between 1 and 5', true],
    ['6 between 1 and 5', false],
    ['1 between 1 and 5 and true', true],
  ],
  'nothing is converted: what does not fit is null': [
    ['"2" > 1', null],
    ['"2" = 2', null],
    ['"2" != 2', null],
    ['true = 1', null],
    ['{} = []', null],
    ['null < 1', null],
    ['true < false', null],
    ['"a" + 1', null],
    ['"3" * 2', null],
    ['null + 1', null],
    ['-"a"', null],
    ['1 / 0', null],
    ['0 ** -1', null],
    ['10 ** 6144 * 10', null],
    ['"1" between 0 and 2', null],
  ],
  'the logic of true, false and null': [
    ['true and true', true],
    ['true and false', false],
    ['false and null', false],
    ['null and false', false],
    ['null and true', null],
    ['null and null', null],
    ['true or null', true],
    ['null or true', true],
    ['false or null', null],
    ['false or false', false],
    ['1 and true', null],
    ['"true" or false', null],
    ['true or false and false', true],
    ['not(false)', true],
    ['not(null)', null],
  ],
  'in and ranges': [
    ['1 in (1..5)', false],
    ['1 in [1..5)', true],
    ['5 in [1..5)', false],
    ['1 in ]1..5]', false],
    ['5 in ]1..5]', true],
    ['5 in [1..5[', false],
    ['3 in (1, 2, 3)', true],
    ['3 in (<2, >5)', false],
    ['3 in (<2, >=3)', true],
    ['3 in <5', true],
    ['3 in != 3', false],
    ['3 in [1, 2, 3]', true],
    ['3 in [[1..2], [3..4]]', true],
    ['"b" in ["a".."c"]', true],
    ['@"2026-02-01" in [@"2026-01-01"..@"2026-12-31"]', true],
    ['[1, 2] in [[1, 2], [3]]', true],
    ['1 in []', false],
    ['3 in (> 2)', true],
    ['[1..3].end', 3],
    ['(1..3].start included', false],
    ['{r: (>= 7)}.r.start', 7],
    ['"x" in [1..5]', null],
    ['null in [1..5]', null],
  ],
  'instance of': [
    ['1 instance of number', true],
    ['"1" instance of number', false],
    ['null instance of Null', true],
    ['null instance of Any', false],
    ['1 instance of Any', true],
    ['[1, 2] instance of list<number>', true],
    ['[1, "a"] instance of list<number>', false],
    ['[] instance of list<string>', true],
    ['{a: 1, b: "x"} instance of context<a: number>', true],
    ['{a: 1} instance of context<a: string>', false],
    ['{b: 1} instance of context<a: number>', false],
    ['[1..2] instance of range<number>', true],
    ['@"P1D" instance of days and time duration', true],
    ['@"P1D" instance of years and months duration', false],
    ['@"2026-01-01T00:00:00" instance of date and time', true],
    ['@"2026-01-01" instance of date', true],
    ['(function(x) x) instance of function<number> -> number', true],
    ['(function(x) x) instance of function', true],
    ['1 instance of number and 2 instance of number', true],
  ],
};

for (const [what, rows] of Object.entries(tables))
  describe(what, () => {
    for (const [source, expected] of rows) it(`${source} → ${JSON.stringify(expected)}`, () => expect(feel(source)).toEqual(expected));
  });

describe('votes are counted in integers', () => {
  // people present, votes in favour, is it two thirds or more, is it more than half, is it half or more
  const rows: readonly (readonly [number, number, boolean, boolean, boolean])[] = [
    [9, 6, true, true, true],
    [9, 5, false, true, true],
    [10, 7, true, true, true],
    [10, 6, false, true, true],
    [10, 5, false, false, true],
    [3, 2, true, true, true],
    [7, 4, false, true, true],
    [7, 5, true, true, true],
    [1, 0, false, false, false],
  ];
  for (const [n, yes, twoThirds, majority, half] of rows)
    it(`${yes} of ${n}`, () => {
      const vote = { n, yes, rule: { numerator: 2, denominator: 3 } };
      expect(feel('3 * yes >= 2 * n', vote)).toBe(twoThirds);
      expect(feel('rule.denominator * yes >= rule.numerator * n', vote)).toBe(twoThirds);
      expect(feel('2 * yes > n', vote)).toBe(majority);
      expect(feel('2 * yes >= n', vote)).toBe(half);
    });
});

describe('what is null says why', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['"2" > 1', 'expression.type-mismatch'],
    ['1 / 0', 'expression.division-by-zero'],
    ['10 ** 6144 * 10', 'expression.out-of-range'],
    ['1 and true', 'expression.not-boolean'],
    ['if null then 1 else 2', 'expression.not-boolean'],
    ['{a: 1}.b', 'expression.no-such-entry'],
    ['[1][2]', 'expression.out-of-range'],
    ['abs("x")', 'expression.bad-argument'],
    ['{f: 1, r: f(2)}.r', 'expression.not-a-function'],
  ];
  for (const [source, code] of rows) it(`${source}: ${code}`, () => expect(warnings(source)).toEqual([code]));

  it('in both languages, with the place', () => {
    const source = '1 + 2 > 0 and "2" > 1';
    const result = evaluation(source);
    expect(result).toMatchObject({
      ok: true,
      value: null,
      warnings: [
        { at: source.lastIndexOf('>'), message: { zh: expect.stringMatching(/类型不符/), en: expect.stringMatching(/do not fit/) } },
      ],
    });
  });
});
