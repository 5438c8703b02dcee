// Where scopes begin and end (BPMN 2.0.2 §10.5.2 and §10.5.3).
// Promise: no flow into a start or out of an end; one plain start at most; a subprocess begins plainly, an event subprocess does not.
import type { FlowNode, ProcessGraph } from './graph.ts';
import type { Report } from './problems.ts';
import { beginsImplicitly, nodesOf, type ScopeKind, scopeKind } from './scope-kind.ts';

export function checkStartsAndEnds(graph: ProcessGraph, report: Report): void {
  for (const scope of graph.scopes) {
    const nodes = nodesOf(graph, scope);
    if (nodes.length === 0) {
      report('scope.empty', scope.id);
      continue;
    }
    const kind = scopeKind(graph, scope);
    const starts = nodes.filter((node) => node.kind === 'bpmn:StartEvent');
    if (starts.length === 0 && kind !== 'ad-hoc') checkImplicitStart(nodes, { kind, scope: scope.id, report });
    checkStarts(starts, kind, report);
    for (const node of nodes) {
      if (node.kind === 'bpmn:StartEvent' && node.incoming.length > 0) report('start.has-incoming', node.id);
      if (node.kind === 'bpmn:EndEvent' && node.outgoing.length > 0) report('end.has-outgoing', node.id);
    }
  }
}

interface Here {
  readonly kind: ScopeKind;
  readonly scope: string;
  readonly report: Report;
}

function checkImplicitStart(nodes: readonly FlowNode[], { kind, scope, report }: Here): void {
  if (kind === 'event-subprocess') report('subprocess.event-start', scope);
  else if (!nodes.some(beginsImplicitly)) report('start.none', scope);
}

function checkStarts(starts: readonly FlowNode[], kind: ScopeKind, report: Report): void {
  const plain = starts.filter(({ trigger }) => trigger.kind === 'none');
  for (const { id } of plain.slice(1)) report('start.several-none', id);
  if (kind === 'subprocess') for (const { id, trigger } of starts) if (trigger.kind !== 'none') report('subprocess.start-not-none', id);
  if (kind !== 'event-subprocess') return;
  for (const { id } of plain) report('subprocess.event-start', id);
  for (const { id } of starts.slice(1)) report('subprocess.event-start', id);
}
