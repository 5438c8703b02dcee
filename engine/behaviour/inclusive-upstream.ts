// Which places can still send a token to an incoming flow of an inclusive gateway without passing that gateway
// (BPMN 2.0.2 §13.4.3). Decided: a token inside an activity counts at its node; boundary events and link pairs are edges
// out of their host; the masks are per incoming flow, so that the clause's exception is a subtraction.
import type { Flow, FlowNode, ProcessGraph } from '../model/graph.ts';
import { isLinkCatch, isLinkThrow, linkTarget } from '../model/links.ts';

/** Flow ids first, then nodes: the places of a scope. */
export function placesOf(graph: ProcessGraph, scope: number): ReadonlyMap<string, number> {
  const s = graph.scopes[scope];
  const ids = s ? [...s.flows.map((f) => f.id), ...s.nodes] : [];
  return new Map(ids.map((id, i) => [id, i]));
}

/** For each incoming flow of `gateway`: 1 at every place from which it can be reached. Linear in the scope per flow. */
export function upstreamOf(gateway: FlowNode, graph: ProcessGraph): readonly Uint8Array[] {
  const places = placesOf(graph, gateway.scope);
  return gateway.incoming.map((flow) => {
    const mask = new Uint8Array(places.size);
    const todo: Flow[] = [flow];
    const mark = (id: string): boolean => {
      const p = places.get(id);
      if (p === undefined || mask[p] === 1) return false;
      mask[p] = 1;
      return true;
    };
    for (let f = todo.pop(); f; f = todo.pop()) {
      if (!mark(f.id) || f.source === gateway.id) continue;
      for (const n of sourcesOf(f, graph)) if (n.id !== gateway.id && mark(n.id)) todo.push(...n.incoming);
    }
    return mask;
  });
}

/** Nodes in which a token may sit that leaves by this flow. */
function sourcesOf(flow: Flow, graph: ProcessGraph): readonly FlowNode[] {
  const source = graph.nodes.get(flow.source);
  if (!source) return [];
  if (source.attachedTo !== undefined) {
    const host = graph.nodes.get(source.attachedTo);
    return host ? [source, host] : [source];
  }
  if (!isLinkCatch(source)) return [source];
  const throwers = [...graph.nodes.values()].filter((n) => isLinkThrow(n) && linkTarget(graph, n) === source);
  return [source, ...throwers];
}
