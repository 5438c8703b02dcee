// A shipped procedure read and compiled as it would be deployed.

import { type Scenario, scenario } from '../../engine/execution/scenario.ts';
import {
  compileProcedure,
  type Directory,
  type Drawing,
  type Form,
  form,
  type Procedure,
  type RuleObject,
  readDrawing,
  ruleObject,
} from '../../engine/index.ts';
import { jsonFiles, readText } from './procedure-folders.ts';

export const formsOf = (name: string): ReadonlyMap<string, Form> =>
  new Map(
    jsonFiles(name, 'forms')
      .map(({ value }) => form.parse(value))
      .map((f) => [f.key, f]),
  );
export const ruleObjectsOf = (name: string): readonly RuleObject[] => jsonFiles(name, 'rules').map(({ value }) => ruleObject.parse(value));
export const scenariosOf = (name: string): readonly { readonly file: string; readonly scenario: Scenario }[] =>
  jsonFiles(name, 'scenarios').map(({ file, value }) => ({ file, scenario: scenario.parse(value) }));
// The roster has the shape of Directory; a wrong one shows in the first scenario.
export const rosterOf = (name: string): Directory => JSON.parse(readText(name, 'roster.json')) as Directory;

export interface Ready {
  readonly procedure: Procedure;
  readonly drawing: Drawing;
}
/** The procedure compiled with its forms and the rule object that it names; `change` alters drawing or rules first. */
export async function ready(
  name: string,
  change: { readonly xml?: (xml: string) => string; readonly rules?: (rules: RuleObject) => RuleObject } = {},
): Promise<Ready> {
  const text = readText(name, `${name}.bpmn`);
  const { drawing, problems } = await readDrawing(change.xml?.(text) ?? text);
  const graph = drawing?.processes.find((p) => p.id === name);
  if (!drawing || !graph) throw new Error(JSON.stringify(problems));
  const named = ruleObjectsOf(name).find((r) => r.key === graph.rules.rules?.key && r.version === graph.rules.rules.version);
  const rules = named && (change.rules?.(named) ?? named);
  const made = compileProcedure({
    graph,
    ref: { key: name, version: 1, hash: '0'.repeat(64) },
    forms: formsOf(name),
    ...(rules ? { rules } : {}),
  });
  if (!made.procedure) throw new Error(JSON.stringify(made.problems));
  return { procedure: made.procedure, drawing };
}
