// Link events: which catching link a throwing one leads to (BPMN 2.0.2 §10.5.1, table 10.88: paired by name within one level).
import type { FlowNode, ProcessGraph } from './graph.ts';

export const isLinkThrow = (node: FlowNode): boolean => node.kind === 'bpmn:IntermediateThrowEvent' && node.trigger.kind === 'link';
export const isLinkCatch = (node: FlowNode): boolean => node.kind === 'bpmn:IntermediateCatchEvent' && node.trigger.kind === 'link';

/** The first catching link of the same scope and name. */
export function linkTarget(graph: ProcessGraph, thrown: FlowNode): FlowNode | undefined {
  if (thrown.trigger.kind !== 'link') return undefined;
  const { name } = thrown.trigger;
  for (const id of graph.scopes[thrown.scope]?.nodes ?? []) {
    const node = graph.nodes.get(id);
    if (node && isLinkCatch(node) && node.trigger.kind === 'link' && node.trigger.name === name) return node;
  }
  return undefined;
}
