// Input entries of decision tables: what matches, what does not, what cannot be decided, and what is refused.
import { describe, expect, it } from 'vitest';
import { compileUnaryTests } from '../../../engine/expression/compile-unary-tests.ts';
import type { Json } from '../../../engine/model/json.ts';
import { clock } from './feel.ts';

const variables: Readonly<Record<string, Json>> = { limit: 100, offices: ['a', 'b'] };

function matches(source: string, input: Json): Json {
  const compiled = compileUnaryTests(source);
  if (!compiled.ok) throw new Error(compiled.message.en);
  const result = compiled.tests.evaluate(input, (name) => variables[name], clock);
  if (!result.ok) throw new Error(result.message.en);
  return result.value;
}

const rows: readonly (readonly [string, Json, boolean | null])[] = [
  ['-', 1, true],
  ['-', null, true],
  ['- 1', -1, true],
  ['1', 1, true],
  ['1', 2, false],
  ['"a", "b"', 'b', true],
  ['"a", "b"', 'c', false],
  ['< 5', 4, true],
  ['< 5', 5, false],
  ['>= limit', 100, true],
  ['[1..5)', 5, false],
  ['(1..5]', 5, true],
  [']1..5[', 1, false],
  ['<1, >5, 3', 3, true],
  ['<1, >5, 3', 4, false],
  ['not(1, 2)', 3, true],
  ['not(1, 2)', 2, false],
  ['not("a")', 'a', false],
  ['not([1..3], > 7)', 8, false],
  ['null', null, true],
  ['null', 1, false],
  ['not(null)', 1, true],
  ['true', true, true],
  ['false', true, false],
  ['offices', 'b', true],
  ['[1, 2]', 2, true],
  ['? > 2 and ? < 5', 3, true],
  ['? > 2 and ? < 5', 5, false],
  ['contains(?, "会")', '党委会', true],
  ['not(contains(?, "会"))', '党委会', false],
  ['not(?) and true', false, true],
  ['even(?), 3', 3, true],
  ['count(?) > 1', [1, 2], true],
  ['?.amount > limit', { amount: 200 }, true],
  ['some x in ? satisfies x > 1', [1, 2], true],
  ['date(?) < @"2026-03-01"', '2026-02-28', true],
  ['limit * 2', 200, true],
  ['= 5', 5, true],
  ['!= 5', 5, false],
  ['< 5', '4', null],
  ['"a"', 1, null],
  ['? + 1', 1, null],
  ['not(< 5)', 'x', null],
];

describe('an input entry', () => {
  for (const [source, input, expected] of rows)
    it(`${source} of ${JSON.stringify(input)} → ${expected}`, () => expect(matches(source, input)).toBe(expected));

  for (const source of ['', '1 2', '1,', 'not(1', 'not(1) 2', '-, 1', '< ', '1 and', '>< 1'])
    it(`${JSON.stringify(source)} is refused`, () =>
      expect(compileUnaryTests(source)).toMatchObject({ ok: false, message: { zh: expect.any(String), en: expect.any(String) } }));

  it('names what it needs from outside', () => {
    const compiled = compileUnaryTests('< limit, in_list[? = item]');
    expect(compiled.ok && compiled.tests.names).toEqual(['limit', 'in_list']);
  });
  it('stops at a name that is nowhere', () => {
    expect(() => matches('< limmit', 1)).toThrow(/limmit/);
  });
});
