// Link events: several throws lead to one catch of the same name and level; no flow out of a throw or into a catch (BPMN 2.0.2 §10.5.4).
// A catch that nothing leads to is found by the reach rule.
import type { FlowNode, ProcessGraph } from './graph.ts';
import { isLinkCatch, isLinkThrow, linkTarget } from './links.ts';
import type { Report } from './problems.ts';
import { nodesOf } from './scope-kind.ts';

export function checkLinks(graph: ProcessGraph, report: Report): void {
  for (const scope of graph.scopes) {
    const nodes = nodesOf(graph, scope);
    for (const node of nodes.filter(isLinkThrow)) {
      if (node.outgoing.length > 0) report('link.throw-outgoing', node.id);
      if (nameOf(node) !== '' && !linkTarget(graph, node)) report('link.no-target', node.id, { name: nameOf(node) });
    }
    const seen = new Set<string>();
    for (const node of nodes.filter(isLinkCatch)) {
      const name = nameOf(node);
      if (node.incoming.length > 0) report('link.catch-incoming', node.id);
      if (name !== '' && seen.has(name)) report('link.several-targets', node.id, { name });
      seen.add(name);
    }
  }
}

const nameOf = (node: FlowNode): string => (node.trigger.kind === 'link' ? node.trigger.name : '');
