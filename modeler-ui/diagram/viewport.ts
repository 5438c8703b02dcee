// Keeps a diagram fitted to its frame until the reader zooms or moves by hand.
// Promise: a frame without size (hidden tab, not laid out yet) is waited for, never divided by.
import type { Canvas, Stage, Viewbox } from './bpmn-js.ts';

export interface Viewport {
  fit(): void;
  zoom(factor: number): void;
  /** Brings an element into sight without changing the zoom. */
  show(element: string): void;
  close(): void;
}

const smallest = 0.1;
const largest = 4;
const largestFitted = 1.2;
const narrow = 600;
const readable = 0.8;

/** Room that a fitted diagram leaves free at each side, in pixels: below for the watermark, at the left for the modeler's palette. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const readingMargins: Margins = { left: 12, right: 12, top: 14, bottom: 44 };

function fitInto(canvas: Canvas, m: Margins): void {
  canvas.zoom(1);
  const { inner, outer } = canvas.viewbox();
  if (inner.width === 0 || inner.height === 0) return;
  const width = Math.max(80, outer.width - m.left - m.right);
  const height = Math.max(80, outer.height - m.top - m.bottom);
  const scale = Math.max(smallest, Math.min(largestFitted, width / inner.width, height / inner.height));
  const spare = { x: Math.max(0, width / scale - inner.width) / 2, y: Math.max(0, height / scale - inner.height) / 2 };
  canvas.viewbox({
    x: inner.x - m.left / scale - spare.x,
    y: inner.y - m.top / scale - spare.y,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

const sameView = (a: Viewbox | undefined, b: Viewbox): boolean =>
  a !== undefined && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1 && Math.abs(a.scale - b.scale) < 0.001;

export function newViewport(stage: Stage, frame: HTMLElement, margins: Margins = readingMargins): Viewport {
  const canvas: Canvas = stage.get('canvas');
  // What we showed last: as long as the canvas shows just that, nobody has moved it by hand (its own events come too late to tell).
  let ours: Viewbox | undefined;
  let width = frame.clientWidth;
  const hasSize = (): boolean => frame.clientWidth > 0 && frame.clientHeight > 0;
  const fitFrame = (): void => {
    if (!hasSize()) return;
    fitInto(canvas, margins);
    ours = canvas.viewbox();
  };
  const show = (element: string): void => {
    const shape = stage.get('elementRegistry').get(element);
    if (!hasSize() || !shape) return;
    const untouched = sameView(ours, canvas.viewbox());
    // On a phone a whole procedure is too small to read: what was chosen is brought near.
    if (frame.clientWidth < narrow && canvas.zoom() < readable) canvas.zoom(readable, 'auto');
    canvas.scrollToElement(element, 60);
    if (untouched) ours = canvas.viewbox();
  };
  const watcher = new ResizeObserver(() => {
    if (!hasSize()) return;
    const untouched = ours === undefined || sameView(ours, canvas.viewbox());
    const widened = Math.abs(frame.clientWidth - width) > 1;
    width = frame.clientWidth;
    canvas.resized();
    // A change of height alone (a list opening below) must not move the shapes under the hand.
    if (untouched && (widened || ours === undefined)) fitFrame();
  });
  watcher.observe(frame);
  return {
    fit: fitFrame,
    zoom: (factor) => {
      if (hasSize()) canvas.zoom(Math.min(largest, Math.max(smallest, canvas.zoom() * factor)), 'auto');
    },
    show,
    close: () => watcher.disconnect(),
  };
}
