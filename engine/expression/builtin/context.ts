// Functions of contexts (DMN 1.3 §10.3.4.10; context, put and merge as in DMN 1.4).
import { contextOf, isList, type Value } from '../value.ts';
import { type Args, type Functions, isObject } from './builtin.ts';

function getValue(args: Args): Value {
  const path = isList(args.any(1)) ? args.list(1) : [args.text(1)];
  let at: Value = args.context(0);
  for (const name of path) {
    if (typeof name !== 'string') return args.bad(1);
    const found: Value | undefined = isObject(at) && at.kind === 'context' ? at.get(name, args.run) : undefined;
    if (found === undefined) return null;
    at = found;
  }
  return at;
}

function getEntries(args: Args): Value {
  const entries = args.context(0).entries(args.run);
  args.run.charge(3 * entries.size);
  return [...entries].map(([key, value]) =>
    contextOf(
      new Map<string, Value>([
        ['key', key],
        ['value', value],
      ]),
    ),
  );
}

function ofEntries(args: Args): Value {
  const entries = new Map<string, Value>();
  for (const item of args.list(0)) {
    args.run.charge(2);
    if (!isObject(item) || item.kind !== 'context') return args.bad(0);
    const [key, value] = [item.get('key', args.run), item.get('value', args.run)];
    if (typeof key !== 'string' || value === undefined || entries.has(key)) return args.bad(0, String(key));
    entries.set(key, value);
  }
  return contextOf(entries);
}

function put(args: Args): Value {
  const path = isList(args.any(1)) ? args.list(1) : [args.text(1)];
  args.run.checkDepth(path.length);
  const into = (value: Value, at: number): Value => {
    const name = path[at];
    if (!isObject(value) || value.kind !== 'context' || typeof name !== 'string') return args.bad(1);
    const entries = value.entries(args.run);
    args.run.charge(entries.size);
    const last = at === path.length - 1;
    return contextOf(entries.set(name, last ? args.any(2) : into(entries.get(name) ?? contextOf(new Map()), at + 1)));
  };
  return into(args.context(0), 0);
}

function merge(args: Args): Value {
  const entries = new Map<string, Value>();
  for (const item of args.list(0)) {
    if (!isObject(item) || item.kind !== 'context') return args.bad(0);
    for (const [name, value] of item.entries(args.run)) {
      args.run.charge(1);
      entries.set(name, value);
    }
  }
  return contextOf(entries);
}

export const contextFunctions: Functions = {
  'get value': [
    { params: ['m', 'key'], cost: 2, run: getValue },
    { params: ['context', 'keys'], cost: 2, run: getValue },
  ],
  'get entries': [{ params: ['m'], cost: 2, run: getEntries }],
  context: [{ params: ['entries'], cost: 2, run: ofEntries }],
  'context put': [
    { params: ['context', 'key', 'value'], cost: 4, run: put },
    { params: ['context', 'keys', 'value'], cost: 4, run: put },
  ],
  'context merge': [{ params: ['contexts'], cost: 2, run: merge }],
};
