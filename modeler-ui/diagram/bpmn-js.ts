// What we use of bpmn-js and diagram-js, typed by us. Types only: the libraries are imported by bpmn-viewer.ts and bpmn-modeler.ts alone,
// so that a page that only shows a drawing does not load the modeler.
import type { Moddle, ModdleElement } from './moddle.ts';

/** A shape or connection on the canvas. */
export interface Shape {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleElement;
  readonly parent?: Shape;
  readonly labelTarget?: Shape;
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Viewbox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly inner: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly outer: { readonly width: number; readonly height: number };
}

export interface Canvas {
  zoom(): number;
  zoom(level: number | 'fit-viewport', centre?: 'auto' | { x: number; y: number }): number;
  viewbox(): Viewbox;
  viewbox(box: { x: number; y: number; width: number; height: number }): unknown;
  addMarker(element: string, marker: string): void;
  removeMarker(element: string, marker: string): void;
  scrollToElement(element: string, padding?: number): void;
  getRootElement(): Shape;
  setRootElement(root: Shape): unknown;
  findRoot(element: string): Shape | null;
  focus(): void;
  resized(): void;
  getContainer(): HTMLElement;
}

export interface OverlayPlace {
  readonly position: { readonly top?: number; readonly right?: number; readonly bottom?: number; readonly left?: number };
  readonly scale?: boolean | { readonly min?: number; readonly max?: number };
  readonly html: HTMLElement;
}

export interface Services {
  readonly canvas: Canvas;
  readonly overlays: { add(element: string, type: string, place: OverlayPlace): string; remove(filter: string | { type: string }): void };
  readonly elementRegistry: {
    get(id: string): Shape | undefined;
    getAll(): readonly Shape[];
    filter(keep: (s: Shape) => boolean): readonly Shape[];
    getGraphics(id: string): SVGElement | undefined;
  };
  readonly eventBus: {
    on(
      event: string | readonly string[],
      listener: (event: { readonly element?: Shape; readonly newSelection?: readonly Shape[] }) => void,
    ): void;
    fire(event: string, payload?: object): unknown;
  };
  readonly selection: { select(shape: Shape | readonly Shape[] | null): void; get(): readonly Shape[] };
  readonly commandStack: {
    execute(command: string, context: object): void;
    registerHandler(command: string, handler: new (...services: never[]) => object): void;
    undo(): void;
    redo(): void;
    canUndo(): boolean;
    canRedo(): boolean;
  };
  readonly modeling: {
    updateProperties(element: Shape, properties: object): void;
    updateModdleProperties(element: Shape, moddleElement: ModdleElement, properties: object): void;
  };
  readonly bpmnFactory: { create(type: string, properties?: object): ModdleElement };
  readonly moddle: Moddle;
  readonly editorActions: { trigger(action: string, options?: object): unknown; isRegistered(action: string): boolean };
}

/** What both the viewer and the modeler of bpmn-js are to us. */
export interface Stage {
  importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
  saveXML(options: { format: boolean }): Promise<{ readonly xml?: string; readonly error?: Error }>;
  saveSVG(): Promise<{ readonly svg: string }>;
  getDefinitions(): ModdleElement | undefined;
  get<K extends keyof Services>(name: K): Services[K];
  attachTo(container: HTMLElement): void;
  destroy(): void;
}

export interface StageOptions {
  readonly container: HTMLElement;
  readonly moddleExtensions: Readonly<Record<string, object>>;
  readonly additionalModules: readonly object[];
}

/** Under Node's resolution the packages look like CommonJS; in the bundle the default import is the class itself. */
export type StageClass = new (options: StageOptions) => Stage;
