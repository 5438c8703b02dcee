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

type Step = CaseDetail['open'][number];

function WatchedStep({ caseId, step }: { readonly caseId: string; readonly step: Step }) {
  const acts = { caseId, node: step.node, may: step.may };
  return (
    <li className="open-step">
      <h3>
        <Link to={`/work/${caseId}/${step.node}`}>{step.name}</Link>
      </h3>
      {step.supervision.length > 0 && <SupervisionList supervision={step.supervision} />}
      <Objections {...acts} objections={step.objections} />
      <SupervisionActs {...acts} />
    </li>
  );
}

/** Steps that await the reader's part, or the release of the reader's objection. */
function AwaitsMe({ caseId, steps }: { readonly caseId: string; readonly steps: readonly Step[] }) {
  const { t } = useWords();
  return (
    <section className="card awaits-me" aria-labelledby="awaits-me">
      <h2 id="awaits-me">{t('watch.mine')}</h2>
      {steps.length === 0 ? (
        <p className="soft">{t('watch.mineNone')}</p>
      ) : (
        <ul className="open-steps">
          {steps.map((step) => (
            <WatchedStep key={step.node} caseId={caseId} step={step} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Steps that do not wait for the reader, who may still object. */
function MayObject({ caseId, steps }: { readonly caseId: string; readonly steps: readonly Step[] }) {
  const { t } = useWords();
  if (steps.length === 0) return null;
  return (
    <section className="card may-object" aria-labelledby="may-object">
      <h2 id="may-object">{t('watch.mayObject')}</h2>
      <ul className="open-steps">
        {steps.map((step) => (
          <WatchedStep key={step.node} caseId={caseId} step={step} />
        ))}
      </ul>
    </section>
  );
}

const awaits = ({ may }: Step): boolean => may.includes('release') || may.some((act) => act !== 'object' && maySupervise([act]));

function Watched({ found }: { readonly found: CaseDetail }) {
  const others = found.open.filter((step) => !awaits(step) && step.may.includes('object'));
  return (
    <>
      <AwaitsMe caseId={found.id} steps={found.open.filter(awaits)} />
      <MayObject caseId={found.id} steps={others} />
    </>
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
      <Watched found={found} />
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
