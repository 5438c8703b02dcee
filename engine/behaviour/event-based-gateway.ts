// Event-based gateway, exclusive (BPMN 2.0.2 §13.4.4): waits for all its targets; the first that happens wins, the others are off.
import type { Hand } from '../case/event.ts';
import type { WaitState } from '../case/state.ts';
import { armTrigger } from '../triggers/arm.ts';
import { openAndClose } from './fragments.ts';
import { at, type Behaviour, type Stage } from './stage.ts';

export const eventBasedGateway: Behaviour = {
  fragment: (node) => openAndClose(node),
  fire: (stage, scope, transition, taken) => {
    const node = transition.node;
    const id = stage.nextId();
    stage.emit({ type: 'WaitBegan', node: id, within: scope, ...at(node), scope, take: taken, put: [] });
    for (const f of node.outgoing) armTrigger(stage, id, stage.nodeOf(f.target));
  },
};

/** The awaited event at the gateway happened: the token goes on behind the event. */
export function gatewayTargetOccurred(stage: Stage, wait: WaitState, _by: Hand | undefined): void {
  const owner = stage.live(wait.node);
  if (!owner) return;
  const element = stage.nodeOf(wait.element);
  const routed = stage.route(element, owner.within);
  if (!routed.ok) return stage.incident({ node: owner.id, element }, routed.code, routed.detail);
  stage.emit({
    type: 'WaitEnded',
    node: owner.id,
    caught: element.id,
    ...at(element),
    scope: owner.within,
    take: [],
    put: stage.send(owner.within, routed.flows),
  });
}
