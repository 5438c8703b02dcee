// One case: where it stands on the drawing and in words, who is awaited, what happened, what comes next, its meetings, its record.
import { useState } from 'react';
import { useParams } from 'react-router';
import { type CaseDetail, useCase } from '../../api/cases.ts';
import { CaseContent } from '../../widgets/case-content.tsx';
import { CaseDrawing } from '../../widgets/case-drawing.tsx';
import { CaseHead } from '../../widgets/case-head.tsx';
import { CaseMeetings } from '../../widgets/case-meetings.tsx';
import { CasePath } from '../../widgets/case-path.tsx';
import { Incidents } from '../../widgets/incidents.tsx';
import { useNarrow } from '../../widgets/narrow.ts';
import { NextSteps } from '../../widgets/next-steps.tsx';
import { OpenSteps } from '../../widgets/open-steps.tsx';
import { RecordPanel } from '../../widgets/record-panel.tsx';
import { Answered } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { isOne, useMe } from '../shell/me.ts';

function WholeCase({ found, updatedAt }: { readonly found: CaseDetail; readonly updatedAt: number }) {
  const { t } = useWords();
  const me = useMe();
  const [selected, setSelected] = useState<string>();
  // On a phone the words come first: the drawing is too small there to say where the case stands.
  const narrow = useNarrow();
  const drawing = <CaseDrawing found={found} selected={selected} onSelect={setSelected} />;
  return (
    <>
      <CaseHead found={found} updatedAt={updatedAt} back={{ to: '/cases', text: t('cases.title') }} />
      <Incidents found={found} mayResolve={isOne(me, ['secretary'])} />
      {!narrow && drawing}
      <div className="two-columns">
        <div>
          <OpenSteps found={found} selected={selected} onSelect={setSelected} />
          {narrow && drawing}
          <NextSteps found={found} />
          <CaseMeetings caseId={found.id} open={found.open} me={me.person} />
          <CaseContent procedure={found.procedure} version={found.procedureVersion} variables={found.variables} />
        </div>
        <div>
          <CasePath path={found.path} selected={selected} onSelect={setSelected} />
        </div>
      </div>
      <RecordPanel caseId={found.id} />
    </>
  );
}

export function CasePage() {
  const { id = '' } = useParams();
  const answer = useCase(id);
  return <Answered answer={answer}>{(found) => <WholeCase key={found.id} found={found} updatedAt={answer.dataUpdatedAt} />}</Answered>;
}
