// What is handed in must be what the step's form asks. In a procedure with a rule object a step without form takes nothing in:
// no answer may slip into the variables that decide.
import type { Procedure } from '../execution/procedure.ts';
import { refuse } from '../execution/refusal.ts';
import { checkAnswers, type FormFault } from '../model/form.ts';
import type { JsonObject } from '../model/json.ts';
import type { Gate } from './attempt.ts';

/** Characters of JSON that one act may hand in; a record holds at most 64 KiB. */
export const maximumAnswer = 24_000;

export function faultsOf(procedure: Procedure, formKey: string | undefined, values: JsonObject): readonly FormFault[] {
  const form = formKey === undefined ? undefined : procedure.forms.get(formKey);
  if (form) return checkAnswers(form, values);
  if (!procedure.rules) return [];
  return Object.keys(values).map((field) => ({
    field,
    message: { zh: `这一步没有「${field}」这一项`, en: `This step has no field "${field}"` },
  }));
}

export const formComplete: Gate = ({ stage, node, values }) => {
  if (JSON.stringify(values).length > maximumAnswer) return refuse('variables.too-large', { element: node.id });
  const faults = faultsOf(stage.procedure, node.rules.form?.key, values);
  return faults.length > 0 ? refuse('gate.form-incomplete', { element: node.id, faults }) : undefined;
};
