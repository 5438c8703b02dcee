// Which nodes a token can get to by the drawn flows, into and out of subprocesses; conditions and joins are not asked.
import type { FlowNode, ProcessGraph } from '../model/graph.ts';
import { isLinkThrow, linkTarget } from '../model/links.ts';
import { beginsImplicitly, nodesOf } from '../model/scope-kind.ts';

/** All nodes that can follow `from` (themselves included); `without` are nodes that no way may pass. */
export function reachableFrom(graph: ProcessGraph, from: readonly string[], without: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const reached = new Set<string>();
  const stack = [...from];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const node = graph.nodes.get(id);
    if (!node || reached.has(id) || without.has(id)) continue;
    reached.add(id);
    stack.push(...next(graph, node));
  }
  return reached;
}

function next(graph: ProcessGraph, node: FlowNode): readonly string[] {
  const ways = [...node.outgoing.map(({ target }) => target), ...node.boundary];
  if (node.inner !== undefined) ways.push(...beginningsOf(graph, node.inner));
  const linked = isLinkThrow(node) ? linkTarget(graph, node) : undefined;
  if (linked) return [...ways, linked.id];
  // The end of a path inside a subprocess leads on behind the subprocess.
  if (node.outgoing.length === 0) {
    const owner = ownerOf(graph, node);
    if (owner) ways.push(...owner.outgoing.map(({ target }) => target));
  }
  return ways;
}

/** Where tokens begin in a scope: its start events, or without one its nodes that nothing enters. */
export function beginningsOf(graph: ProcessGraph, scope: number): readonly string[] {
  const inside = graph.scopes[scope];
  if (!inside) return [];
  const nodes = nodesOf(graph, inside);
  const entered = nodes.filter(({ triggeredByEvent }) => triggeredByEvent).map(({ id }) => id);
  const starts = inside.starts.length > 0 ? inside.starts : nodes.filter(beginsImplicitly).map(({ id }) => id);
  return [...starts, ...entered];
}

/** The subprocess in which a node stands. */
export function ownerOf(graph: ProcessGraph, node: FlowNode): FlowNode | undefined {
  const scope = graph.scopes[node.scope];
  return scope?.parent === undefined ? undefined : graph.nodes.get(scope.id);
}
