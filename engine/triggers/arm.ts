// Makes a live node wait for what an event's trigger names. Errors and ends are not waited for: they are thrown.
import type { Fault } from '../behaviour/incident-table.ts';
import type { Stage } from '../behaviour/stage.ts';
import type { Waiting } from '../case/event.ts';
import type { FlowNode } from '../model/graph.ts';
import { armedTimer } from './timer.ts';

type Found = { readonly ok: true; readonly wait: Waiting } | Fault | undefined;

/** `owner`: the live node that waits (the event itself, an event gateway, or the host of a boundary event). */
export function armTrigger(stage: Stage, owner: number, element: FlowNode): void {
  const found = waitingOf(stage, owner, element);
  if (!found) return;
  if (found.ok) stage.arm(owner, element, found.wait);
  else stage.incident({ node: owner, element }, found.code, found.detail);
}

function waitingOf(stage: Stage, owner: number, element: FlowNode): Found {
  if (element.kind === 'bpmn:ReceiveTask') return element.message ? messageOf(stage, owner, element.message) : undefined;
  const t = element.trigger;
  switch (t.kind) {
    case 'timer':
      return armedTimer(stage, t.expression, owner);
    case 'message':
      return messageOf(stage, owner, t);
    case 'signal':
      return { ok: true, wait: { kind: 'signal', name: t.name } };
    case 'conditional':
      return { ok: true, wait: { kind: 'conditional', holds: false } };
    default:
      return undefined;
  }
}

function messageOf(stage: Stage, owner: number, m: NonNullable<FlowNode['message']>): Found {
  if (!m.correlationKey) return { ok: true, wait: { kind: 'message', name: m.name } };
  const key = stage.evaluate(m.correlationKey, owner);
  if (!key.ok) return key;
  return { ok: true, wait: { kind: 'message', name: m.name, key: typeof key.value === 'string' ? key.value : JSON.stringify(key.value) } };
}
