// Intermediate catch event (BPMN 2.0.2 §13.5.3): waits for its trigger, by itself or behind an event gateway.
import { armTrigger } from '../triggers/arm.ts';
import { gatewayTargetOccurred } from './event-based-gateway.ts';
import { openAndClose } from './fragments.ts';
import { at, type Behaviour } from './stage.ts';

export const intermediateCatchEvent: Behaviour = {
  fragment: (node) => openAndClose(node),
  fire: (stage, scope, transition, taken) => {
    const id = stage.nextId();
    stage.emit({ type: 'WaitBegan', node: id, within: scope, ...at(transition.node), scope, take: taken, put: [] });
    armTrigger(stage, id, transition.node);
  },
  occurred: gatewayTargetOccurred,
};
