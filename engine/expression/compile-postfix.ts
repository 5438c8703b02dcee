// Paths, filters and calls behind a value: `a.b[c > 1](d)` (DMN 1.3 §10.3.2.5–6).
import type { BuiltinTable } from './builtin/builtin.ts';
import { type Code, type Compiler, codeOf, type Env, type Eval, type Scope } from './code.ts';
import { compileBuiltin, compileCall } from './compile-call.ts';
import { member } from './member.ts';
import type { Run } from './run.ts';
import type { Node, Step } from './syntax.ts';
import { isList, isNumber, kindOf, type Value } from './value.ts';

type Apply = (value: Value, run: Run, env: Env | null) => Value;

export function compilePostfix(node: Node & { readonly t: 'postfix' }, scope: Scope | null, compiler: Compiler, table: BuiltinTable): Code {
  const [first, ...rest] = node.steps;
  const { base } = node;
  if (base.t === 'name' && first?.s === 'call' && !isLocal(base.name, scope)) {
    const call = compileBuiltin({ name: base.name, args: first.args, at: base.at }, scope, { compiler, table });
    return rest.length === 0 ? call : chain(call, rest, scope, compiler);
  }
  return chain(compiler.code(base, scope), node.steps, scope, compiler);
}

function isLocal(name: string, scope: Scope | null): boolean {
  for (let at = scope; at; at = at.up) if (at.name === name && !at.filter) return true;
  return false;
}

function chain(base: Code, steps: readonly Step[], scope: Scope | null, compiler: Compiler): Code {
  const parts = [base];
  const applies = steps.map((step) => compileStep(step, scope, compiler, parts));
  const [only] = applies;
  if (applies.length === 1 && only) return codeOf(parts, (run, env) => only(base.eval(run, env), run, env), 2);
  return codeOf(
    parts,
    (run, env) => {
      let value = base.eval(run, env);
      for (const apply of applies) value = apply(value, run, env);
      return value;
    },
    1 + applies.length,
  );
}

function compileStep(step: Step, scope: Scope | null, compiler: Compiler, parts: Code[]): Apply {
  switch (step.s) {
    case 'path':
      return (value, run) => member(value, step.name, run, step.at);
    case 'call': {
      const codes = step.args.map((arg) => compiler.code(arg.value, scope));
      parts.push(...codes);
      return compileCall(step.args, codes, step.at);
    }
    case 'filter': {
      const by = compiler.code(step.by, { name: 'item', filter: true, up: scope });
      parts.push(by);
      return isIndex(step.by) ? byIndex(by.eval, step.at) : byCondition(by, step.at);
    }
  }
}

const isIndex = (node: Node): boolean => (node.t === 'literal' ? isNumber(node.value) : node.t === 'negate' && isIndex(node.value));

const asList = (value: Value): readonly Value[] | undefined => (isList(value) ? value : value === null ? undefined : [value]);

/** From 1, or from the end when negative. */
function itemAt(list: readonly Value[], index: Value, run: Run, at: number): Value {
  if (typeof index !== 'number' || index === 0) return run.warn('expression.out-of-range', at, '[0]');
  const item = list[index > 0 ? index - 1 : list.length + index];
  return item === undefined ? run.warn('expression.out-of-range', at, `[${index}]`) : item;
}

function byIndex(index: Eval, at: number): Apply {
  return (value, run, env) => {
    const list = asList(value);
    if (!list) return run.warn('expression.type-mismatch', at, 'null[ ]');
    return itemAt(list, index(run, { value: null, up: env }), run, at);
  };
}

function byCondition(by: Code, at: number): Apply {
  return (value, run, env) => {
    const list = asList(value);
    if (!list) return run.warn('expression.type-mismatch', at, 'null[ ]');
    const kept: Value[] = [];
    for (const item of list) {
      run.charge(by.size + 1);
      const holds = by.eval(run, { value: item, up: env, among: list });
      if (holds === true) kept.push(item);
      else if (isNumber(holds)) return itemAt(list, holds, run, at);
      else if (holds !== false && holds !== null) run.warn('expression.not-boolean', at, kindOf(holds));
    }
    return kept;
  };
}
