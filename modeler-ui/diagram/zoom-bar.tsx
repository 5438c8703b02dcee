// Zoom buttons at the upper right of a diagram: well away from the watermark at the lower right.
import { useDrafterWords } from './drafter-words.ts';
import type { Viewport } from './viewport.ts';

export function ZoomBar({ viewport }: { readonly viewport: Viewport | undefined }) {
  const { w } = useDrafterWords();
  return (
    <fieldset className="gc-zoom" aria-label={w.diagram.zoom}>
      <button
        type="button"
        title={w.diagram.zoomIn}
        aria-label={w.diagram.zoomIn}
        disabled={!viewport}
        onClick={() => viewport?.zoom(1.25)}
      >
        +
      </button>
      <button
        type="button"
        title={w.diagram.zoomOut}
        aria-label={w.diagram.zoomOut}
        disabled={!viewport}
        onClick={() => viewport?.zoom(0.8)}
      >
        −
      </button>
      <button type="button" title={w.diagram.fit} aria-label={w.diagram.fit} disabled={!viewport} onClick={() => viewport?.fit()}>
        ⤢
      </button>
    </fieldset>
  );
}
