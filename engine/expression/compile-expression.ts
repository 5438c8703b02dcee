// FEEL for the rest of the engine: a text is compiled once, checked whole, and evaluated as often as wanted.
// Promise: synchronous, without I/O, bounded in steps, depth and text whatever the expression says; results are JSON;
// nothing is converted silently; a misspelt variable is an error, a part that cannot be computed is null with a warning.
import type { Json, Words } from '../model/json.ts';
import { builtinTable, longNames } from './builtin/table.ts';
import type { Code, Eval } from './code.ts';
import { newCompiler } from './compile.ts';
import { Stop, type StopCode, SyntaxFault, type Warning } from './fault.ts';
import { toJson } from './json-border.ts';
import { parseExpression } from './parse.ts';
import { type Clock, type Limits, type Lookup, Run } from './run.ts';

export interface CompileOptions {
  /** Known names that have spaces or signs in them. */
  readonly names?: readonly string[];
}
export type Evaluation =
  | { readonly ok: true; readonly value: Json; readonly warnings?: readonly Warning[] }
  | { readonly ok: false; readonly code: StopCode; readonly message: Words };

export interface Expression {
  readonly source: string;
  /** Variables that must be there when it is evaluated (each only if its branch is taken). */
  readonly names: readonly string[];
  /** Names in filters: entries of the items filtered, or variables. */
  readonly filterNames: readonly string[];
  /** The clock is the only one that now() and today() know; limits default to 100,000 steps and 64 nested calls. */
  evaluate(lookup: Lookup, clock: Clock, limits?: Limits): Evaluation;
}
export type Compiled =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly message: Words; readonly at: number };

/** Compiles a whole FEEL expression; `at` is the offset of the first wrong character. */
export function compileExpression(source: string, options: CompileOptions = {}): Compiled {
  return refusing(() => {
    const compiler = newCompiler(builtinTable);
    const code: Code = compiler.code(parseExpression(source, options.names ?? [], longNames), null);
    const expression: Expression = {
      source,
      names: [...compiler.free],
      filterNames: [...compiler.maybe].filter((name) => !compiler.free.has(name)),
      evaluate: (lookup, clock, limits) => evaluate(code.eval, new Run(lookup, clock, limits)),
    };
    return { ok: true, expression };
  });
}

/** Runs a closure and turns what stops it into a value. */
export function evaluate(run: Eval, within: Run): Evaluation {
  try {
    const value = toJson(run(within, null), within);
    return within.warnings.length === 0 ? { ok: true, value } : { ok: true, value, warnings: within.warnings };
  } catch (stopped) {
    if (stopped instanceof Stop) return { ok: false, code: stopped.code, message: stopped.message };
    throw stopped;
  }
}

type Refused = { readonly ok: false; readonly message: Words; readonly at: number };

/** Turns what is thrown while compiling into a value. */
export function refusing<T>(compile: () => T): T | Refused {
  try {
    return compile();
  } catch (refused) {
    if (refused instanceof SyntaxFault) return { ok: false, message: refused.message, at: refused.at };
    if (refused instanceof Stop) return { ok: false, message: refused.message, at: 0 };
    throw refused;
  }
}
