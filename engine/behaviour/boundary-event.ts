// Boundary event (BPMN 2.0.2 §13.5.3): interrupting ones end their host and go on instead of it; others go on beside it.
import type { WaitState } from '../case/state.ts';
import type { FlowNode } from '../model/graph.ts';
import type { Transition } from '../model/net.ts';
import { nextTurn } from '../triggers/timer.ts';
import { routeOf } from './fragments.ts';
import { at, type Behaviour, type Stage } from './stage.ts';

export const boundaryEvent: Behaviour = {
  fragment: (node) => [
    {
      node,
      name: node.interrupting ? 'interrupt' : 'branch',
      take: [],
      takes: 'every',
      route: routeOf(node),
      when: 'offered',
      ...(node.attachedTo === undefined ? {} : { running: node.attachedTo }),
      ...(node.interrupting ? { clear: 'host' } : {}),
    } satisfies Transition,
  ],
  fire: () => undefined,
  occurred: (stage, wait) => {
    const element = stage.nodeOf(wait.element);
    if (happen(stage, wait.node, element) && !element.interrupting) waitAgain(stage, wait, element);
  },
};

/** The event happens at `host`; false when nobody can say which way it goes. */
export function happen(stage: Stage, host: number, element: FlowNode): boolean {
  const n = stage.live(host);
  if (!n) return false;
  const routed = stage.route(element, n.within);
  if (!routed.ok) {
    stage.incident({ node: host, element }, routed.code, routed.detail);
    return false;
  }
  if (element.interrupting) stage.cancel(host, 'interrupted');
  stage.emit({
    type: 'BoundaryPassed',
    host,
    interrupting: element.interrupting,
    ...at(element),
    scope: n.within,
    take: [],
    put: stage.send(n.within, routed.flows),
  });
  return true;
}

/** A timer goes on to its next turn or is off; messages and signals may come again as long as their owner lives. */
export function waitAgain(stage: Stage, wait: WaitState, element: FlowNode): void {
  if (wait.on.kind !== 'timer') return;
  stage.emit({ type: 'WaitDisarmed', wait: wait.id, ...at(element) });
  if (wait.on.left === 0) return;
  const next = nextTurn({ text: wait.on.text, armedAt: wait.on.armedAt, fired: wait.on.fired + 1 }, stage.facts.zone);
  if (next) stage.arm(wait.node, element, next.wait);
}
