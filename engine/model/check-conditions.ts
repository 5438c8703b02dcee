// Conditions and default flows stand where they mean something (BPMN 2.0.2 §8.4.13, §10.6.2, §13.3.1).
// An inclusive gateway's flow without a condition is always taken; an exclusive gateway's would hide those after it.
import type { FlowNode, ProcessGraph } from './graph.ts';
import type { Report } from './problems.ts';
import { isActivity } from './scope-kind.ts';

const deciding: ReadonlySet<string> = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway']);

export function checkConditions(graph: ProcessGraph, report: Report): void {
  for (const node of graph.nodes.values()) {
    const mayDecide = isActivity(node) || deciding.has(node.kind);
    for (const flow of node.outgoing) {
      if (flow.condition && !mayDecide) report('flow.condition-misplaced', flow.id);
      if (flow.condition && flow.isDefault) report('default.conditional', flow.id);
    }
    if (node.kind === 'bpmn:ExclusiveGateway') checkExclusive(node, report);
  }
}

function checkExclusive(node: FlowNode, report: Report): void {
  if (node.outgoing.length < 2) return;
  for (const flow of node.outgoing) if (!flow.condition && !flow.isDefault) report('flow.condition-missing', flow.id);
}
