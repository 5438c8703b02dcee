// Chooses the form of a built-in function that fits a call, and calls it.
import type { Run } from '../run.ts';
import type { Value } from '../value.ts';
import { Args, BadArgument, type Builtin } from './builtin.ts';

const plain = (param: string): string => param.replace(/[?.]+$/, '');
const throwing = 10;

interface Found {
  readonly builtin: Builtin;
  /** For each parameter, the argument that it takes. */
  readonly order: readonly (number | undefined)[];
}

/** By the number of arguments, or by their names; undefined when no form fits. */
export function overloadFor(overloads: readonly Builtin[], count: number, names: readonly string[]): Found | undefined {
  for (const builtin of overloads) {
    const { params } = builtin;
    const repeats = params.at(-1)?.endsWith('...') === true;
    const needed = params.filter((param) => !param.endsWith('?')).length;
    if (names.length === 0) {
      if (count >= needed && (repeats || count <= params.length)) return { builtin, order: Array.from({ length: count }, (_, i) => i) };
      continue;
    }
    const order = params.map((param) => names.indexOf(plain(param))).map((i) => (i < 0 ? undefined : i));
    const given = order.filter((i) => i !== undefined).length;
    const complete = params.every((param, i) => param.endsWith('?') || order[i] !== undefined);
    if (complete && given === count && new Set(names).size === count) return { builtin, order };
  }
  return undefined;
}

export function callBuiltin(builtin: Builtin, values: readonly (Value | undefined)[], run: Run, at: number): Value {
  run.charge(builtin.cost);
  try {
    return builtin.run(new Args({ values, params: builtin.params, run, at }));
  } catch (thrown) {
    if (!(thrown instanceof BadArgument)) throw thrown;
    run.charge(throwing);
    return run.warn('expression.bad-argument', at, thrown.detail);
  }
}
