// One running case as its supervisor sees it: what awaits me first, then the live drawing, where it stands, what happened.
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type CaseDetail, useCase } from '../../api/cases.ts';
import { CaseDrawing } from '../../widgets/case-drawing.tsx';
import { CaseHead } from '../../widgets/case-head.tsx';
import { CaseMeetings } from '../../widgets/case-meetings.tsx';
import { CasePath } from '../../widgets/case-path.tsx';
import { Incidents } from '../../widgets/incidents.tsx';
import { useNarrow } from '../../widgets/narrow.ts';
import { NextSteps } from '../../widgets/next-steps.tsx';
import { Objections } from '../../widgets/objections.tsx';
import { OpenSteps } from '../../widgets/open-steps.tsx';
import { Answered } from '../../widgets/states.tsx';
import { maySupervise, SupervisionActs, SupervisionList } from '../../widgets/supervision.tsx';
import { useWords } from '../../words/language.ts';
import { useMe } from '../shell/me.ts';

/** Steps at which the reader may take part, object, or release an objection. */
function AwaitsMe({ found }: { readonly found: CaseDetail }) {
  const { t } = useWords();
  const mine = found.open.filter((step) => maySupervise(step.may) || step.may.includes('release'));
  return (
    <section className="card awaits-me" aria-labelledby="awaits-me">
      <h2 id="awaits-me">{t('watch.mine')}</h2>
      {mine.length === 0 ? (
        <p className="soft">{t('watch.mineNone')}</p>
      ) : (
        <ul className="open-steps">
          {mine.map((step) => (
            <li key={step.node} className="open-step">
              <h3>
                <Link to={`/work/${found.id}/${step.node}`}>{step.name}</Link>
              </h3>
              <SupervisionList supervision={step.supervision} />
              <Objections caseId={found.id} node={step.node} may={step.may} objections={step.objections} />
              <SupervisionActs caseId={found.id} node={step.node} may={step.may} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function WatchedCase({ found, updatedAt }: { readonly found: CaseDetail; readonly updatedAt: number }) {
  const { t } = useWords();
  const me = useMe();
  const [selected, setSelected] = useState<string>();
  const narrow = useNarrow();
  const drawing = <CaseDrawing found={found} selected={selected} onSelect={setSelected} />;
  return (
    <>
      <CaseHead
        found={found}
        updatedAt={updatedAt}
        title={t('watch.caseTitle', { title: found.title })}
        back={{ to: '/watch', text: t('watch.title') }}
        beside={
          <Link className="secondary-link" to={`/cases/${found.id}`}>
            {t('watch.toCase')}
          </Link>
        }
      />
      <Incidents found={found} mayResolve={false} />
      <AwaitsMe found={found} />
      {!narrow && drawing}
      <div className="two-columns">
        <div>
          <OpenSteps found={found} selected={selected} onSelect={setSelected} />
          {narrow && drawing}
          <NextSteps found={found} />
          <CaseMeetings caseId={found.id} open={found.open} me={me.person} />
        </div>
        <div>
          <CasePath path={found.path} selected={selected} onSelect={setSelected} />
        </div>
      </div>
    </>
  );
}

export function WatchCasePage() {
  const { id = '' } = useParams();
  const answer = useCase(id);
  return <Answered answer={answer}>{(found) => <WatchedCase key={found.id} found={found} updatedAt={answer.dataUpdatedAt} />}</Answered>;
}
