// Functions of lists that look at, join and cut them (DMN 1.3 §10.3.4.4). Positions count from 1, or from the end when negative.
import { same } from '../compare.ts';
import { isList, type Value } from '../value.ts';
import type { Args, Functions } from './builtin.ts';

/** Zero-based place of a position that exists. */
function place(args: Args, i: number, length: number): number {
  const position = args.integer(i);
  const at = position > 0 ? position - 1 : length + position;
  return position !== 0 && at >= 0 && at < length ? at : args.bad(i, String(position));
}

function sublist(args: Args): Value {
  const list = args.list(0);
  const from = place(args, 1, list.length);
  const length = args.has(2) && args.any(2) !== null ? args.integer(2) : list.length - from;
  return length < 1 || from + length > list.length ? args.bad(2, String(length)) : list.slice(from, from + length);
}

function distinct(args: Args, list: readonly Value[]): Value {
  const kept: Value[] = [];
  const simple = new Set<Value>();
  for (const item of list) {
    if (item === null || typeof item !== 'object') {
      if (!simple.has(item)) kept.push(item);
      simple.add(item);
      continue;
    }
    args.run.charge(kept.length);
    if (!kept.some((other) => same(other, item, args.run))) kept.push(item);
  }
  return kept;
}

function flatten(args: Args): Value {
  const flat: Value[] = [];
  const take = (list: readonly Value[], depth: number): void => {
    args.run.checkDepth(depth);
    args.run.charge(1 + list.length);
    for (const item of list)
      if (isList(item)) take(item, depth + 1);
      else flat.push(item);
  };
  take(args.list(0), 0);
  return flat;
}

function joined(args: Args): readonly Value[] {
  const all: Value[] = [];
  args.rest(0).forEach((_, i) => {
    for (const item of args.list(i)) all.push(item);
  });
  args.run.charge(all.length);
  return all;
}

function replaceItem(args: Args): Value {
  const list = args.list(0);
  args.run.charge(list.length);
  const match = args.any(1);
  if (match !== null && typeof match === 'object' && !isList(match) && 'kind' in match && match.kind === 'function') {
    const test = args.function(1, 2);
    return list.map((item) => (test.call(args.run, [item, args.any(2)]) === true ? args.any(2) : item));
  }
  const at = place(args, 1, list.length);
  return list.map((item, i) => (i === at ? args.any(2) : item));
}

function positions(args: Args): Value {
  const list = args.list(0);
  args.run.charge(list.length);
  return list.flatMap((item, i) => (same(item, args.any(1), args.run) ? [i + 1] : []));
}

function sorted(args: Args): Value {
  const list = args.list(0);
  const before = args.function(1, 2);
  const precedes = (a: Value, b: Value): boolean => before.call(args.run, [a, b]) === true;
  return [...list].sort((a, b) => (precedes(a, b) ? -1 : precedes(b, a) ? 1 : 0));
}

function without(args: Args): Value {
  const list = args.list(0);
  const at = place(args, 1, list.length);
  args.run.charge(list.length >> 1);
  return list.filter((_, i) => i !== at);
}

function inserted(args: Args): Value {
  const list = args.list(0);
  const at = place(args, 1, list.length);
  args.run.charge(list.length >> 1);
  return [...list.slice(0, at), args.any(2), ...list.slice(at)];
}

function contains(args: Args): boolean {
  const list = args.list(0);
  args.run.charge(list.length);
  return list.some((item) => same(item, args.any(1), args.run));
}

export const listFunctions: Functions = {
  'list contains': [{ params: ['list', 'element'], cost: 2, run: contains }],
  count: [{ params: ['list'], cost: 2, run: (a) => a.list(0).length }],
  sublist: [{ params: ['list', 'start position', 'length?'], cost: 2, run: sublist }],
  append: [{ params: ['list', 'item...'], cost: 2, run: (a) => [...(a.any(0) === null ? [null] : a.list(0)), ...a.rest(1)] }],
  concatenate: [{ params: ['list...'], cost: 2, run: joined }],
  union: [{ params: ['list...'], cost: 2, run: (a) => distinct(a, joined(a)) }],
  'insert before': [{ params: ['list', 'position', 'newItem'], cost: 2, run: inserted }],
  remove: [{ params: ['list', 'position'], cost: 2, run: without }],
  'list replace': [
    { params: ['list', 'position', 'newItem'], cost: 2, run: replaceItem },
    { params: ['list', 'match', 'newItem'], cost: 2, run: replaceItem },
  ],
  reverse: [{ params: ['list'], cost: 2, run: (a) => [...a.list(0)].reverse() }],
  'index of': [{ params: ['list', 'match'], cost: 2, run: positions }],
  'distinct values': [{ params: ['list'], cost: 2, run: (a) => distinct(a, a.list(0)) }],
  flatten: [{ params: ['list'], cost: 2, run: flatten }],
  sort: [{ params: ['list', 'precedes'], cost: 2, run: sorted }],
};
