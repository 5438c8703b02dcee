// Intermediate throw event (BPMN 2.0.2 §13.5.4): gives its result and lets the token pass.
import { passEach } from './fragments.ts';
import { sendMessage } from './messages.ts';
import { pass } from './pass.ts';
import type { Behaviour } from './stage.ts';

export const intermediateThrowEvent: Behaviour = {
  fragment: passEach,
  fire: (stage, scope, transition, taken) => {
    const { trigger } = transition.node;
    if (trigger.kind === 'message') sendMessage(stage, transition.node, scope, trigger.name);
    pass(stage, scope, transition, taken);
    if (trigger.kind === 'signal') stage.broadcast(transition.node, trigger.name);
    if (trigger.kind === 'escalation') stage.escalate(scope, transition.node, trigger.code ?? '');
  },
};
