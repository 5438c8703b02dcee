// The drawing of a case with where it stands; loaded only where it is shown. The same is said in words beside it.
import { lazy, Suspense } from 'react';
import type { CaseDetail } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import { useNarrow } from './narrow.ts';
import { LoadingState } from './states.tsx';

const CaseDiagram = lazy(async () => ({ default: (await import('../diagram/case-diagram.tsx')).CaseDiagram }));

export interface CaseDrawingProps {
  readonly found: CaseDetail;
  readonly selected: string | undefined;
  readonly onSelect: (element: string) => void;
}

export function CaseDrawing({ found, selected, onSelect }: CaseDrawingProps) {
  const { t } = useWords();
  const narrow = useNarrow();
  return (
    <section className="card drawing" aria-labelledby="case-drawing">
      <h2 id="case-drawing">{t('case.diagram')}</h2>
      <p className="soft">{t('case.diagramText')}</p>
      <Suspense fallback={<LoadingState />}>
        <CaseDiagram
          xml={found.xml}
          marks={found.marks}
          takenFlows={found.takenFlows}
          onSelect={onSelect}
          height={narrow ? '46vh' : 'clamp(320px, 74vh, 860px)'}
          {...(selected === undefined ? {} : { selected })}
        />
      </Suspense>
      <MarkKey />
    </section>
  );
}

const shown = ['done', 'open', 'held', 'waiting', 'objection', 'incident'] as const;
const tone = { done: 'good', open: 'brand', held: 'warn', waiting: 'wait', objection: 'bad', incident: 'bad' } as const;

function MarkKey() {
  const { t } = useWords();
  return (
    <ul className="mark-key" aria-label={t('case.marks')}>
      {shown.map((mark) => (
        <li key={mark} className={`badge ${tone[mark]}`}>
          {t(`marks.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
