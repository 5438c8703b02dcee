// Literals, lists, contexts, ranges, instance of, if.
import { bind, type Code, type Compiler, codeOf, type Env, type Scope } from './code.ts';
import { SyntaxFault } from './fault.ts';
import { Run } from './run.ts';
import type { Node } from './syntax.ts';
import { readTemporal } from './temporal-text.ts';
import { hasType } from './type-test.ts';
import { contextOf, kindOf, type Value } from './value.ts';

type NodeOf<T extends Node['t']> = Node & { readonly t: T };

export function constant(value: Value): Code {
  return codeOf([], () => value);
}

/** What literals are computed with when an expression is compiled: nothing to look up, no clock. */
export const compileTime = (): Run => new Run(() => undefined, { now: 0, zone: 'UTC' }, undefined);

export function compileTemporal(node: NodeOf<'temporal'>): Code {
  const value = readTemporal(node.text, compileTime());
  if (value) return constant(value);
  throw new SyntaxFault({ zh: '不是有效的日期、时间或时长', en: 'This is no valid date, time or duration' }, node.at);
}

export function compileList(node: NodeOf<'list'>, scope: Scope | null, compiler: Compiler): Code {
  const items = node.items.map((item) => compiler.code(item, scope));
  return codeOf(items, (run, env) => items.map((item) => item.eval(run, env)));
}

/** Each entry sees the entries before it. */
export function compileContext(node: NodeOf<'context'>, scope: Scope | null, compiler: Compiler): Code {
  let inner = scope;
  const entries = node.entries.map(({ name, value }) => {
    const code = compiler.code(value, inner);
    inner = bind(name, inner);
    return { name, code };
  });
  return codeOf(
    entries.map((entry) => entry.code),
    (run, env) => {
      const values = new Map<string, Value>();
      let at: Env | null = env;
      for (const { name, code } of entries) {
        const value = code.eval(run, at);
        values.set(name, value);
        at = { value, up: at };
      }
      return contextOf(values);
    },
  );
}

export function compileRange(node: NodeOf<'range'>, scope: Scope | null, compiler: Compiler): Code {
  const low = node.low && compiler.code(node.low, scope);
  const high = node.high && compiler.code(node.high, scope);
  const { lowIn, highIn } = node;
  return codeOf(
    [low, high].filter((end) => end !== undefined),
    (run, env) => ({
      kind: 'range',
      low: low?.eval(run, env),
      high: high?.eval(run, env),
      lowIn,
      highIn,
    }),
  );
}

export function compileInstance(node: NodeOf<'instance'>, scope: Scope | null, compiler: Compiler): Code {
  const value = compiler.code(node.value, scope);
  return codeOf([value], (run, env) => hasType(value.eval(run, env), node.type, run));
}

/** What is not true takes the else branch (§10.3.2.13); what is neither true nor false is reported. */
export function compileIf(node: NodeOf<'if'>, scope: Scope | null, compiler: Compiler): Code {
  const [condition, yes, no] = [compiler.code(node.condition, scope), compiler.code(node.yes, scope), compiler.code(node.no, scope)];
  return codeOf([condition, yes, no], (run, env) => {
    const holds = condition.eval(run, env);
    if (typeof holds !== 'boolean') run.warn('expression.not-boolean', node.at, kindOf(holds));
    return holds === true ? yes.eval(run, env) : no.eval(run, env);
  });
}
