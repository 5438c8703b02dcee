// Link events (BPMN 2.0.2 §10.5.1, table 10.88): a token at the throwing link goes on behind the catching link of the same name and level.
import type { FlowNode, ProcessGraph } from '../model/graph.ts';
import { linkTarget } from '../model/links.ts';
import type { Transition } from '../model/net.ts';
import { passEach, routeOf } from './fragments.ts';
import { at, type Behaviour } from './stage.ts';

function targetOf(node: FlowNode, graph: ProcessGraph): FlowNode {
  const target = linkTarget(graph, node);
  // read-drawing refuses such drawings.
  if (!target) throw new Error(`The link of ${node.id} leads nowhere`);
  return target;
}

export const linkThrow: Behaviour = {
  fragment: (node, graph) => passEach(node).map((t): Transition => ({ ...t, route: routeOf(targetOf(node, graph)) })),
  fire: (stage, scope, transition, taken) => {
    const target = targetOf(transition.node, stage.procedure.graph);
    const routed = stage.route(target, scope);
    if (!routed.ok) return stage.incident({ node: scope, element: transition.node }, routed.code, routed.detail);
    stage.emit({ type: 'ElementPassed', ...at(transition.node), scope, take: taken, put: [] });
    stage.emit({ type: 'ElementPassed', ...at(target), scope, take: [], put: stage.send(scope, routed.flows) });
  },
};

/** Nothing of its own: the throw puts the token behind it. */
export const linkCatch: Behaviour = { fragment: () => [], fire: () => undefined };
