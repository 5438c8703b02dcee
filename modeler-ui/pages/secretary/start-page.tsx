// Starting a case: choose the procedure, then fill in the form with which it begins.
import { Link, useSearchParams } from 'react-router';
import { type ProcedureLine, useProcedure, useProcedures } from '../../api/procedures.ts';
import { PageHead } from '../../widgets/page-head.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { StartForm } from './start-form.tsx';

function ProcedureChoice({ line }: { readonly line: ProcedureLine }) {
  const { t } = useWords();
  return (
    <li className="row">
      <Link className="row-link" to={`/cases/new?procedure=${encodeURIComponent(line.key)}`}>
        <span className="row-main">{line.name}</span>
        <span className="row-sub">{t('start.use')}</span>
      </Link>
      <span className="row-badges">
        <span className="badge plain">{t('start.version', { version: line.version })}</span>
      </span>
      <span className="row-note soft">{t('start.running', { n: line.runningCases })}</span>
    </li>
  );
}

function ChooseProcedure() {
  const { t } = useWords();
  const answer = useProcedures({ page: 1, size: 100 });
  return (
    <>
      <p className="soft">{t('start.chooseText')}</p>
      <Answered answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={t('start.chooseEmpty')} text={t('start.chooseEmptyText')} />
          ) : (
            <ul className="rows" aria-label={t('start.choose')}>
              {list.items.map((line) => (
                <ProcedureChoice key={line.key} line={line} />
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}

function StartBy({ procedure }: { readonly procedure: string }) {
  const { t } = useWords();
  const answer = useProcedure(procedure);
  return (
    <Answered answer={answer}>
      {(detail) => (
        <>
          <p className="start-procedure">
            {t('case.procedure', { name: detail.name, version: detail.version })} <Link to="/cases/new">{t('start.other')}</Link>
          </p>
          {detail.basis.length > 0 && (
            <details className="start-basis">
              <summary>{t('start.basis')}</summary>
              <ul>
                {detail.basis.map((basis) => (
                  <li key={basis}>{basis}</li>
                ))}
              </ul>
            </details>
          )}
          <StartForm key={detail.key} procedure={detail} />
        </>
      )}
    </Answered>
  );
}

export function StartPage() {
  const { t } = useWords();
  const [params] = useSearchParams();
  const procedure = params.get('procedure');
  return (
    <>
      <PageHead title={t('start.title')} back={{ to: '/cases', text: t('cases.title') }} />
      {procedure ? <StartBy procedure={procedure} /> : <ChooseProcedure />}
    </>
  );
}
