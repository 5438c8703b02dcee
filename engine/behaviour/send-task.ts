// Send task (BPMN 2.0.2 §13.3.3): sends its message, with the variables in sight, and is done.
import { activity } from './activity.ts';
import { sendMessage } from './messages.ts';
import type { Behaviour } from './stage.ts';
import { immediate } from './task.ts';

export const sendTask: Behaviour = activity(
  immediate((stage, node, place) => {
    sendMessage(stage, node, place.scope, node.message?.name ?? node.id);
    return {};
  }),
);
