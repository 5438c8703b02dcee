// Embedded subprocess (BPMN 2.0.2 §13.3.4): a scope of its own; left when no token and no activity is left in it.
import { convene } from '../deliberation/convene.ts';
import type { FlowNode } from '../model/graph.ts';
import { activity } from './activity.ts';
import { arm } from './activity-life.ts';
import { openAndClose } from './fragments.ts';
import { at, type Behaviour, type Opening, type Place, type Stage } from './stage.ts';

export const subProcess: Behaviour = activity(
  { open: enter },
  { fragment: (node) => openAndClose(node, { when: 'auto', guard: { kind: 'innerEmpty' } }) },
);

/** One instance of the subprocess begins; where its meeting cannot be convened, an incident. */
export function enter(stage: Stage, node: FlowNode, place: Place, opening: Opening): void {
  if (node.inner === undefined) return;
  const held = convene(node, stage.facts.directory);
  if (held && !held.ok) return stage.incident({ node: place.within, element: node }, held.code, held.detail);
  const id = stage.nextId();
  stage.emit({
    type: 'SubprocessEntered',
    node: id,
    within: place.within,
    ...at(node),
    scope: place.scope,
    take: opening.taken,
    put: [],
    task: opening.task,
    ...(opening.locals ? { locals: opening.locals } : {}),
  });
  if (held) stage.emit({ type: 'MeetingActed', node: id, ...at(node), fact: held.fact });
  arm(stage, node, id, place.within !== place.scope);
  stage.enterScope(id, node.inner);
}
