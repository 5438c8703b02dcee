// What the panel edits: a shape and the parsed element behind it. A pool stands for its process, the empty plane for the process drawn on it.
import type { Shape } from '../bpmn-js.ts';
import { childOf, childrenOf, type ModdleElement } from '../moddle.ts';

export interface Subject {
  readonly shape: Shape;
  readonly element: ModdleElement;
  /** The pool by which the process was chosen, when it was. */
  readonly pool?: ModdleElement;
}

export function subjectOf(selected: readonly Shape[], root: Shape | undefined, shapes: readonly Shape[]): Subject | undefined {
  if (selected.length > 1) return undefined;
  const shape = selected[0]?.labelTarget ?? selected[0] ?? root;
  if (!shape) return undefined;
  const element = shape.businessObject;
  if (element.$type === 'bpmn:Participant') {
    const process = childOf(element, 'processRef');
    return process ? { shape, element: process, pool: element } : { shape, element };
  }
  if (element.$type === 'bpmn:Collaboration') {
    const pools = childrenOf(element, 'participants').filter((p) => childOf(p, 'processRef'));
    const only = pools.length === 1 ? shapes.find((s) => s.businessObject === pools[0]) : undefined;
    return only ? subjectOf([only], undefined, shapes) : { shape, element };
  }
  return { shape, element };
}
