// Keeps a diagram fitted to its frame until the reader zooms or moves by hand.
// Promise: a frame without size (hidden tab, not laid out yet) is waited for, never divided by.
import type { Canvas, Stage } from './bpmn-js.ts';

export interface Viewport {
  fit(): void;
  zoom(factor: number): void;
  /** Brings an element into sight without changing the zoom. */
  show(element: string): void;
  close(): void;
}

const smallest = 0.2;
const largest = 4;

export function newViewport(stage: Stage, frame: HTMLElement): Viewport {
  const canvas: Canvas = stage.get('canvas');
  let byHand = false;
  let ours = false;
  const asOurs = (move: () => void): void => {
    ours = true;
    move();
    ours = false;
  };
  const hasSize = (): boolean => frame.clientWidth > 0 && frame.clientHeight > 0;
  const fit = (): void => {
    if (!hasSize()) return;
    asOurs(() => {
      canvas.zoom('fit-viewport', 'auto');
      if (canvas.zoom() > 1.2) canvas.zoom(1.2, 'auto');
    });
    byHand = false;
  };
  stage.get('eventBus').on('canvas.viewbox.changed', () => {
    if (!ours) byHand = true;
  });
  const watcher = new ResizeObserver(() => {
    if (!hasSize()) return;
    const keep = byHand;
    asOurs(() => canvas.resized());
    if (!keep) fit();
  });
  watcher.observe(frame);
  return {
    fit,
    zoom: (factor) => {
      if (hasSize()) canvas.zoom(Math.min(largest, Math.max(smallest, canvas.zoom() * factor)), 'auto');
      byHand = true;
    },
    show: (element) => {
      if (hasSize() && stage.get('elementRegistry').get(element)) canvas.scrollToElement(element, 60);
    },
    close: () => watcher.disconnect(),
  };
}
