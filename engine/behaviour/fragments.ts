// The shapes of control flow from which the elements' net fragments are made.
import type { FlowNode } from '../model/graph.ts';
import type { Route, Transition } from '../model/net.ts';

const each = (node: FlowNode): readonly (readonly number[])[] => node.incoming.map((f) => [f.index]);

/** Where a token goes when it leaves (BPMN 2.0.2 §13.3.1, §13.4.1–3). */
export function routeOf(node: FlowNode): Route {
  const flows = node.outgoing;
  if (flows.length === 0) return { kind: 'none' };
  const fallback = flows.find((f) => f.isDefault);
  if (node.kind === 'bpmn:ExclusiveGateway') return { kind: 'one', flows, ...(fallback ? { fallback } : {}) };
  const conditional = fallback !== undefined || flows.some((f) => f.condition);
  if (node.kind === 'bpmn:InclusiveGateway' || (conditional && node.kind !== 'bpmn:ParallelGateway'))
    return { kind: 'some', flows, ...(fallback ? { fallback } : {}) };
  return { kind: 'all', flows };
}

/** Each incoming token passes by itself: exclusive gateways, throwing events, tasks without wait. */
export const passEach = (node: FlowNode): readonly Transition[] =>
  (node.incoming.length === 0 ? [[]] : each(node)).map((take) => ({
    node,
    name: 'pass',
    take,
    takes: 'every',
    route: routeOf(node),
    when: 'auto',
  }));

/** One token of every incoming flow together: parallel gateway. */
export const passTogether = (node: FlowNode): readonly Transition[] => [
  { node, name: 'pass', take: node.incoming.map((f) => f.index), takes: 'every', route: routeOf(node), when: 'auto' },
];

/** Opens on each incoming token, closes when its work is done: activities, waiting events. */
export function openAndClose(node: FlowNode, close: Partial<Transition> = {}): readonly Transition[] {
  const opens = (node.incoming.length === 0 ? [[]] : each(node)).map(
    (take): Transition => ({ node, name: 'open', take, takes: 'every', starts: node.id, route: { kind: 'none' }, when: 'auto' }),
  );
  return [...opens, { node, name: 'close', take: [], takes: 'every', running: node.id, route: routeOf(node), when: 'offered', ...close }];
}

/** The token ends here; `clear` where it takes the rest of its scope with it. */
export const endEach = (node: FlowNode, clear?: 'scope'): readonly Transition[] =>
  each(node).map((take) => ({
    node,
    name: 'end',
    take,
    takes: 'every',
    route: { kind: 'none' },
    when: 'auto',
    ...(clear ? { clear } : {}),
  }));
