// Lists, contexts, loops, filters, functions: what reads and makes data; and what crosses the border to JSON.
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../engine/model/json.ts';
import { evaluation, feel, type Variables, warnings } from './feel.ts';

const people = [
  { id: 'p1', office: '党委书记', present: true, age: 50 },
  { id: 'p2', office: '镇长', present: false, age: 45 },
  { id: 'p3', office: '组织委员', present: true, age: 40 },
];
const variables: Variables = { people, a: 5, nested: { list: [{ n: 1 }, { n: 2 }] }, empty: [], text: 'abc' };

const tables: Readonly<Record<string, readonly (readonly [string, Json])[]>> = {
  paths: [
    ['people[1].id', 'p1'],
    ['people.id', ['p1', 'p2', 'p3']],
    ['nested.list.n', [1, 2]],
    ['nested.list[2].n', 2],
    ['{a: {b: {c: 1}}}.a.b.c', 1],
  ],
  filters: [
    ['people[present].id', ['p1', 'p3']],
    ['people[present and age < 45].id', ['p3']],
    ['people[item.age > 42].id', ['p1', 'p2']],
    ['people[office = "镇长"][1].id', 'p2'],
    ['people[-1].id', 'p3'],
    ['[1, 2, 3, 4][item > a - 3]', [3, 4]],
    ['[10, 20, 30][a - 3]', 20],
    ['[1, 2][5]', null],
    ['100[1]', 100],
    ['empty[item > 1]', []],
    ['[{item: 1}, {item: 2}][item = 2]', [{ item: 2 }]],
    ['[{x: 1}, {x: 2, y: "p"}][y = "p"].x', [2]],
    ['people[count(people[age > 45]) = 1].id', ['p1', 'p2', 'p3']],
    ['[[1, 2], [3]][count(item) = 1]', [[3]]],
    ['[1, null, 3][item != null]', [1, 3]],
  ],
  loops: [
    ['for i in [1, 2, 3] return i * i', [1, 4, 9]],
    ['for i in 1..4 return i', [1, 2, 3, 4]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['for i in [1..4) return i', [1, 2, 3]],
    [
      'for i in 1..2, j in i..2 return [i, j]',
      [
        [1, 1],
        [1, 2],
        [2, 2],
      ],
    ],
    ['for d in @"2026-02-27"..@"2026-03-01" return d.day', [27, 28, 1]],
    ['for i in 1..5 return if i <= 2 then 1 else partial[-1] + partial[-2]', [1, 1, 2, 3, 5]],
    ['for i in empty return i', []],
    ['some p in people satisfies p.age > 49', true],
    ['every p in people satisfies p.age > 49', false],
    ['some x in empty satisfies true', false],
    ['every x in empty satisfies false', true],
    ['some x in [1, 2], y in [2, 3] satisfies x = y', true],
    ['every x in [true, null] satisfies x', null],
    ['some x in [false, null] satisfies x', null],
  ],
  functions: [
    ['{add: function(x, y) x + y, r: add(1, 2)}.r', 3],
    ['{add: function(x, y) x - y, r: add(y: 1, x: 5)}.r', 4],
    ['(function(x) function(y) x * y)(3)(4)', 12],
    ['{f: function(n: number) n * 2, r: f("x")}.r', null],
    ['{base: 10, f: function(n) n + base + a, r: f(1)}.r', 16],
    ['sort(people, function(p, q) p.age < q.age).id', ['p3', 'p2', 'p1']],
    ['{f: function(g, n) if n <= 1 then 1 else n * g(g, n - 1), r: f(f, 10)}.r', 3_628_800],
    ['{f: function(x) x, r: f(1, 2)}.r', null],
  ],
};

for (const [what, rows] of Object.entries(tables))
  describe(what, () => {
    for (const [source, expected] of rows)
      it(`${source} → ${JSON.stringify(expected)}`, () => expect(feel(source, variables)).toEqual(expected));
  });

describe('a name that is nowhere', () => {
  it('stops the evaluation and is named', () => {
    expect(evaluation('amuont > 1', { amount: 2 })).toMatchObject({
      ok: false,
      code: 'expression.unknown-name',
      message: { zh: expect.stringContaining('amuont') },
    });
    expect(evaluation('people[agee > 3]', variables)).toMatchObject({ ok: false, code: 'expression.unknown-name' });
  });
  it('does no harm in a branch that is not taken', () => {
    expect(feel('if true then 1 else nope')).toBe(1);
    expect(feel('true or nope')).toBe(true);
  });
  it('is not found on an object’s prototype', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(warnings(`x.${name}`, { x: { a: 1 } })).toEqual(['expression.no-such-entry']);
      expect(feel(`get value(x, "${name}")`, { x: { a: 1 } })).toBe(null);
      expect(evaluation(name, {})).toMatchObject({ ok: false, code: 'expression.unknown-name' });
    }
  });
});

describe('the border to JSON', () => {
  it('gives back what came in', () => {
    const value: Json = { a: [1, 0.1, -2.5, 1e-7, true, null, 'x'], b: { c: {} } };
    expect(feel('v', { v: value })).toEqual(value);
  });
  it('writes dates, times, durations and ranges as texts', () => {
    expect(feel('[@"2026-03-01", @"10:00:00", @"2026-03-01T10:00:00Z", @"P1DT2H", @"P14M", (1..2]]')).toEqual([
      '2026-03-01',
      '10:00:00',
      '2026-03-01T10:00:00Z',
      'P1DT2H',
      'P1Y2M',
      '(1..2]',
    ]);
  });
  it('refuses numbers that JSON would change, and functions', () => {
    expect(evaluation('9007199254740993')).toMatchObject({ ok: false, code: 'expression.number-not-exact' });
    expect(evaluation('10 ** 400')).toMatchObject({ ok: false, code: 'expression.number-not-exact' });
    expect(evaluation('[function(x) x]')).toMatchObject({ ok: false, code: 'expression.no-data' });
    expect(evaluation('x + 1', { x: Number.NaN })).toMatchObject({ ok: false, code: 'expression.bad-input' });
  });
  it('has no minus zero', () => {
    expect(Object.is(feel('-0'), 0)).toBe(true);
    expect(Object.is(feel('x * 1', { x: -0 }), 0)).toBe(true);
    expect(Object.is(feel('0 / -5'), 0)).toBe(true);
  });
});
