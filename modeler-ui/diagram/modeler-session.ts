// One open drawing in a bpmn-js modeler, as the page sees it: read, change, select, follow. Knows nothing of React.
// Promise: every change goes over the command stack; content that the parser would drop is reported by `load`, never lost in silence;
// the clean state is the one last loaded or marked, and undoing back to it is clean again.

import { bpmnSupplement, gcDescriptor } from '../../engine/index.ts';
import type { Shape, Stage } from './bpmn-js.ts';
import { newModeler } from './bpmn-modeler.ts';
import { type Edit, type Make, TogetherHandler } from './edits.ts';
import { isModdle, type ModdleElement } from './moddle.ts';
import { sharedOptions } from './stage-options.ts';
import { newTranslator, type Translator } from './translate.ts';
import { newViewport, type Viewport } from './viewport.ts';

export interface Snapshot {
  /** Grows with every change, selection or load: what is derived from the model is derived anew. */
  readonly turn: number;
  /** Grows with every change of the model only. */
  readonly change: number;
  readonly loaded: boolean;
  readonly changed: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly selected: readonly Shape[];
}

export type LoadResult = { readonly ok: true } | { readonly ok: false; readonly dropped: readonly string[] };

export interface ModelerSession {
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly translator: Translator;
  readonly make: Make;
  load(xml: string): Promise<LoadResult>;
  /** Replaces the drawing as one more change: it is not clean until saved. */
  replace(xml: string): Promise<LoadResult>;
  xml(): Promise<string>;
  svg(): Promise<string>;
  edit(edits: readonly Edit[]): void;
  undo(): void;
  redo(): void;
  select(element: string): void;
  definitions(): ModdleElement | undefined;
  /** What was just saved is the clean state. */
  markClean(xml: string): void;
  /** The present xml, and `changed` set by it: undoing back to the clean state is clean again. */
  settle(): Promise<string>;
  changeLanguage(): void;
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  close(): void;
}

const messageOf = (warning: unknown): string =>
  typeof warning === 'object' && warning !== null && 'message' in warning && typeof warning.message === 'string'
    ? warning.message
    : String(warning);

export async function xmlOf(stage: Stage): Promise<string> {
  const { xml, error } = await stage.saveXML({ format: true });
  if (xml === undefined) throw error ?? new Error('the modeler gave no xml');
  return xml;
}

function makerOf(stage: Stage): Make {
  return (type, parent, properties = {}) => {
    const made = stage.get('bpmnFactory').create(type, properties);
    made.$parent = parent;
    for (const child of Object.values(properties)) if (isModdle(child)) child.$parent = made;
    return made;
  };
}

function openStage(container: HTMLElement, translator: Translator): Stage {
  const stage = newModeler({ ...sharedOptions(container, translator), moddleExtensions: { gc: gcDescriptor, bpmnSupplement } });
  stage.get('commandStack').registerHandler('gc.together', TogetherHandler);
  return stage;
}

/** Selects and shows; an element of a collapsed subprocess is shown on its own plane. */
function selectOn(stage: Stage, viewport: Viewport, element: string): void {
  const shape = stage.get('elementRegistry').get(element);
  const canvas = stage.get('canvas');
  if (!shape || shape === canvas.getRootElement()) return stage.get('selection').select(null);
  const root = canvas.findRoot(element);
  if (root && root !== canvas.getRootElement()) canvas.setRootElement(root);
  stage.get('selection').select(shape);
  viewport.show(element);
}

export function openModeler(container: HTMLElement, language: () => 'zh' | 'en'): ModelerSession {
  const translator = newTranslator(language);
  const stage = openStage(container, translator);
  const viewport = newViewport(stage, container, { left: 112, right: 52, top: 14, bottom: 44 });
  const listeners = new Set<() => void>();
  let now: Snapshot = { turn: 0, change: 0, loaded: false, changed: false, canUndo: false, canRedo: false, selected: [] };
  let clean = '';

  const tell = (part: Partial<Snapshot>): void => {
    const stack = stage.get('commandStack');
    now = {
      ...now,
      turn: now.turn + 1,
      canUndo: stack.canUndo(),
      canRedo: stack.canRedo(),
      selected: stage.get('selection').get(),
      ...part,
    };
    for (const listener of listeners) listener();
  };
  const settle = async (): Promise<string> => {
    const { change } = now;
    const xml = await xmlOf(stage);
    if (now.change === change && now.changed !== (xml !== clean)) tell({ changed: xml !== clean });
    return xml;
  };
  const bus = stage.get('eventBus');
  bus.on('commandStack.changed', () => {
    if (now.loaded) tell({ change: now.change + 1, changed: true });
  });
  bus.on(['selection.changed', 'root.set'], () => tell({}));

  const show = async (xml: string): Promise<LoadResult> => {
    tell({ loaded: false });
    const { warnings } = await stage.importXML(xml);
    viewport.fit();
    return warnings.length > 0 ? { ok: false, dropped: warnings.map(messageOf) } : { ok: true };
  };

  return {
    stage,
    viewport,
    translator,
    make: makerOf(stage),
    async load(xml) {
      const result = await show(xml);
      clean = await xmlOf(stage);
      tell({ loaded: true, changed: false, change: now.change + 1 });
      return result;
    },
    async replace(xml) {
      const result = await show(xml);
      tell({ loaded: true, changed: true, change: now.change + 1 });
      return result;
    },
    xml: () => xmlOf(stage),
    svg: async () => (await stage.saveSVG()).svg,
    edit: (edits) => {
      if (edits.length > 0) stage.get('commandStack').execute('gc.together', { edits });
    },
    undo: () => stage.get('commandStack').undo(),
    redo: () => stage.get('commandStack').redo(),
    select: (element) => selectOn(stage, viewport, element),
    definitions: () => stage.getDefinitions(),
    markClean: (xml) => {
      clean = xml;
      void settle();
    },
    settle,
    changeLanguage: () => void bus.fire('i18n.changed'),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => now,
    close: () => {
      viewport.close();
      stage.destroy();
    },
  };
}
