// An edit is a change of properties that goes over the modeler's command stack, so that it can be undone. Several edits are one step.
import type { Services, Shape } from './bpmn-js.ts';
import type { ModdleElement } from './moddle.ts';

export interface Edit {
  /** The shape that is redrawn. */
  readonly shape: Shape;
  /** The parsed element that changes; the shape's own where absent (name, id and default need that: their labels and references follow). */
  readonly target?: ModdleElement;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Makes parsed elements; `parent` is set so that writing finds the namespace. */
export type Make = (type: string, parent: ModdleElement, properties?: Readonly<Record<string, unknown>>) => ModdleElement;

interface Together {
  readonly edits: readonly Edit[];
}

/** Command `gc.together`: runs edits as one undoable step. The injection list is a plain property: names survive minification. */
export class TogetherHandler {
  static readonly $inject = ['modeling'];
  readonly #modeling: Services['modeling'];
  constructor(modeling: Services['modeling']) {
    this.#modeling = modeling;
  }
  preExecute(context: Together): void {
    for (const { shape, target, properties } of context.edits) {
      if (target && target !== shape.businessObject) this.#modeling.updateModdleProperties(shape, target, properties);
      else this.#modeling.updateProperties(shape, properties);
    }
  }
}
