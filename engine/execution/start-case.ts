// Starting a case: which start event, who may, and whether the start form is filled in.
import type { CaseEventOf } from '../case/event.ts';
import { faultsOf, maximumAnswer } from '../gate/form-complete.ts';
import type { FlowNode } from '../model/graph.ts';
import { type Command, type Facts, handOf } from './command.ts';
import type { Procedure } from './procedure.ts';
import { type Refusal, refuse } from './refusal.ts';

type StartCase = Extract<Command, { type: 'StartCase' }>;
type Begun =
  /** Without `start` the process has no start event: what has no incoming flow begins. */
  | { readonly ok: true; readonly event: CaseEventOf<'CaseStarted'>; readonly start?: FlowNode }
  | { readonly ok: false; readonly refusal: Refusal };

export function startCase(procedure: Procedure, command: StartCase, facts: Facts): Begun {
  const chosen = startOf(procedure, command);
  if (!chosen.ok) return chosen;
  const element = chosen.start;
  const refusal = mayStart(procedure, element, command, facts);
  if (refusal) return { ok: false, refusal };
  const by = handOf(facts);
  const event: CaseEventOf<'CaseStarted'> = {
    type: 'CaseStarted',
    case: command.case,
    procedure: procedure.ref,
    title: command.title,
    root: 1,
    element: element?.id ?? procedure.graph.id,
    kind: element?.kind ?? 'bpmn:Process',
    variables: command.variables,
    ...(by ? { by } : {}),
  };
  return { ok: true, event, ...(element ? { start: element } : {}) };
}

function startOf(
  procedure: Procedure,
  command: StartCase,
): { readonly ok: true; readonly start?: FlowNode } | { readonly ok: false; readonly refusal: Refusal } {
  const starts = (procedure.graph.scopes[0]?.starts ?? []).map((id) => procedure.graph.nodes.get(id)).filter((n) => n !== undefined);
  if (starts.length === 0 && command.start === undefined) return { ok: true };
  const fits = (n: FlowNode): boolean => {
    if (command.start !== undefined) return n.id === command.start;
    if (command.message !== undefined) return n.trigger.kind === 'message' && n.trigger.name === command.message;
    return n.trigger.kind === 'none';
  };
  const fitting = starts.filter(fits);
  const [only] = fitting.length === 0 && command.start === undefined && command.message === undefined ? starts : fitting;
  if (!only) return { ok: false, refusal: refuse('start.unknown') };
  return (fitting.length || starts.length) > 1 ? { ok: false, refusal: refuse('start.ambiguous') } : { ok: true, start: only };
}

function mayStart(procedure: Procedure, element: FlowNode | undefined, command: StartCase, facts: Facts): Refusal | undefined {
  const offices = element?.rules.assignment?.offices ?? [];
  // What the clock or a message starts, nobody in particular starts; a person's start belongs to the offices drawn on it.
  const byItself = facts.by.kind === 'system' && element !== undefined && element.trigger.kind !== 'none';
  if (!byItself && offices.length > 0 && !facts.by.offices.some((o) => offices.includes(o)))
    return refuse('gate.not-assigned', { element: element?.id ?? '' });
  if (JSON.stringify(command.variables).length > maximumAnswer) return refuse('variables.too-large');
  // A message or timer brings no form; a person's start does.
  if (element && element.trigger.kind !== 'none') return undefined;
  const form = element?.rules.form?.key ?? procedure.graph.rules.form?.key;
  const faults = faultsOf(procedure, form, command.variables);
  return faults.length > 0 ? refuse('gate.form-incomplete', { faults }) : undefined;
}
