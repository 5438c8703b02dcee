// Where a case stands, step by step: who does it, until when, whose supervision is awaited, and the way to it.
import { Link } from 'react-router';
import type { CaseDetail, OpenStep } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import { StepStatus } from './badges.tsx';
import { DueBadge, useMomentText } from './moment.tsx';

/** In words: whose act the step awaits. */
function AwaitedLine({ step }: { readonly step: OpenStep }) {
  const { t, say, list } = useWords();
  const persons = step.persons.map((p) => p.name);
  const doers = persons.length > 0 ? persons : step.offices.map((o) => say(o.name));
  const missing = step.supervision.filter((s) => s.by === undefined && (step.status === 'held' || s.when !== 'after'));
  return (
    <>
      {step.status === 'open' && doers.length > 0 && <p>{t('case.awaits', { who: list(doers) })}</p>}
      {missing.map((s) => (
        <p key={`${s.office}-${s.mode}-${s.when}`} className="awaits-supervision">
          {t('case.awaitsMode', { office: say(s.officeName), mode: t(`mode.${s.mode}`) })}
        </p>
      ))}
    </>
  );
}

interface StepLineProps {
  readonly caseId: string;
  readonly step: OpenStep;
  readonly chosen: boolean;
  readonly onSelect: (element: string) => void;
}

function StepLine({ caseId, step, chosen, onSelect }: StepLineProps) {
  const { t } = useWords();
  const moment = useMomentText();
  return (
    <li className={`open-step${chosen ? ' chosen' : ''}`}>
      <div className="open-step-head">
        <button type="button" className="link" aria-pressed={chosen} onClick={() => onSelect(step.element)}>
          <strong>{step.name}</strong>
        </button>
        <StepStatus status={step.status} /> <DueBadge dueAt={step.dueAt} />
        {step.objections.length > 0 && <span className="badge bad">{t('cases.objections', { n: step.objections.length })}</span>}
      </div>
      <AwaitedLine step={step} />
      <p className="soft">{t('task.opened', { at: moment(step.openedAt) })}</p>
      {step.may.length > 0 && (
        <Link className="primary-link small" to={`/work/${caseId}/${step.node}`}>
          {t('case.handle')}
          <span className="unseen"> {step.name}</span>
        </Link>
      )}
    </li>
  );
}

export interface OpenStepsProps {
  readonly found: CaseDetail;
  readonly selected: string | undefined;
  readonly onSelect: (element: string) => void;
}

export function OpenSteps({ found, selected, onSelect }: OpenStepsProps) {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="case-stands">
      <h2 id="case-stands">{t('case.stands')}</h2>
      {found.open.length === 0 ? (
        <p className="soft">{t('case.standsEnded')}</p>
      ) : (
        <ul className="open-steps">
          {found.open.map((step) => (
            <StepLine key={step.node} caseId={found.id} step={step} chosen={step.element === selected} onSelect={onSelect} />
          ))}
        </ul>
      )}
    </section>
  );
}
