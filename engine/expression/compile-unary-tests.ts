// Input entries of decision tables (DMN 1.3 §7.3.4, grammar rules 15–17): `< 5`, `"a", "b"`, `[1..9]`, `not("x")`, `-`, `contains(?, "x")`.
// A test that speaks of `?` is its own answer; any other value is what the input must equal or be in.
import type { Json, Words } from '../model/json.ts';
import { builtinTable, longNames } from './builtin/table.ts';
import { bind, type Compiler, type Eval } from './code.ts';
import { newCompiler } from './compile.ts';
import { type CompileOptions, type Evaluation, evaluate, refusing } from './compile-expression.ts';
import { compileIn } from './compile-operator.ts';
import { fromJson } from './json-border.ts';
import { parseTests } from './parse-tests.ts';
import { type Clock, type Lookup, Run } from './run.ts';
import type { Test } from './syntax.ts';
import { kindOf } from './value.ts';

export interface UnaryTests {
  readonly source: string;
  readonly names: readonly string[];
  /** The value is true, false, or null when it could not be decided (a warning says why). */
  evaluate(input: Json, lookup: Lookup, clock: Clock): Evaluation;
}
export type CompiledTests =
  | { readonly ok: true; readonly tests: UnaryTests }
  | { readonly ok: false; readonly message: Words; readonly at: number };

export function compileUnaryTests(source: string, options: CompileOptions = {}): CompiledTests {
  return refusing(() => {
    const compiler = newCompiler(builtinTable);
    const parsed = parseTests(source, options.names ?? [], longNames);
    const alternatives = parsed.tests.map((test) => compileTest(test, compiler));
    const holds: Eval = (run, env) => {
      let result: boolean | null = parsed.any;
      for (const alternative of alternatives) {
        const answer = alternative(run, env);
        if (answer === true) return !parsed.negated;
        if (answer === null) result = null;
      }
      return result !== null && parsed.negated ? !result : result;
    };
    const tests: UnaryTests = {
      source,
      names: [...compiler.free],
      evaluate: (value, lookup, clock) => {
        const run = new Run(lookup, clock, undefined);
        return evaluate(() => holds(run, { value: fromJson(value, '?', run), up: null }), run);
      },
    };
    return { ok: true, tests };
  });
}

function compileTest(test: Test, compiler: Compiler): Eval {
  const input = bind('?', null);
  const code = compiler.code(test.to, input);
  const speaksOfInput = compiler.used.has(input);
  if (test.operator !== 'in' || !speaksOfInput)
    return compileIn({ t: 'in', value: { t: 'name', name: '?', at: test.at }, tests: [test], at: test.at }, input, compiler).eval;
  return (run, env) => {
    const answer = code.eval(run, env);
    return typeof answer === 'boolean' ? answer : run.warn('expression.not-boolean', test.at, kindOf(answer));
  };
}
