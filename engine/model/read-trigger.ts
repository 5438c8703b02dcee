// What an event waits for or throws, resolved through the root elements that it names (BPMN 2.0.2 §10.5.5).
// Promise: always a trigger of the drawn kind, so that later rules can judge where it stands; what it lacks is reported here.
// Of several definitions the first is read: events with several are refused (executable.ts).
import { type Drawn, is, type Kinds } from './drawn.ts';
import type { ExpressionText, Trigger } from './graph.ts';
import { present } from './present.ts';
import { readExpression } from './read-expression.ts';
import { readTimer } from './read-timer.ts';
import type { Reading } from './reading.ts';

type DrawnEvent = Drawn<Kinds['bpmn:CatchEvent'] | Kinds['bpmn:ThrowEvent']>;

export function readTrigger(event: DrawnEvent, host: string, reading: Reading): Trigger {
  const definition: Drawn | undefined = event.eventDefinitions?.[0] ?? event.eventDefinitionRef?.[0];
  if (!definition) return { kind: 'none' };
  if (is(definition, 'bpmn:TimerEventDefinition')) return readTimer(definition, host, reading);
  if (is(definition, 'bpmn:MessageEventDefinition')) return { kind: 'message', ...readMessage(definition.messageRef, host, reading) };
  if (is(definition, 'bpmn:SignalEventDefinition')) {
    const name = definition.signalRef?.name?.trim() ?? '';
    if (name === '') reading.report('signal.missing', host);
    return { kind: 'signal', name };
  }
  if (is(definition, 'bpmn:ErrorEventDefinition')) {
    const { errorRef } = definition;
    return readCode({ kind: 'error', named: errorRef !== undefined, code: errorRef?.errorCode, event, host }, reading);
  }
  if (is(definition, 'bpmn:EscalationEventDefinition')) {
    const { escalationRef } = definition;
    return readCode({ kind: 'escalation', named: escalationRef !== undefined, code: escalationRef?.escalationCode, event, host }, reading);
  }
  return readRarer(definition, host, reading);
}

function readRarer(definition: Drawn, host: string, reading: Reading): Trigger {
  if (is(definition, 'bpmn:ConditionalEventDefinition')) {
    const what = { zh: '条件', en: 'condition' };
    if (!definition.condition) reading.report('condition.missing', host);
    const condition = definition.condition ? readExpression(definition.condition, { host, what }, reading) : undefined;
    return { kind: 'conditional', condition: condition ?? { source: '', element: host } };
  }
  if (is(definition, 'bpmn:CompensateEventDefinition'))
    return { kind: 'compensation', ...present({ activity: definition.activityRef?.id }), waits: definition.waitForCompletion !== false };
  if (is(definition, 'bpmn:LinkEventDefinition')) {
    const name = definition.name?.trim() ?? '';
    if (name === '') reading.report('link.unnamed', host);
    return { kind: 'link', name };
  }
  if (definition.$type === 'bpmn:TerminateEventDefinition') return { kind: 'terminate' };
  if (definition.$type === 'bpmn:CancelEventDefinition') return { kind: 'cancel' };
  throw new Error(`no reader for ${definition.$type}`);
}

interface Coded {
  readonly kind: 'error' | 'escalation';
  /** Whether the event names an error or escalation at all. */
  readonly named: boolean;
  readonly code: string | undefined;
  readonly event: DrawnEvent;
  readonly host: string;
}

/** A throwing event must say which; a catching one that names none catches all. */
function readCode({ kind, named, code, event, host }: Coded, reading: Reading): Trigger {
  const text = code?.trim() ?? '';
  if (text !== '') return { kind, code: text };
  if (named || is(event, 'bpmn:ThrowEvent')) reading.report(kind === 'error' ? 'error.code-missing' : 'escalation.code-missing', host);
  return { kind };
}

export function readMessage(
  message: Drawn<{ name?: string }> | undefined,
  host: string,
  reading: Reading,
): { readonly name: string; readonly correlationKey?: ExpressionText } {
  const name = message?.name?.trim() ?? '';
  if (name === '') reading.report('message.missing', host);
  return { name, ...present({ correlationKey: message && reading.correlation.get(message) }) };
}
