// Who catches a thrown error or escalation (BPMN 2.0.2 §10.5.7): the innermost scope or activity outwards with an event for it,
// an event subprocess inside before a boundary event outside; there the exact code goes before an event without one.
import { eventStartsIn, isInterrupted } from '../behaviour/event-sub-process.ts';
import type { Stage } from '../behaviour/stage.ts';
import type { NodeState } from '../case/state.ts';
import type { FlowNode } from '../model/graph.ts';

export interface Thrown {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
}
export interface Caught {
  readonly host: number;
  readonly event: FlowNode;
}

export function catcherOf(stage: Stage, from: number, thrown: Thrown): Caught | undefined {
  for (let n = stage.live(from); n; n = stage.live(n.within)) {
    const event = inside(stage, n, thrown) ?? onBoundary(stage, n, thrown);
    if (event) return { host: n.id, event };
  }
  return undefined;
}

function inside(stage: Stage, n: NodeState, thrown: Thrown): FlowNode | undefined {
  if (n.role !== 'scope') return undefined;
  const inner = n.within === 0 ? 0 : stage.nodeOf(n.element).inner;
  const event = inner === undefined ? undefined : fitting(eventStartsIn(stage.procedure.graph, inner), thrown);
  return event && !isInterrupted(stage, n.id) ? event : undefined;
}

/** Instances leave boundary events to the whole. */
function onBoundary(stage: Stage, n: NodeState, thrown: Thrown): FlowNode | undefined {
  if (n.within === 0 || stage.live(n.within)?.role === 'instances') return undefined;
  return fitting(
    stage.nodeOf(n.element).boundary.map((b) => stage.nodeOf(b)),
    thrown,
  );
}

function fitting(events: readonly FlowNode[], { kind, code }: Thrown): FlowNode | undefined {
  const takes = (wanted: string | undefined) => (e: FlowNode) =>
    (e.trigger.kind === 'error' || e.trigger.kind === 'escalation') && e.trigger.kind === kind && e.trigger.code === wanted;
  return events.find(takes(code)) ?? events.find(takes(undefined));
}
