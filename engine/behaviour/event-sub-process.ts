// Event subprocess (BPMN 2.0.2 §10.3.5, §13.5.4): armed with the scope it stands in. An interrupting one ends everything else in
// that scope and takes its place; others run beside it. Once a scope was interrupted none of its event subprocesses begins any more.
import type { NodeState, WaitState } from '../case/state.ts';
import { convene } from '../deliberation/convene.ts';
import type { FlowNode, ProcessGraph } from '../model/graph.ts';
import type { Transition } from '../model/net.ts';
import { armTrigger } from '../triggers/arm.ts';
import { disarmStarts } from '../triggers/disarm.ts';
import { waitAgain } from './boundary-event.ts';
import { at, type Behaviour, type Stage } from './stage.ts';
import { enter } from './sub-process.ts';

/** Start events of the event subprocesses that stand in a scope. */
export function eventStartsIn(graph: ProcessGraph, inner: number): readonly FlowNode[] {
  const nodes = (graph.scopes[inner]?.nodes ?? []).map((id) => graph.nodes.get(id));
  return nodes.flatMap((n) => (n?.triggeredByEvent && n.inner !== undefined ? startOf(graph, n.inner) : []));
}

function startOf(graph: ProcessGraph, inner: number): readonly FlowNode[] {
  const found = graph.nodes.get(graph.scopes[inner]?.starts[0] ?? '');
  return found ? [found] : [];
}

export const eventSubProcess: Behaviour = {
  fragment: (node, graph) => {
    const interrupts = node.inner !== undefined && startOf(graph, node.inner)[0]?.interrupting === true;
    const common = { node, take: [], takes: 'every', route: { kind: 'none' } } as const;
    return [
      {
        ...common,
        name: interrupts ? 'interrupt' : 'branch',
        starts: node.id,
        when: 'offered',
        ...(interrupts ? { clear: 'scope' } : {}),
      } satisfies Transition,
      { ...common, name: 'close', running: node.id, when: 'auto', guard: { kind: 'innerEmpty' } } satisfies Transition,
    ];
  },
  fire: () => undefined,
};

/** Its scope instance has been entered: the triggers begin to wait. Errors and escalations are not waited for. */
export function armEventSubprocesses(stage: Stage, scope: number, inner: number): void {
  for (const start of eventStartsIn(stage.procedure.graph, inner)) armTrigger(stage, scope, start);
}

/** What a start event of an event subprocess waited for has happened. */
export function startOccurred(stage: Stage, wait: WaitState): void {
  const start = stage.nodeOf(wait.element);
  if (beginEventSubprocess(stage, wait.node, start) && !start.interrupting) waitAgain(stage, wait, start);
}

/** False when it cannot begin, after an incident was raised. */
export function beginEventSubprocess(stage: Stage, scope: number, start: FlowNode): boolean {
  const host = stage.live(scope);
  if (!host) return false;
  const node = stage.nodeOf(stage.procedure.graph.scopes[start.scope]?.id ?? '');
  const held = convene(node, stage.facts.directory);
  if (held && !held.ok) {
    stage.incident({ node: scope, element: start }, held.code, held.detail);
    return false;
  }
  const taken = start.interrupting ? clear(stage, host, node.scope) : [];
  const supervision = node.rules.supervision.map((s) => ({ office: s.office, mode: s.mode, when: s.when }));
  enter(stage, node, { scope, within: scope }, { taken, task: { offices: [], persons: [], supervision } });
  return true;
}

/** Ends everything else in the scope; the tokens that are left, for the event that takes them. */
function clear(stage: Stage, host: NodeState, inner: number): readonly string[] {
  for (const n of [...stage.state.nodes.values()]) if (n.within === host.id) stage.cancel(n.id, 'interrupted');
  for (const i of [...stage.state.incidents.values()]) {
    const element = stage.nodeOf(i.element);
    if (i.node === host.id && element.scope === inner) stage.emit({ type: 'IncidentResolved', incident: i.id, ...at(element) });
  }
  disarmStarts(stage, host.id);
  return stage.live(host.id)?.tokens ?? [];
}

/** Whether an interrupting event subprocess has taken the place of what was in the scope. */
export function isInterrupted(stage: Stage, scope: number): boolean {
  for (const n of stage.state.nodes.values()) {
    if (n.within !== scope) continue;
    const { triggeredByEvent, inner } = stage.nodeOf(n.element);
    if (triggeredByEvent && inner !== undefined && startOf(stage.procedure.graph, inner)[0]?.interrupting) return true;
  }
  return false;
}
