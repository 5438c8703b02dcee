// Who catches a thrown error or escalation (BPMN 2.0.2 §10.5.7): the innermost scope or activity outwards with an event for it,
// an event subprocess inside before a boundary event outside; there the exact code goes before an event without one.
import { eventStartsIn, isInterrupted } from '../behaviour/event-sub-process.ts';
import type { NodeState } from '../case/state.ts';
import type { FlowNode } from '../model/graph.ts';
import type { Run } from './run.ts';

export interface Thrown {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
}
export interface Caught {
  readonly host: number;
  readonly event: FlowNode;
}

export function catcherOf(run: Run, from: number, thrown: Thrown): Caught | undefined {
  for (let n = run.live(from); n; n = run.live(n.within)) {
    const event = inside(run, n, thrown) ?? onBoundary(run, n, thrown);
    if (event) return { host: n.id, event };
  }
  return undefined;
}

function inside(run: Run, n: NodeState, thrown: Thrown): FlowNode | undefined {
  if (n.role !== 'scope') return undefined;
  const inner = n.within === 0 ? 0 : run.nodeOf(n.element).inner;
  const event = inner === undefined ? undefined : fitting(eventStartsIn(run.procedure.graph, inner), thrown);
  return event && !isInterrupted(run, n.id) ? event : undefined;
}

/** Instances leave boundary events to the whole. */
function onBoundary(run: Run, n: NodeState, thrown: Thrown): FlowNode | undefined {
  if (n.within === 0 || run.live(n.within)?.role === 'instances') return undefined;
  return fitting(
    run.nodeOf(n.element).boundary.map((b) => run.nodeOf(b)),
    thrown,
  );
}

function fitting(events: readonly FlowNode[], { kind, code }: Thrown): FlowNode | undefined {
  const takes = (wanted: string | undefined) => (e: FlowNode) =>
    (e.trigger.kind === 'error' || e.trigger.kind === 'escalation') && e.trigger.kind === kind && e.trigger.code === wanted;
  return events.find(takes(code)) ?? events.find(takes(undefined));
}
