// Who catches a thrown error or escalation (BPMN 2.0.2 §10.5.7): the innermost activity outwards with an event for it; there the
// exact code goes before an event without one.
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
  for (let n = run.live(from); n && n.within !== 0; n = run.live(n.within)) {
    const event = onBoundary(run, n, thrown);
    if (event) return { host: n.id, event };
  }
  return undefined;
}

/** Instances leave boundary events to the whole. */
function onBoundary(run: Run, n: NodeState, thrown: Thrown): FlowNode | undefined {
  if (run.live(n.within)?.role === 'instances') return undefined;
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
