// The chart of a procedure as anyone may read it: the drawing, nothing of any case. Loads no antd and no engine.
import './diagram.css';
import { useRef } from 'react';
import { DiagramFrame } from './diagram-frame.tsx';
import { useDrafterWords } from './drafter-words.ts';
import { useViewer } from './use-viewer.ts';

export interface ChartDiagramProps {
  readonly xml: string;
  readonly label?: string;
  readonly height?: string;
}

export function ChartDiagram({ xml, label, height }: ChartDiagramProps) {
  const { w, language } = useDrafterWords();
  const frame = useRef<HTMLDivElement>(null);
  const state = useViewer(frame, xml, language);
  return <DiagramFrame frame={frame} state={state} label={label ?? w.diagram.chartLabel} height={height} />;
}
