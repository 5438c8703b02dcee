// Functions that make one value of many (DMN 1.3 §10.3.4.4): they take one list, or the values themselves.
import { compare } from '../compare.ts';
import { add, divide, multiply, type Num, subtract, transcendental } from '../number.ts';
import { operate } from '../operate.ts';
import { isNumber, kindOf, type Value } from '../value.ts';
import type { Args, Builtin, Functions } from './builtin.ts';

function numbers(args: Args): readonly Num[] {
  const items = args.items();
  args.run.charge(items.length);
  return items.map((item) => (isNumber(item) ? item : args.bad(0, kindOf(item))));
}

function fold(args: Args, all: readonly Num[], start: Num, step: typeof add): Num {
  return all.reduce<Num>((sum, n) => step(sum, n, args.run) ?? args.bad(0, '∞'), start);
}
const total = (args: Args, all: readonly Num[]): Num => fold(args, all, 0, add);
const mean = (args: Args, all: readonly Num[]): Num => divide(total(args, all), all.length, args.run) ?? args.bad(0, '[ ]');

function extreme(args: Args, sign: 1 | -1): Value {
  const items = args.items();
  args.run.charge(items.length);
  let [best] = items;
  if (best === undefined) return null;
  for (const item of items) {
    const order = compare(item, best, args.run);
    if (order === undefined) return args.bad(0, `${kindOf(item)}, ${kindOf(best)}`);
    if (order * sign > 0) best = item;
  }
  return best;
}

/** Numbers, or durations of one kind. */
function sum(args: Args): Value {
  const items = args.items();
  args.run.charge(items.length);
  const [first, ...rest] = items;
  if (first === undefined || typeof first === 'string') return first === undefined ? null : args.bad(0);
  if (isNumber(first)) return total(args, numbers(args));
  if (!kindOf(first).endsWith('duration')) return args.bad(0, kindOf(first));
  return rest.reduce((value, item) => operate('+', value, item, args.run, args.at), first);
}

function ordered(args: Args): readonly Num[] {
  const all = numbers(args);
  args.run.charge(4 * all.length);
  return [...all].sort((a, b) => compare(a, b, args.run) ?? 0);
}

function median(args: Args): Value {
  const all = ordered(args);
  const middle = all.length >> 1;
  const [low, high] = [all[middle - 1], all[middle]];
  if (high === undefined) return null;
  return all.length % 2 === 1 || low === undefined ? high : (divide(add(low, high, args.run) ?? args.bad(0), 2, args.run) ?? null);
}

/** Of a sample: divided by n - 1. */
function deviation(args: Args): Value {
  const all = numbers(args);
  if (all.length < 2) return args.bad(0, `[${all.length}]`);
  const middle = mean(args, all);
  const squares = all.map((n) => {
    const apart = subtract(n, middle, args.run) ?? args.bad(0);
    return multiply(apart, apart, args.run) ?? args.bad(0);
  });
  const variance = divide(total(args, squares), all.length - 1, args.run) ?? args.bad(0);
  return transcendental('sqrt', variance, args.run) ?? null;
}

function mode(args: Args): Value {
  const counts: { value: Num; times: number }[] = [];
  for (const value of ordered(args)) {
    const last = counts.at(-1);
    if (last && compare(last.value, value, args.run) === 0) last.times++;
    else counts.push({ value, times: 1 });
  }
  const most = counts.reduce((max, { times }) => Math.max(max, times), 0);
  return counts.filter(({ times }) => times === most).map(({ value }) => value);
}

/** all: false when one is false; any: true when one is true; else null when one is neither. */
function ternary(args: Args, decisive: boolean): boolean | null {
  const items = args.items();
  args.run.charge(items.length);
  if (items.includes(decisive)) return decisive;
  return items.every((item) => item === !decisive) ? !decisive : null;
}

const of = (run: (args: Args) => Value): readonly Builtin[] => [{ params: ['list...'], cost: 2, run }];

export const aggregateFunctions: Functions = {
  min: of((a) => extreme(a, -1)),
  max: of((a) => extreme(a, 1)),
  sum: of(sum),
  mean: of((a) => (a.items().length === 0 ? null : mean(a, numbers(a)))),
  product: of((a) => (a.items().length === 0 ? null : fold(a, numbers(a), 1, multiply))),
  median: of(median),
  stddev: of(deviation),
  mode: of(mode),
  all: of((a) => ternary(a, false)),
  any: of((a) => ternary(a, true)),
};
