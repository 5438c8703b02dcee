// Every node can be reached from a start of its scope, and an end can be reached from every node — by the drawn flows alone; whether
// conditions and joins ever let a token through is for the verifier. Ways that are no sequence flows count: a boundary event follows
// its host, a link's catch its throw.
import type { FlowNode, ProcessGraph, Scope } from './graph.ts';
import { isLinkCatch, isLinkThrow } from './links.ts';
import type { Report } from './problems.ts';
import { beginsImplicitly, nodesOf, scopeKind } from './scope-kind.ts';

/** Node id → ids next to it. */
type Ways = ReadonlyMap<string, readonly string[]>;

export function checkReach(graph: ProcessGraph, report: Report): void {
  for (const scope of graph.scopes) {
    const nodes = nodesOf(graph, scope);
    const forward = waysOf(nodes);
    const reached = flood(rootsOf(graph, scope, nodes), forward);
    // A scope without any root has its own problem (start.none).
    if (reached.size > 0) reportUnreachable(nodes, { reached, forward }, report);
    const ends = nodes.filter((node) => endsHere(node, forward)).map(({ id }) => id);
    const ending = flood(ends, reversed(forward));
    for (const node of nodes) if (!ending.has(node.id)) report('node.no-end', node.id);
  }
}

function waysOf(nodes: readonly FlowNode[]): Ways {
  const catching = new Map<string, string[]>();
  for (const node of nodes)
    if (isLinkCatch(node) && node.trigger.kind === 'link')
      catching.set(node.trigger.name, [...(catching.get(node.trigger.name) ?? []), node.id]);
  return new Map(
    nodes.map((node) => {
      const linked = isLinkThrow(node) && node.trigger.kind === 'link' ? (catching.get(node.trigger.name) ?? []) : [];
      return [node.id, [...node.outgoing.map(({ target }) => target), ...node.boundary, ...linked]];
    }),
  );
}

/** An end event, or the end of a path that was left open. A link that leads nowhere has its own problem (link.no-target). */
const endsHere = (node: FlowNode, ways: Ways): boolean =>
  node.kind === 'bpmn:EndEvent' || (node.outgoing.length === 0 && !(isLinkThrow(node) && ways.get(node.id)?.length));

function rootsOf(graph: ProcessGraph, scope: Scope, nodes: readonly FlowNode[]): readonly string[] {
  const apart = nodes.filter((node) => node.triggeredByEvent || node.isForCompensation || node.instantiate);
  const starts = nodes.filter(({ kind }) => kind === 'bpmn:StartEvent');
  const anywhere = scopeKind(graph, scope) === 'ad-hoc';
  const begin = starts.length > 0 && !anywhere ? starts : nodes.filter((node) => node.kind === 'bpmn:StartEvent' || beginsImplicitly(node));
  return [...apart, ...begin].map(({ id }) => id);
}

function flood(from: readonly string[], ways: Ways, reached: Set<string> = new Set()): Set<string> {
  const stack = [...from];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    stack.push(...(ways.get(id) ?? []));
  }
  return reached;
}

function reversed(ways: Ways): Ways {
  const back = new Map<string, string[]>();
  for (const [id, next] of ways)
    for (const to of next) {
      const list = back.get(to);
      if (list) list.push(id);
      else back.set(to, [id]);
    }
  return back;
}

/** Reports where an unreachable part begins, not everything in it. */
function reportUnreachable(
  nodes: readonly FlowNode[],
  { reached, forward }: { reached: Set<string>; forward: Ways },
  report: Report,
): void {
  const seen = new Set(reached);
  const entered = new Set([...forward.values()].flat());
  const lost = nodes.filter(({ id }) => !reached.has(id));
  const entries = lost.filter(({ id }) => !entered.has(id));
  for (const { id } of entries) {
    report('node.unreachable', id);
    flood([id], forward, seen);
  }
  for (const { id } of lost) {
    if (seen.has(id)) continue;
    report('node.unreachable', id);
    flood([id], forward, seen);
  }
}
