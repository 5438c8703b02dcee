// Evaluates FEEL texts for the tests, at one fixed moment in one zone. A text that is refused or stopped throws with its reason.
import { compileExpression, type Evaluation } from '../../../engine/expression/compile-expression.ts';
import type { Json } from '../../../engine/model/json.ts';

export type Variables = Readonly<Record<string, Json>>;

/** 2026-03-02 04:00 in Beijing, still 1 March in UTC. */
export const clock = { now: Date.parse('2026-03-01T20:00:00Z'), zone: 'Asia/Shanghai' };

export function evaluation(source: string, variables: Variables = {}): Evaluation {
  const compiled = compileExpression(source, { names: Object.keys(variables) });
  if (!compiled.ok) throw new Error(`${source} is refused: ${compiled.message.en}`);
  return compiled.expression.evaluate((name) => (Object.hasOwn(variables, name) ? variables[name] : undefined), clock);
}

/** The result as JSON. */
export function feel(source: string, variables: Variables = {}): Json {
  const result = evaluation(source, variables);
  if (!result.ok) throw new Error(`${source} stopped: ${result.code} ${result.message.en}`);
  return result.value;
}

/** The codes of what was null, in order. */
export function warnings(source: string, variables: Variables = {}): readonly string[] {
  const result = evaluation(source, variables);
  return result.ok ? (result.warnings ?? []).map((warning) => warning.code) : [result.code];
}

/** Where and why a text is refused; undefined when it is not. */
export function refusal(
  source: string,
  names: readonly string[] = [],
): { readonly at: number; readonly zh: string; readonly en: string } | undefined {
  const compiled = compileExpression(source, { names });
  return compiled.ok ? undefined : { at: compiled.at, ...compiled.message };
}
