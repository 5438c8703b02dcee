// Event subprocesses: entered by no flow, left by none, neither repeated nor with boundary events; an error always interrupts
// (BPMN 2.0.2 §10.3.5, §10.5.2). That they have exactly one start with a trigger is checked with the starts.
import type { ProcessGraph } from './graph.ts';
import type { Report } from './problems.ts';
import { nodesOf, scopeKind } from './scope-kind.ts';

export function checkEventSubprocesses(graph: ProcessGraph, report: Report): void {
  for (const node of graph.nodes.values()) {
    if (!node.triggeredByEvent) continue;
    if (node.incoming.length > 0 || node.outgoing.length > 0) report('subprocess.event-flows', node.id);
    if (node.loop) report('subprocess.event-loop', node.id);
    for (const id of node.boundary) report('subprocess.event-boundary', id);
  }
  for (const scope of graph.scopes) {
    if (scopeKind(graph, scope) !== 'event-subprocess') continue;
    for (const { id, kind, trigger, interrupting } of nodesOf(graph, scope))
      if (kind === 'bpmn:StartEvent' && trigger.kind === 'error' && !interrupting) report('start.error-not-interrupting', id);
  }
}
