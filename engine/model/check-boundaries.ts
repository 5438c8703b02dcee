// Boundary events: attached, entered by no flow, left by one, and interrupting where they catch an error (BPMN 2.0.2 §10.5.4).
import type { ProcessGraph } from './graph.ts';
import type { Report } from './problems.ts';

export function checkBoundaries(graph: ProcessGraph, report: Report): void {
  for (const node of graph.nodes.values()) {
    if (node.kind !== 'bpmn:BoundaryEvent') continue;
    if (node.incoming.length > 0) report('boundary.has-incoming', node.id);
    // A compensation boundary leads to its handler by an association.
    if (node.outgoing.length === 0 && node.trigger.kind !== 'compensation') report('boundary.no-outgoing', node.id);
    if (node.trigger.kind === 'error' && !node.interrupting) report('boundary.error-not-interrupting', node.id);
  }
}
