// Where a case stands, step by step: who does it, until when, whose supervision is awaited, and the way to it.
import { Link } from 'react-router';
import type { CaseDetail } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import { StepStatus } from './badges.tsx';
import { DueBadge, useMomentText } from './moment.tsx';
import { type StepGroup, stepGroups } from './step-groups.ts';

/** In words: whose act the step awaits. */
function AwaitedLines({ group }: { readonly group: StepGroup }) {
  const { t, say, list } = useWords();
  const doers = group.persons.length > 0 ? group.persons.map((p) => p.name) : group.offices.map((o) => say(o.name));
  return (
    <>
      {doers.length > 0 && <p>{t('case.awaits', { who: list(doers) })}</p>}
      {group.awaited.map((s) => (
        <p key={`${s.office}-${s.mode}-${s.when}`} className="awaits-supervision">
          {t('case.awaitsMode', { office: say(s.officeName), mode: t(`mode.${s.mode}`) })}
        </p>
      ))}
    </>
  );
}

interface StepCardProps {
  readonly caseId: string;
  readonly group: StepGroup;
  readonly chosen: boolean;
  readonly onSelect: (element: string) => void;
}

function StepCard({ caseId, group, chosen, onSelect }: StepCardProps) {
  const { t } = useWords();
  const moment = useMomentText();
  return (
    <li className={`open-step${chosen ? ' chosen' : ''}`}>
      <div className="open-step-head">
        <button type="button" className="link" aria-pressed={chosen} onClick={() => onSelect(group.element)}>
          <strong>{group.name}</strong>
        </button>
        <StepStatus status={group.status} /> <DueBadge dueAt={group.dueAt} />
        {group.objections > 0 && <span className="badge bad">{t('cases.objections', { n: group.objections })}</span>}
      </div>
      <AwaitedLines group={group} />
      <p className="soft">{t('task.opened', { at: moment(group.openedAt) })}</p>
      {group.mine.map(({ node, as }) => (
        <Link key={node} className={`${as === 'doer' ? 'primary-link' : 'secondary-link'} small`} to={`/work/${caseId}/${node}`}>
          {t(as === 'doer' ? 'case.handle' : 'case.supervise')}
          <span className="unseen"> {group.name}</span>
        </Link>
      ))}
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
          {stepGroups(found.open).map((group) => (
            <StepCard key={group.element} caseId={found.id} group={group} chosen={group.element === selected} onSelect={onSelect} />
          ))}
        </ul>
      )}
    </section>
  );
}
