// What kind of scope it is: which starts and which implicit beginnings the standard allows depends on it.
import type { FlowNode, ProcessGraph, Scope } from './graph.ts';

export type ScopeKind = 'process' | 'subprocess' | 'event-subprocess' | 'ad-hoc';

export function scopeKind(graph: ProcessGraph, scope: Scope): ScopeKind {
  const owner = scope.parent === undefined ? undefined : graph.nodes.get(scope.id);
  if (!owner) return 'process';
  if (owner.triggeredByEvent) return 'event-subprocess';
  return owner.kind === 'bpmn:AdHocSubProcess' ? 'ad-hoc' : 'subprocess';
}

export const nodesOf = (graph: ProcessGraph, scope: Scope): readonly FlowNode[] => scope.nodes.flatMap((id) => graph.nodes.get(id) ?? []);

const notActivity = /(Event|Gateway)$/;
export const isActivity = (node: FlowNode): boolean => !notActivity.test(node.kind);
export const isGateway = (node: FlowNode): boolean => node.kind.endsWith('Gateway');

/** Without a start event, activities and gateways without incoming flow begin the scope (BPMN 2.0.2 §10.5.2). */
export const beginsImplicitly = (node: FlowNode): boolean =>
  node.incoming.length === 0 && (isActivity(node) || isGateway(node)) && !node.isForCompensation && !node.triggeredByEvent;
