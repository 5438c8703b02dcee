// User task and manual task (BPMN 2.0.2 §13.3.3): open until a person completes them. A manual task waits as well: work
// outside the system still has somebody who says that it is done.

import { activity } from './activity.ts';
import { arm } from './activity-life.ts';
import { at, type Behaviour, type Work } from './stage.ts';

/** Work that waits for an act from outside. */
export const waiting: Work = {
  open: (stage, node, place, opening) => {
    const id = stage.nextId();
    stage.emit({
      type: 'TaskOpened',
      node: id,
      within: place.within,
      ...at(node),
      scope: place.scope,
      take: opening.taken,
      put: [],
      task: opening.task,
      ...(opening.locals ? { locals: opening.locals } : {}),
    });
    arm(stage, node, id, place.within !== place.scope);
  },
};

export const userTask: Behaviour = activity(waiting);
