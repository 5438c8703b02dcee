// What comes next: the activities and waiting events that tokens and open steps can reach without passing another one.
// It says what is possible, not what will be chosen.
import type { CaseState } from '../case/state.ts';
import type { Flow, FlowNode } from '../model/graph.ts';
import { isLinkThrow, linkTarget } from '../model/links.ts';
import type { Procedure } from './procedure.ts';

export interface NextStep {
  readonly element: string;
  /** The step or event after which it may come. */
  readonly after: string;
}

export function nextSteps(procedure: Procedure, state: CaseState): readonly NextStep[] {
  const found = new Map<string, NextStep>();
  const elements = new Set([...state.nodes.values()].filter((n) => n.within !== 0 && n.role !== 'scope').map((n) => n.element));
  for (const element of elements) {
    const node = procedure.graph.nodes.get(element);
    if (node)
      for (const next of reach(procedure, leavingOf(procedure, node)))
        found.set(`${element} ${next.id}`, { element: next.id, after: element });
  }
  return [...found.values()];
}

/** Flows by which a token can leave an element where it waits. */
function leavingOf(procedure: Procedure, node: FlowNode): readonly Flow[] {
  if (node.kind === 'bpmn:EventBasedGateway') return node.outgoing.flatMap((f) => procedure.graph.nodes.get(f.target)?.outgoing ?? []);
  return node.outgoing.length > 0 ? node.outgoing : leavingScope(procedure, node);
}

function leavingScope(procedure: Procedure, node: FlowNode): readonly Flow[] {
  const owner = [...procedure.graph.nodes.values()].find((n) => n.inner === node.scope);
  return node.scope === 0 || !owner ? [] : owner.outgoing;
}

function reach(procedure: Procedure, from: readonly Flow[]): readonly FlowNode[] {
  const seen = new Set<string>();
  const found: FlowNode[] = [];
  const todo = [...from];
  for (let flow = todo.pop(); flow; flow = todo.pop()) {
    const node = procedure.graph.nodes.get(flow.target);
    if (!node || seen.has(node.id)) continue;
    seen.add(node.id);
    const passes = node.kind.endsWith('Gateway') || node.kind === 'bpmn:IntermediateThrowEvent';
    if (node.inner !== undefined) todo.push(...startsOf(procedure, node.inner));
    else if (isLinkThrow(node)) todo.push(...(linkTarget(procedure.graph, node)?.outgoing ?? []));
    else if (passes) todo.push(...node.outgoing);
    else if (node.kind === 'bpmn:EndEvent' && node.scope !== 0) todo.push(...leavingScope(procedure, node));
    else found.push(node);
  }
  return found;
}

const startsOf = (procedure: Procedure, scope: number): readonly Flow[] =>
  (procedure.graph.scopes[scope]?.starts ?? []).flatMap((s) => procedure.graph.nodes.get(s)?.outgoing ?? []);
