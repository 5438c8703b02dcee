// Functions: those written in the expression, and calls of them and of the built-in ones (DMN 1.3 §10.3.2.13.1–2).
// Promise: a built-in function that does not exist, or a wrong number or name of arguments, is refused when compiling.
import type { BuiltinTable } from './builtin/builtin.ts';
import { callBuiltin, overloadFor } from './builtin/call-builtin.ts';
import { bind, type Code, type Compiler, codeOf, type Env, type Scope } from './code.ts';
import { compileTime, constant } from './compile-value.ts';
import { SyntaxFault } from './fault.ts';
import type { Run } from './run.ts';
import type { Argument, Node, Parameter } from './syntax.ts';
import { hasType } from './type-test.ts';
import { type FeelFunction, isList, isNumber, kindOf, type Value } from './value.ts';

type NodeOf<T extends Node['t']> = Node & { readonly t: T };

export function compileFunction(node: NodeOf<'function'>, scope: Scope | null, compiler: Compiler): Code {
  const names = node.params.map((param) => param.name);
  const body = compiler.code(
    node.body,
    names.reduce<Scope | null>((up, name) => bind(name, up), scope),
  );
  const call =
    (outer: Env | null) =>
    (run: Run, args: readonly Value[]): Value => {
      run.charge(body.size + args.length + 2);
      const wrong = node.params.find((param, i) => !fits(param, args[i] ?? null, run));
      if (wrong) return run.warn('expression.bad-argument', node.at, wrong.name);
      run.enter(body.depth);
      const result = body.eval(
        run,
        args.reduce<Env | null>((up, value) => ({ value, up }), outer),
      );
      run.leave(body.depth);
      return result;
    };
  return codeOf([], (_run, env): FeelFunction => ({ kind: 'function', params: names, call: call(env) }));
}

const fits = (param: Parameter, value: Value, run: Run): boolean =>
  param.type === undefined || value === null || hasType(value, param.type, run);

/** A call by name, and what it is compiled with. */
export interface NamedCall {
  readonly name: string;
  readonly args: readonly Argument[];
  readonly at: number;
}

/** A call of a built-in function; what can be computed now, such as date("2026-03-01"), is. */
export function compileBuiltin(
  { name, args, at }: NamedCall,
  scope: Scope | null,
  { compiler, table }: { readonly compiler: Compiler; readonly table: BuiltinTable },
): Code {
  const overloads = table.get(name);
  if (!overloads) throw new SyntaxFault({ zh: `没有名为「${name}」的函数`, en: `There is no function called "${name}"` }, at);
  const names = args.flatMap((arg) => (arg.name === undefined ? [] : [arg.name]));
  const found = overloadFor(overloads, args.length, names);
  if (!found) {
    const forms = overloads.map((overload) => `${name}(${overload.params.join(', ')})`).join(' / ');
    throw new SyntaxFault({ zh: `参数个数或名称不对，应为 ${forms}`, en: `Wrong number or names of arguments; it is ${forms}` }, at);
  }
  const codes = args.map((arg) => compiler.code(arg.value, scope));
  const evals = found.order.map((i) => (i === undefined ? undefined : codes[i]?.eval));
  const call = (run: Run, env: Env | null): Value =>
    callBuiltin(
      found.builtin,
      evals.map((arg) => arg?.(run, env)),
      run,
      at,
    );
  if (found.builtin.literal && args.length > 0 && args.every((arg) => arg.value.t === 'literal')) {
    const value = call(compileTime(), null);
    if (value === null)
      throw new SyntaxFault({ zh: `${name}() 的参数不是有效的值`, en: `The argument of ${name}() is not a valid value` }, at);
    return constant(value);
  }
  return codeOf(codes, call, 2);
}

/** A call of a value that is a function. */
export function compileCall(
  args: readonly Argument[],
  codes: readonly Code[],
  at: number,
): (target: Value, run: Run, env: Env | null) => Value {
  return (target, run, env) => {
    if (target === null || typeof target !== 'object' || isList(target) || isNumber(target) || target.kind !== 'function')
      return run.warn('expression.not-a-function', at, kindOf(target));
    const values = codes.map((code) => code.eval(run, env));
    if (values.length !== target.params.length)
      return run.warn('expression.bad-argument', at, `${values.length} ≠ ${target.params.length}`);
    if (args[0]?.name === undefined) return target.call(run, values);
    const positions = target.params.map((param) => args.findIndex((arg) => arg.name === param));
    if (positions.includes(-1)) return run.warn('expression.bad-argument', at, target.params.join(', '));
    return target.call(
      run,
      positions.map((i) => values[i] ?? null),
    );
  };
}
