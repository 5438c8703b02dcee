// What stands where a page should be when there is none, or when it broke. No antd.
import { Link, useRouteError } from 'react-router';
import { useWords } from '../words/language.ts';
import { DocumentTitle } from './page-head.tsx';
import { EmptyState, ErrorState } from './states.tsx';

export function PageMissing() {
  const { t } = useWords();
  return (
    <>
      <DocumentTitle title={t('state.notFoundTitle')} />
      <h1 className="unseen">{t('state.notFoundTitle')}</h1>
      <EmptyState title={t('state.notFoundTitle')} text={t('state.notFoundText')}>
        <Link to="/">{t('state.home')}</Link>
      </EmptyState>
    </>
  );
}

export function PageBroken() {
  const { t } = useWords();
  return (
    <>
      <DocumentTitle title={t('state.failedTitle')} />
      <ErrorState error={useRouteError()} onAgain={() => location.reload()} />
    </>
  );
}
