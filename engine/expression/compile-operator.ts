// Operators as closures. Comparisons of two integers, texts or booleans take a short way, because conditions are mostly that.
import { type Code, type Compiler, codeOf, type Eval, type Scope } from './code.ts';
import { negate } from './number.ts';
import { compareWith, isIn, mismatch, operate } from './operate.ts';
import type { CompareOperator, Node, Operand, Test } from './syntax.ts';
import { isTemporal, negateDuration } from './temporal-arithmetic.ts';
import { isNumber, kindOf, type Value } from './value.ts';

type NodeOf<T extends Node['t']> = Node & { readonly t: T };

/** Ternary logic (§10.3.2.1, table 50): what is neither true nor false counts as null. */
export function compileLogic(node: NodeOf<'or' | 'and'>, scope: Scope | null, compiler: Compiler): Code {
  const terms = node.terms.map((term) => compiler.code(term, scope));
  const decisive = node.t === 'or';
  const evals = terms.map((term) => term.eval);
  return codeOf(terms, (run, env) => {
    let result: boolean | null = !decisive;
    for (const term of evals) {
      const value = term(run, env);
      if (value === decisive) return decisive;
      if (value === !decisive) continue;
      result = null;
      if (value !== null) run.warn('expression.not-boolean', node.at, kindOf(value));
    }
    return result;
  });
}

const quick: Readonly<Record<CompareOperator, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

export function compileCompare(node: NodeOf<'compare'>, scope: Scope | null, compiler: Compiler): Code {
  const [left, right] = [compiler.code(node.left, scope), compiler.code(node.right, scope)];
  return codeOf([left, right], comparison(node.operator, left.eval, right.eval, node.at));
}

function comparison(operator: CompareOperator, left: Eval, right: Eval, at: number): Eval {
  const numbers = quick[operator];
  const equality = operator === '=' || operator === '!=';
  return (run, env) => {
    const a = left(run, env);
    const b = right(run, env);
    if (typeof a === 'number' && typeof b === 'number') return numbers(a, b);
    if (equality && typeof a === typeof b && (typeof a === 'string' || typeof a === 'boolean')) return (a === b) === (operator === '=');
    return compareWith(operator, a, b, run, at);
  };
}

export function compileBetween(node: NodeOf<'between'>, scope: Scope | null, compiler: Compiler): Code {
  const parts = [node.value, node.low, node.high].map((part) => compiler.code(part, scope));
  const [value, low, high] = parts.map((part) => part.eval);
  if (!value || !low || !high) throw new Error('between has three parts');
  return codeOf(parts, (run, env) => {
    const v = value(run, env);
    const above = compareWith('>=', v, low(run, env), run, node.at);
    const below = compareWith('<=', v, high(run, env), run, node.at);
    return above === false || below === false ? false : above === null || below === null ? null : true;
  });
}

type TestEval = (value: Value, ...at: Parameters<Eval>) => boolean | null;

/** One test of `in` or of a decision table, as a closure on the value tested. */
function compileTest(test: Test, to: Eval): TestEval {
  const { operator, at } = test;
  if (operator === 'in') return (value, run, env) => isIn(value, to(run, env), run, at);
  return (value, run, env) => compareWith(operator, value, to(run, env), run, at);
}

/** True when one test holds; else null when one could not be decided. */
export function anyHolds(tests: readonly TestEval[], value: Value, ...at: Parameters<Eval>): boolean | null {
  let result: boolean | null = false;
  for (const test of tests) {
    const holds = test(value, ...at);
    if (holds === true) return true;
    if (holds === null) result = null;
  }
  return result;
}

export function compileIn(node: NodeOf<'in'>, scope: Scope | null, compiler: Compiler): Code {
  const value = compiler.code(node.value, scope);
  const targets = node.tests.map((test) => compiler.code(test.to, scope));
  const tests = node.tests.map((test, i) => compileTest(test, targets[i]?.eval ?? (() => null)));
  return codeOf([value, ...targets], (run, env) => anyHolds(tests, value.eval(run, env), run, env));
}

export function compileArithmetic(node: NodeOf<'sum' | 'product' | 'power'>, scope: Scope | null, compiler: Compiler): Code {
  const first = compiler.code(node.first, scope);
  const operands: readonly Operand<'+' | '-' | '*' | '/' | '**'>[] = node.rest;
  const rest = operands.map((operand) => ({ operator: operand.operator, at: operand.at, code: compiler.code(operand.value, scope) }));
  const parts = [first, ...rest.map((operand) => operand.code)];
  return codeOf(
    parts,
    (run, env) => {
      let value = first.eval(run, env);
      for (const { operator, at, code } of rest) value = operate(operator, value, code.eval(run, env), run, at);
      return value;
    },
    parts.length,
  );
}

export function compileNegate(node: NodeOf<'negate'>, scope: Scope | null, compiler: Compiler): Code {
  const value = compiler.code(node.value, scope);
  return codeOf([value], (run, env) => {
    const v = value.eval(run, env);
    if (isNumber(v)) return negate(v);
    if (isTemporal(v) && (v.kind === 'days and time duration' || v.kind === 'years and months duration')) return negateDuration(v);
    return mismatch(null, '-', v, run, node.at);
  });
}
