// Whether an inclusive join may fire (BPMN 2.0.2 §13.4.3): no token could still reach an unmarked incoming flow, unless it
// could reach a marked one as well, without passing this gateway.
import type { CaseState, NodeState } from '../case/state.ts';
import type { ScopeNet, Transition } from '../model/net.ts';
import type { Procedure } from './procedure.ts';

/** The flow ids to take, or undefined while it must wait. */
export function isEnabledJoin(
  procedure: Procedure,
  state: CaseState,
  scope: NodeState,
  net: ScopeNet,
  t: Transition,
): readonly string[] | undefined {
  if (t.guard?.kind !== 'inclusiveJoin') return undefined;
  const flows = procedure.graph.scopes[t.node.scope]?.flows ?? [];
  const incoming = t.take.map((p) => flows[p]?.id ?? '');
  const marked = incoming.map((f) => scope.tokens.includes(f));
  if (!marked.includes(true)) return undefined;
  const masks = t.guard.upstream;
  for (const place of markedPlaces(state, scope, net)) {
    const threatens = masks.some((m, i) => !marked[i] && m[place] === 1);
    const excused = masks.some((m, i) => marked[i] && m[place] === 1);
    if (threatens && !excused) return undefined;
  }
  return incoming.filter((_, i) => marked[i]);
}

function markedPlaces(state: CaseState, scope: NodeState, net: ScopeNet): readonly number[] {
  const ids = [...scope.tokens];
  for (const n of state.nodes.values()) if (n.within === scope.id) ids.push(n.element);
  return ids.map((id) => net.placeOf.get(id)).filter((p) => p !== undefined);
}
