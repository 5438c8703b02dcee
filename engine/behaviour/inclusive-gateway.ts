// Inclusive gateway (BPMN 2.0.2 §13.4.3). Split: every flow whose condition holds, else the default. Join: waits while a
// token that could still arrive without passing this gateway exists; then takes one token of each marked flow.
import type { FlowNode, ProcessGraph } from '../model/graph.ts';
import type { Transition } from '../model/net.ts';
import { passEach, routeOf } from './fragments.ts';
import { upstreamOf } from './inclusive-upstream.ts';
import { pass } from './pass.ts';
import type { Behaviour } from './stage.ts';

function fragment(node: FlowNode, graph: ProcessGraph): readonly Transition[] {
  if (node.incoming.length < 2) return passEach(node);
  return [
    {
      node,
      name: 'pass',
      take: node.incoming.map((f) => f.index),
      takes: 'marked',
      route: routeOf(node),
      when: 'auto',
      guard: { kind: 'inclusiveJoin', upstream: upstreamOf(node, graph) },
    },
  ];
}

export const inclusiveGateway: Behaviour = { fragment, fire: pass };
