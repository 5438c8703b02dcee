// What is an expression and what is not: names, literals, precedence, and refusals with their place. No prefix is ever accepted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../engine/expression/compile-expression.ts';
import type { Json } from '../../../engine/model/json.ts';
import { feel, refusal, type Variables } from './feel.ts';

const seed = Number(process.env.FC_SEED ?? 20_261_122);

describe('names', () => {
  const rows: readonly (readonly [string, Variables, Json])[] = [
    ['金额 > 100', { 金额: 200 }, true],
    ['金额>100 and 类别="大额"', { 金额: 200, 类别: '大额' }, true],
    ['first name + "!"', { 'first name': '张' }, '张!'],
    ['first   name', { 'first name': '张' }, '张'],
    ['a-b', { a: 3, b: 1 }, 2],
    ['a-b', { 'a-b': 7 }, 7],
    ['profit and loss', { 'profit and loss': 5 }, 5],
    ['x.y', { x: { y: 1 } }, 1],
    ['x.first name', { x: { 'first name': 1 }, 'first name': 0 }, 1],
    ['{first name: 1, r: first name + 1}.r', {}, 2],
    ['{"a b": 1}.a b', {}, 1],
    ['x.if', { x: { if: 1 } }, 1],
    ['date', { date: 'a variable named as a function' }, 'a variable named as a function'],
    ['min(min, 1)', { min: 0 }, 0],
    ['_a1', { _a1: 1 }, 1],
    ['for 人 in 名单 return 人.姓名', { 名单: [{ 姓名: '甲' }, { 姓名: '乙' }] }, ['甲', '乙']],
    ['for my item in [1, 2] return my item * 2', {}, [2, 4]],
    ['x', { x: null }, null],
  ];
  for (const [source, variables, expected] of rows)
    it(`${source} → ${JSON.stringify(expected)}`, () => expect(feel(source, variables)).toEqual(expected));

  it('are listed when they come from outside, and only then', () => {
    const compiled = compileExpression(
      'a + rules.limit + (for i in list return i + b)[item > c] + count(people[office = "x"]) + {d: 1, e: d}.e',
    );
    expect(compiled.ok && compiled.expression.names).toEqual(['a', 'rules', 'list', 'b', 'people']);
    expect(compiled.ok && compiled.expression.filterNames).toEqual(['c', 'office']);
  });
});

describe('literals', () => {
  const rows: readonly (readonly [string, Json])[] = [
    ['"a\\"b\\\\c\\n\\t"', 'a"b\\c\n\t'],
    ['"\\u89c4\\u7A0B"', '规程'],
    ['"\\U01F600"', '😀'],
    ['"// no comment"', '// no comment'],
    ['1 // comment\n + 1', 2],
    ['1 /* comment\n */ + 1', 2],
    ['[1, "a", [true, null], {}]', [1, 'a', [true, null], {}]],
    ['{}', {}],
    ['{a: 1, "b c": 2, 金额: 3}', { a: 1, 'b c': 2, 金额: 3 }],
    ['{"__proto__": 1, constructor: 2}.constructor', 2],
    ['@"2026-03-01"', '2026-03-01'],
    ['@"P1Y2M"', 'P1Y2M'],
    ['[1..5]', '[1..5]'],
    ['(1..5)', '(1..5)'],
    ['if 1 > 2 then "a" else if 2 > 1 then "b" else "c"', 'b'],
    ['1 + if true then 2 else 3', 3],
  ];
  for (const [source, expected] of rows) it(`${source} → ${JSON.stringify(expected)}`, () => expect(feel(source)).toEqual(expected));

  it('keep an entry called __proto__ as an entry', () => {
    const value = feel('{"__proto__": {a: 1}}');
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('a text is refused where it goes wrong', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['', 0],
    ['   ', 3],
    ['1 2', 2],
    ['a b', 2],
    ['1 +', 3],
    ['(1', 2],
    ['1)', 1],
    ['[1, 2', 5],
    ['[1, ]', 5],
    ['{a 1}', 3],
    ['{a: 1, a: 2}', 7],
    ['"abc', 0],
    ['"a\nb"', 0],
    ['"\\x"', 1],
    ['"\\U110000"', 1],
    ['1 < 2 < 3', 6],
    ['a = b = c', 6],
    ['1 between 2', 11],
    ['if a then b', 11],
    ['for x in [1]', 12],
    ['some x in [1] return x', 14],
    ['x[', 2],
    ['x.', 2],
    ['x..y', 1],
    ['f(', 2],
    ['nope(1)', 0],
    ['abs()', 0],
    ['abs(1, 2)', 0],
    ['abs(number: 1)', 0],
    ['substring("a", string: "b")', 10],
    ['3votes', 1],
    ['1e9999', 0],
    ['12345678901234567890123456789012345', 0],
    ['date("2026-02-30")', 0],
    ['time("25:00:00")', 0],
    ['duration("1 day")', 0],
    ['@"tomorrow"', 0],
    ['1；2', 1],
    ['a ＞ 1', 2],
    ['a == 1', 3],
    ['a && b', 2],
    ['!a', 0],
    ['a ? b : c', 2],
    ['?', 0],
    ["'a'", 0],
    ['a; b', 1],
    ['x => x', 3],
    ['`a`', 0],
    ['$a', 0],
    ['1 instance of integer', 14],
    ['function(a, a) a', 12],
    ['function() external {java: 1}', 11],
    ['a\u0000', 1],
    ['a\u200b', 1],
    ['/* open', 0],
  ];
  for (const [source, at] of rows)
    it(JSON.stringify(source), () => {
      expect(refusal(source)).toEqual({ at, zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]/) });
    });

  it('with the half-width sign named', () => {
    expect(refusal('a （1）')?.zh).toContain('半角');
  });
  it('when it is too long or nested too deeply', () => {
    expect(refusal(`1${' '.repeat(10_000)}`)?.en).toContain('10000');
    expect(refusal(`${'('.repeat(64)}1${')'.repeat(64)}`)?.en).toContain('nested');
    expect(feel(`${'('.repeat(60)}1${')'.repeat(60)}`)).toBe(1);
  });

  it(`and never accepted with anything after it (seed ${seed})`, () => {
    const whole = ['1', 'a + 1', '"x"', '[1, 2]', 'f.g', 'a[1]', 'not(a)', '@"P1D"', 'a in (1..2)'];
    const rest = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 6 }).filter((tail) => !/\/[/*]/.test(tail));
    fc.assert(
      fc.property(fc.constantFrom(...whole), rest, (source, tail) => {
        const compiled = compileExpression(`(${source})${tail}`);
        // What is accepted has read its tail: without the closing part it is another expression or none.
        if (compiled.ok && tail.trim() !== '') expect(compileExpression(`(${source})${tail} )`).ok).toBe(false);
      }),
      { seed, numRuns: 2000 },
    );
  });
  it(`and no text makes the compiler throw (seed ${seed})`, () => {
    const part = fc.constantFrom(
      '1',
      'a',
      ' ',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ':',
      ',',
      '..',
      '.',
      '"',
      '-',
      '*',
      '<',
      '=',
      'in ',
      'if ',
      'then ',
      'else ',
      'for ',
      'return ',
      'instance of ',
      'function',
      '@',
      '?',
      'not',
      'abs',
      '\\',
      '规',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const compiled = compileExpression(parts.join(''));
        if (!compiled.ok) expect(compiled.at).toBeGreaterThanOrEqual(0);
      }),
      { seed, numRuns: 5000 },
    );
  });
});
