// Abstract task (BPMN 2.0.2 §13.3.3): no work; passes at once, unless somebody must take part or an event is attached.
import type { FlowNode } from '../model/graph.ts';
import type { JsonObject } from '../model/json.ts';
import { activity } from './activity.ts';
import { arm, finish } from './activity-life.ts';
import { at, type Behaviour, type Place, type Stage, type Work } from './stage.ts';

/** Work that is done the moment it begins. `effect` returns the output, or undefined after it has raised an incident. */
export const immediate = (
  effect: (stage: Stage, node: FlowNode, place: Place, locals: JsonObject | undefined) => JsonObject | undefined,
): Work => ({
  open: (stage, node, place, opening) => {
    const output = effect(stage, node, place, opening.locals);
    if (output === undefined) return;
    const plain = place.within === place.scope && opening.task.supervision.length === 0;
    const routed = plain ? stage.route(node, place.scope, output) : undefined;
    if (routed?.ok) {
      if (Object.keys(output).length > 0) stage.emit({ type: 'VariablesWritten', scope: place.scope, variables: output, ...at(node) });
      stage.emit({
        type: 'ElementPassed',
        ...at(node),
        scope: place.scope,
        take: opening.taken,
        put: stage.send(place.scope, routed.flows),
      });
      return;
    }
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
    finish(stage, id, undefined, output);
  },
});

export const task: Behaviour = activity(immediate(() => ({})));
