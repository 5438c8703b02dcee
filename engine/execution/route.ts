// Which way tokens go: the one place that turns conditions into flows (BPMN 2.0.2 §13.3.1, §13.4.2, §13.4.3).

import { routeOf } from '../behaviour/fragments.ts';
import type { Fault } from '../behaviour/incident-table.ts';
import type { Evaluated, Routed } from '../behaviour/stage.ts';
import type { ExpressionText, Flow, FlowNode } from '../model/graph.ts';

type Ask = (text: ExpressionText) => Evaluated;

export function chooseRoute(node: FlowNode, ask: Ask): Routed {
  const route = routeOf(node);
  switch (route.kind) {
    case 'none':
      return { ok: true, flows: [] };
    case 'all':
      return { ok: true, flows: route.flows };
    case 'one':
    case 'some':
      return choose(route, node, ask);
  }
}

function choose(
  route: { readonly kind: 'one' | 'some'; readonly flows: readonly Flow[]; readonly fallback?: Flow },
  node: FlowNode,
  ask: Ask,
): Routed {
  if (route.flows.length === 1 && !route.flows[0]?.condition) return { ok: true, flows: route.flows };
  const chosen: Flow[] = [];
  for (const flow of route.flows) {
    if (flow === route.fallback) continue;
    const holds = flow.condition ? holdsFor(flow.condition, ask) : { ok: true as const, value: true };
    if (!holds.ok) return holds;
    if (!holds.value) continue;
    chosen.push(flow);
    if (route.kind === 'one') break;
  }
  if (chosen.length > 0) return { ok: true, flows: chosen };
  if (route.fallback) return { ok: true, flows: [route.fallback] };
  return { ok: false, code: 'gateway.no-way-out', detail: node.id };
}

function holdsFor(condition: ExpressionText, ask: Ask): { readonly ok: true; readonly value: boolean } | Fault {
  const found = ask(condition);
  if (!found.ok) return found;
  return typeof found.value === 'boolean'
    ? { ok: true, value: found.value }
    : { ok: false, code: 'condition.not-boolean', detail: condition.source };
}
