// The frame in which a diagram is shown for reading: zoom buttons, keys (+ − 0), a label for screen readers, a word when it cannot be read.
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useDrafterWords } from './drafter-words.ts';
import type { ViewerState } from './use-viewer.ts';
import { ZoomBar } from './zoom-bar.tsx';

interface DiagramFrameProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly state: ViewerState;
  readonly label: string;
  readonly clickable?: boolean;
  readonly height?: string | undefined;
}

export function DiagramFrame({ frame, state, label, clickable = false, height }: DiagramFrameProps) {
  const { w } = useDrafterWords();
  const viewport = state.at === 'open' ? state.viewer.viewport : undefined;
  useEffect(() => {
    const svg = state.at === 'open' ? frame.current?.querySelector('.djs-container > svg') : undefined;
    svg?.setAttribute('role', 'img');
    svg?.setAttribute('aria-label', label);
  }, [frame, state, label]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') viewport?.zoom(1.25);
    else if (event.key === '-') viewport?.zoom(0.8);
    else if (event.key === '0') viewport?.fit();
  };
  return (
    <section
      className={`gc-frame${clickable ? ' gc-frame--clickable' : ''}`}
      style={height === undefined ? undefined : { height }}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <div className="gc-frame__canvas" ref={frame} />
      <ZoomBar viewport={viewport} />
      {state.at === 'unreadable' ? (
        <p className="gc-frame__word" role="alert">
          {w.diagram.unreadable}
        </p>
      ) : null}
      {state.at === 'opening' ? <p className="gc-frame__word">{w.diagram.opening}</p> : null}
    </section>
  );
}
