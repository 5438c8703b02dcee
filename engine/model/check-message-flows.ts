// Message flows go from one pool to another (BPMN 2.0.2 §9.4).
import type { Drawing } from './graph.ts';
import type { Report } from './problems.ts';

export function checkMessageFlows(drawing: Drawing, report: Report): void {
  const owner = new Map<string, string>();
  for (const { id, nodes } of drawing.processes) for (const node of nodes.keys()) owner.set(node, id);
  for (const { id, process } of drawing.pools) owner.set(id, process ?? id);
  for (const { id, source, target } of drawing.messageFlows) {
    const from = owner.get(source);
    if (from !== undefined && from === owner.get(target)) report('message.flow-same-pool', id);
  }
}
