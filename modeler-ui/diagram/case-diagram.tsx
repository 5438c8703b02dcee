// The drawing of a case with where it stands: marks at the steps, the flows taken so far, a selected step.
// Promise: changed marks, flows and selection are drawn in place (no new import while the xml is the same); every mark has a sign and
// words besides its colour; the caller's ordered list of steps says the same in text, and selects by keyboard.
import './diagram.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DiagramFrame } from './diagram-frame.tsx';
import { useDrafterWords } from './drafter-words.ts';
import { type DrawnCase, newDrawnCase } from './drawn-case.ts';
import type { Marks } from './marks.ts';
import { type OpenViewer, useViewer } from './use-viewer.ts';

export interface DiagramStep {
  readonly element: string;
  readonly text: string;
}
export interface CaseDiagramProps {
  readonly xml: string;
  readonly marks?: Marks;
  readonly takenFlows?: readonly string[];
  readonly selected?: string;
  readonly onSelect?: (element: string) => void;
  /** What the diagram shows, for those who cannot see it; a general sentence where none is given. */
  readonly label?: string;
  /** The same content as an ordered text list, below the diagram. */
  readonly steps?: readonly DiagramStep[];
  /** CSS height of the frame. */
  readonly height?: string;
}

const noMarks: Marks = {};
const noFlows: readonly string[] = [];

/** Reports clicks on steps and flows; clicks on a label count for what it labels, clicks on the plane for nothing. */
function listenForSelection(viewer: OpenViewer, report: (element: string) => void): void {
  viewer.stage.get('eventBus').on('element.click', ({ element }) => {
    const target = element?.labelTarget ?? element;
    if (target?.parent) report(target.id);
  });
}

function useDrawnCase(viewer: OpenViewer | undefined, report: (element: string) => void): DrawnCase | undefined {
  const [drawn, setDrawn] = useState<DrawnCase | undefined>(undefined);
  const latest = useRef(report);
  latest.current = report;
  useEffect(() => {
    if (!viewer) return setDrawn(undefined);
    listenForSelection(viewer, (id) => latest.current(id));
    setDrawn(newDrawnCase(viewer.stage));
  }, [viewer]);
  return drawn;
}

function StepList({ steps, selected, onSelect }: Pick<CaseDiagramProps, 'steps' | 'selected' | 'onSelect'>): ReactNode {
  const { w } = useDrafterWords();
  if (!steps || steps.length === 0) return null;
  return (
    <details className="gc-steps">
      <summary>{w.diagram.asText}</summary>
      <ol>
        {steps.map((s) => (
          <li key={s.element}>
            {onSelect ? (
              <button type="button" aria-pressed={s.element === selected} onClick={() => onSelect(s.element)}>
                {s.text}
              </button>
            ) : (
              s.text
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

export function CaseDiagram(props: CaseDiagramProps) {
  const { w, language } = useDrafterWords();
  const frame = useRef<HTMLDivElement>(null);
  const state = useViewer(frame, props.xml, language);
  const viewer = state.at === 'open' ? state.viewer : undefined;
  const drawn = useDrawnCase(viewer, (id) => props.onSelect?.(id));
  const { marks = noMarks, takenFlows = noFlows, selected } = props;
  useEffect(() => {
    drawn?.show({ marks, takenFlows, markWords: w.marks, ...(selected === undefined ? {} : { selected }) });
  }, [drawn, marks, takenFlows, selected, w]);
  useEffect(() => {
    if (drawn && selected !== undefined) viewer?.viewport.show(selected);
  }, [drawn, viewer, selected]);
  return (
    <div className="gc-diagram-with-text">
      <DiagramFrame
        frame={frame}
        state={state}
        label={props.label ?? w.diagram.caseLabel}
        clickable={props.onSelect !== undefined}
        height={props.height}
      />
      <StepList steps={props.steps} selected={selected} onSelect={props.onSelect} />
    </div>
  );
}
