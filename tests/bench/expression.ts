// What one evaluation of a compiled expression costs, in nanoseconds: the best of some rounds, with the machine's load beside it.
// Run: npx tsx tests/bench/expression.ts
import { loadavg } from 'node:os';
import { compileExpression, type Json } from '../../engine/index.ts';

const variables: Readonly<Record<string, Json>> = {
  a: 5,
  b: 3,
  yes: 6,
  due: 9,
  d: 0.25,
  ok: true,
  name: '张三',
  amount: 1_200_000,
  when: '2026-03-01',
  rules: { major: { limit: 1_000_000 } },
  people: Array.from({ length: 9 }, (_, i) => ({ id: `p${i}`, present: i % 3 > 0 })),
};
const sources = [
  'a > 3',
  'name = "张三"',
  'ok = true and a > b',
  '3 * yes >= 2 * due',
  'amount >= rules.major.limit',
  'a > b and name = "张三" and amount >= rules.major.limit or not(ok)',
  'if a > 3 then {r: a + 1} else {r: 0}',
  'd + 0.1 = 0.35',
  'date(when) < date("2026-04-01")',
  'count(people[present]) * 3 >= count(people) * 2',
];
const turns = 50_000;
const rounds = 7;
const clock = { now: 1_770_000_000_000, zone: 'Asia/Shanghai' };

function nanoseconds(source: string): number {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(compiled.message.en);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let i = 0; i < turns; i++) compiled.expression.evaluate((name) => variables[name], clock);
    best = Math.min(best, ((performance.now() - start) / turns) * 1e6);
  }
  return best;
}

for (const source of sources) process.stdout.write(`${nanoseconds(source).toFixed(0).padStart(6)} ns  ${source}\n`);
process.stdout.write(`load ${loadavg()[0]?.toFixed(1)}\n`);
