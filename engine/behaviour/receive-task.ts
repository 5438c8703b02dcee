// Receive task (BPMN 2.0.2 §13.3.3): open until its message arrives. As the target of an event gateway the gateway waits for it.
import { armTrigger } from '../triggers/arm.ts';
import { activity } from './activity.ts';
import { finish } from './activity-life.ts';
import { gatewayTargetOccurred } from './event-based-gateway.ts';
import type { Behaviour } from './stage.ts';
import { waiting } from './user-task.ts';

export const receiveTask: Behaviour = activity(
  {
    open: (stage, node, place, opening) => {
      waiting.open(stage, node, place, opening);
      armTrigger(stage, newest(stage.state.nodes), node);
    },
  },
  {
    occurred: (stage, wait, by) => {
      const owner = stage.live(wait.node);
      if (owner?.role === 'wait') gatewayTargetOccurred(stage, wait, by);
      else finish(stage, wait.node, by, {});
    },
  },
);

const newest = (nodes: ReadonlyMap<number, unknown>): number => [...nodes.keys()].pop() ?? 0;
