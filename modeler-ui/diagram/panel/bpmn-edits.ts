// Edits of BPMN's own properties: documentation, conditions, defaults, timers, scripts. Pure, like rule-edits.
// Texts are kept as written; an emptied text removes the element that held it.
import type { Edit, Make } from '../edits.ts';
import { childOf, childrenOf, type ModdleElement, textOf } from '../moddle.ts';
import type { Subject } from './subject.ts';

export const documentationOf = (element: ModdleElement): string | undefined => textOf(childrenOf(element, 'documentation')[0], 'text');

export function setDocumentation({ shape, element }: Subject, text: string | undefined, make: Make): readonly Edit[] {
  const [first, ...rest] = childrenOf(element, 'documentation');
  if (text === undefined) return [{ shape, target: element, properties: { documentation: rest } }];
  if (first) return [{ shape, target: first, properties: { text } }];
  return [{ shape, target: element, properties: { documentation: [make('bpmn:Documentation', element, { text })] } }];
}

/** A child that holds one FEEL expression in its body: condition of a flow, of an event, cardinality of a loop … */
export const expressionOf = (holder: ModdleElement | undefined, name: string): string | undefined => textOf(childOf(holder, name), 'body');

export interface ExpressionPlace {
  readonly holder: ModdleElement;
  readonly name: string;
}

export function setExpression(
  { shape }: Subject,
  { holder, name }: ExpressionPlace,
  text: string | undefined,
  make: Make,
): readonly Edit[] {
  const present = childOf(holder, name);
  if (text === undefined) return present ? [{ shape, target: holder, properties: { [name]: undefined } }] : [];
  if (present) return [{ shape, target: present, properties: { body: text } }];
  return [{ shape, target: holder, properties: { [name]: make('bpmn:FormalExpression', holder, { body: text }) } }];
}

const branching = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway']);

/** Flows out of a deciding gateway may carry a condition; a condition that stands elsewhere is shown so that it can be removed. */
export const mayHaveCondition = (flow: ModdleElement): boolean =>
  branching.has(childOf(flow, 'sourceRef')?.$type ?? '') || expressionOf(flow, 'conditionExpression') !== undefined;

export const mayBeDefault = (flow: ModdleElement): boolean => branching.has(childOf(flow, 'sourceRef')?.$type ?? '');

export const isDefault = (flow: ModdleElement): boolean => childOf(childOf(flow, 'sourceRef'), 'default') === flow;

/** A default flow has no condition: making it the default takes the condition away in the same step. */
export function setDefault(subject: Subject, source: Subject['shape'], on: boolean): readonly Edit[] {
  const edits: Edit[] = [{ shape: source, properties: { default: on ? subject.element : undefined } }];
  if (on && childOf(subject.element, 'conditionExpression'))
    edits.push({ shape: subject.shape, properties: { conditionExpression: undefined } });
  return edits;
}

export const timerForms = ['timeDate', 'timeDuration', 'timeCycle'] as const;
export type TimerForm = (typeof timerForms)[number];

export interface TimerValue {
  readonly form: TimerForm;
  readonly text?: string;
}

export function timerOf(definition: ModdleElement): TimerValue {
  const form = timerForms.find((f) => childOf(definition, f)) ?? 'timeDuration';
  const text = expressionOf(definition, form);
  return { form, ...(text === undefined ? {} : { text }) };
}

export function setTimer({ shape }: Subject, definition: ModdleElement, value: TimerValue, make: Make): readonly Edit[] {
  const cleared = Object.fromEntries(timerForms.map((f) => [f, undefined]));
  return [
    {
      shape,
      target: definition,
      properties: { ...cleared, [value.form]: make('bpmn:FormalExpression', definition, { body: value.text ?? '' }) },
    },
  ];
}

export function setScript({ shape, element }: Subject, script: string | undefined): readonly Edit[] {
  return [{ shape, target: element, properties: { script, scriptFormat: script === undefined ? undefined : 'feel' } }];
}
