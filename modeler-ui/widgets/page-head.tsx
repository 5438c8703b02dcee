// The head of a page: its title in the window and on the page, where it belongs, and its main act.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words/language.ts';

export interface PageHeadProps {
  readonly title: string;
  readonly back?: { readonly to: string; readonly text: string };
  /** Below the title: badges, times. */
  readonly below?: ReactNode;
  /** Beside the title: the page's main act. */
  readonly beside?: ReactNode;
}

export function DocumentTitle({ title }: { readonly title: string }) {
  const { t } = useWords();
  return <title>{`${title} · ${t('app.name')}`}</title>;
}

export function PageHead({ title, back, below, beside }: PageHeadProps) {
  return (
    <div className="page-head">
      <DocumentTitle title={title} />
      {back && (
        <Link className="page-back" to={back.to}>
          ← {back.text}
        </Link>
      )}
      <div className="page-title">
        <h1>{title}</h1>
        {beside && <div className="page-beside">{beside}</div>}
      </div>
      {below && <div className="page-below">{below}</div>}
    </div>
  );
}
