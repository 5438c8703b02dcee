// One procedure: its chart, and the same as a list of steps; prints well.
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { usePublicProcedure } from '../../api/public.ts';
import { fullDay } from '../../widgets/moments.ts';
import { PageHead } from '../../widgets/page-head.tsx';
import { Answered, LoadingState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { useMatterWord } from './matter.ts';

const ChartDiagram = lazy(async () => ({ default: (await import('../../diagram/chart-diagram.tsx')).ChartDiagram }));
type Detail = NonNullable<ReturnType<typeof usePublicProcedure>['data']>;

function Facts({ procedure }: { readonly procedure: Detail }) {
  const { t, language } = useWords();
  const matter = useMatterWord();
  return (
    <>
      <p className="open-facts">
        {procedure.matterClass && <span className="badge brand">{matter(procedure.matterClass)}</span>}
        <span>{t('public.version', { version: procedure.version })}</span>
        <span>{t('public.since', { at: fullDay(procedure.deployedAt, language) })}</span>
        <span>{t('public.steps', { n: procedure.steps })}</span>
        <Link className="no-print" to={`/public/cases?procedure=${encodeURIComponent(procedure.key)}`}>
          {t('public.seeCases')}
        </Link>
      </p>
      {procedure.basis.length > 0 && (
        <p className="open-basis">
          <strong>
            {t('public.basis')}
            {t('app.colon')}
          </strong>
          {procedure.basis.join(t('app.semicolon'))}
        </p>
      )}
    </>
  );
}

function StepTable({ procedure }: { readonly procedure: Detail }) {
  const { t } = useWords();
  return (
    <section className="open-card" aria-labelledby="steps">
      <h2 id="steps">{t('public.stepList')}</h2>
      <table className="table">
        <caption className="unseen">{t('public.stepList')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('public.step')}</th>
            <th scope="col">{t('public.lane')}</th>
            <th scope="col">{t('public.limit')}</th>
            <th scope="col">{t('public.supervised')}</th>
          </tr>
        </thead>
        <tbody>
          {procedure.stepList.map((step, n) => (
            <tr key={step.element}>
              <th scope="row" data-label={t('public.step')}>
                {n + 1}. {step.name}
              </th>
              <td data-label={t('public.lane')}>{step.subject ?? step.lane ?? '—'}</td>
              <td data-label={t('public.limit')}>{step.limit ?? '—'}</td>
              <td data-label={t('public.supervised')}>
                {step.supervised ? <span className="badge warn">{t('public.supervisedYes')}</span> : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {t('public.fingerprint')} <span className="mono">{procedure.hash}</span>
      </p>
    </section>
  );
}

export function PublicProcedurePage() {
  const { t } = useWords();
  const { key = '' } = useParams();
  const answer = usePublicProcedure(key);
  return (
    <Answered answer={answer}>
      {(procedure) => (
        <>
          <PageHead
            title={procedure.name}
            back={{ to: '/public/procedures', text: t('public.proceduresTitle') }}
            beside={
              <button type="button" className="plain-button no-print" onClick={() => window.print()}>
                {t('public.print')}
              </button>
            }
            below={<Facts procedure={procedure} />}
          />
          <section className="open-card open-chart" aria-labelledby="chart">
            <h2 id="chart">{t('public.chart')}</h2>
            <p className="soft no-print">{t('public.chartText')}</p>
            <Suspense fallback={<LoadingState />}>
              <ChartDiagram xml={procedure.xml} />
            </Suspense>
          </section>
          <StepTable procedure={procedure} />
        </>
      )}
    </Answered>
  );
}
