// Names: local ones are links to follow, free ones are looked up; in a filter the item's own entries come first.
// A name found nowhere stops the evaluation: a misspelt name must never silently be null.
import { type Code, type Compiler, codeOf, type Env, type Eval, type Scope } from './code.ts';
import { Stop, SyntaxFault } from './fault.ts';
import { fromJson } from './json-border.ts';
import type { Run } from './run.ts';
import type { Node } from './syntax.ts';
import { isList, isNumber, type Value } from './value.ts';

interface Place {
  readonly hops: number;
  readonly scope: Scope;
}

export function compileName(node: Node & { readonly t: 'name' }, scope: Scope | null, compiler: Compiler): Code {
  const { name } = node;
  const filters: Place[] = [];
  let hops = 0;
  for (let at = scope; at; at = at.up, hops++) {
    if (at.filter && name !== '?') filters.push({ hops, scope: at });
    if (at.name !== name) continue;
    compiler.used.add(at);
    return codeOf([], inFilters(name, filters, local(hops)));
  }
  if (name === '?')
    throw new SyntaxFault(
      { zh: '「?」只能用在决策表的条件格里', en: '"?" may only be used in the input entries of a decision table' },
      node.at,
    );
  (filters.length > 0 ? compiler.maybe : compiler.free).add(name);
  return codeOf([], inFilters(name, filters, free(name, filters)));
}

function up(env: Env | null, hops: number): Env {
  let at = env;
  for (let i = 0; i < hops && at; i++) at = at.up;
  if (!at) throw new Error('A local name has no value: the compiler and the environment disagree');
  return at;
}

function local(hops: number): Eval {
  if (hops === 0) return (_run, env) => up(env, 0).value;
  return (_run, env) => up(env, hops).value;
}

function free(name: string, filters: readonly Place[]): Eval {
  if (filters.length === 0) return (run) => look(name, run);
  return (run, env) => {
    const json = run.lookup(name);
    if (json !== undefined) return fromJson(json, name, run);
    // One item lacks what another has: null for this one. No item has it: the name is wrong.
    for (const place of filters) if (anyHas(up(env, place.hops).among ?? [], name, run)) return null;
    throw new Stop('expression.unknown-name', name);
  };
}

function look(name: string, run: Run): Value {
  const json = run.lookup(name);
  if (json === undefined) throw new Stop('expression.unknown-name', name);
  return fromJson(json, name, run);
}

function anyHas(items: readonly Value[], name: string, run: Run): boolean {
  run.charge(items.length);
  return items.some((item) => entryOf(item, name, run) !== undefined);
}

function entryOf(item: Value, name: string, run: Run): Value | undefined {
  if (item === null || typeof item !== 'object' || isList(item) || isNumber(item) || item.kind !== 'context') return undefined;
  return item.get(name, run);
}

/** Asks the filtered items first, innermost filter first. */
function inFilters(name: string, filters: readonly Place[], otherwise: Eval): Eval {
  if (filters.length === 0) return otherwise;
  return (run, env) => {
    for (const place of filters) {
      const found = entryOf(up(env, place.hops).value, name, run);
      if (found !== undefined) return found;
    }
    return otherwise(run, env);
  };
}
