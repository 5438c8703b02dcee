// A drawing to read: chart and text outline in step with one another. Shown where the screen is too small to draw.
import './diagram.css';
import './modeler.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { DiagramFrame } from './diagram-frame.tsx';
import { useDrafterWords } from './drafter-words.ts';
import { type DrawnCase, newDrawnCase } from './drawn-case.ts';
import { outlineOf } from './outline.ts';
import { OutlineList } from './outline-list.tsx';
import { type OpenViewer, useViewer } from './use-viewer.ts';

function useSelection(viewer: OpenViewer | undefined) {
  const { w } = useDrafterWords();
  const [selected, select] = useState<string | undefined>(undefined);
  const [drawn, setDrawn] = useState<DrawnCase | undefined>(undefined);
  useEffect(() => {
    if (!viewer) return;
    setDrawn(newDrawnCase(viewer.stage));
    viewer.stage.get('eventBus').on('element.click', ({ element }) => {
      const target = element?.labelTarget ?? element;
      if (target?.parent) select(target.id);
    });
  }, [viewer]);
  useEffect(() => {
    drawn?.show({ marks: {}, takenFlows: [], markWords: w.marks, ...(selected === undefined ? {} : { selected }) });
    if (selected !== undefined) viewer?.viewport.show(selected);
  }, [drawn, viewer, selected, w]);
  return { selected, select };
}

export function ReadingDiagram({ xml, height }: { readonly xml: string; readonly height?: string }) {
  const { w, language } = useDrafterWords();
  const frame = useRef<HTMLDivElement>(null);
  const state = useViewer(frame, xml, language);
  const viewer = state.at === 'open' ? state.viewer : undefined;
  const { selected, select } = useSelection(viewer);
  const parts = useMemo(() => {
    const definitions = viewer?.stage.getDefinitions();
    return definitions ? outlineOf(definitions) : [];
  }, [viewer]);
  return (
    <div className="gc-reading">
      <DiagramFrame frame={frame} state={state} label={w.diagram.chartLabel} clickable height={height} />
      <OutlineList parts={parts} selected={selected} onSelect={select} />
    </div>
  );
}
