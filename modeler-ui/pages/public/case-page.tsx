// One published case: its stages as a line, live.
import { Link, useParams } from 'react-router';
import { type PublicCase, usePublicCase } from '../../api/public.ts';
import { staleInPublic, useLiveLine } from '../../api/use-live.ts';
import { CaseStatusBadge } from '../../widgets/badges.tsx';
import { LineState } from '../../widgets/live-badge.tsx';
import { Moment, useMomentText } from '../../widgets/moment.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { Answered } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { type ShownStage, shownStages } from './stages.ts';

const stateWord = { done: 'stageDone', now: 'stageNow', ahead: 'stageAhead', passedBy: 'stagePassedBy' } as const;

function StageLine({ stages }: { readonly stages: readonly ShownStage[] }) {
  const { t } = useWords();
  const moment = useMomentText();
  return (
    <ol className="stages" aria-label={t('public.stages')}>
      {stages.map((stage, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stages keep their order; names may repeat
        <li key={n} className={`stage stage-${stage.state}`} aria-current={stage.state === 'now' ? 'step' : undefined}>
          <span className="stage-sign" aria-hidden="true">
            {stage.state === 'done' ? '✓' : stage.state === 'passedBy' ? '–' : n + 1}
          </span>
          <span className="stage-name">
            <strong>{stage.name}</strong>
            <span className="soft">
              {t(`public.${stateWord[stage.state]}`)}
              {stage.since !== undefined &&
                ` · ${stage.state === 'now' ? t('public.stageSince', { at: moment(stage.since) }) : moment(stage.since)}`}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Found({ found, line }: { readonly found: PublicCase; readonly line: ReturnType<typeof useLiveLine> }) {
  const { t } = useWords();
  return (
    <>
      <PageHead
        title={found.title}
        back={{ to: '/public/cases', text: t('public.casesTitle') }}
        below={
          <p className="open-facts">
            <CaseStatusBadge status={found.status} />
            <span>
              {t('public.procedure')}
              {t('app.colon')}
              <Link to={`/public/procedures/${encodeURIComponent(found.procedure)}`}>{found.procedureName}</Link>
            </span>
            <span>
              {t('public.started')} <Moment at={found.startedAt} />
            </span>
            <span>
              {t('public.changed')} <Moment at={found.changedAt} />
            </span>
            <LineState state={line} />
          </p>
        }
      />
      <section className="open-card" aria-labelledby="stages">
        <h2 id="stages">{t('public.stages')}</h2>
        <div aria-live="polite">
          <StageLine stages={shownStages(found)} />
        </div>
      </section>
    </>
  );
}

export function PublicCasePage() {
  const { id = '' } = useParams();
  const answer = usePublicCase(id);
  const line = useLiveLine(`/api/public/live?case=${encodeURIComponent(id)}`, staleInPublic);
  return <Answered answer={answer}>{(found) => <Found found={found} line={line} />}</Answered>;
}
