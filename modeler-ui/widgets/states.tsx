// Loading, nothing there, and failure: the three things every page must be able to say. No antd: the public pages use them too.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { explain } from '../api/problem.ts';
import { useWords } from '../words/language.ts';

export function LoadingState() {
  const { t } = useWords();
  return (
    <div className="state" role="status">
      <span className="state-dots" aria-hidden="true">
        ● ● ●
      </span>
      <p>{t('state.loading')}</p>
    </div>
  );
}

export function EmptyState({ title, text, children }: { readonly title: string; readonly text?: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {text && <p className="soft">{text}</p>}
      {children}
    </div>
  );
}

export function ErrorState({ error, onAgain }: { readonly error: unknown; readonly onAgain?: () => void }) {
  const { t, language } = useWords();
  const told = explain(error, language);
  return (
    <div className="state" role="alert">
      <p className="state-title">{t('state.failedTitle')}</p>
      <p>{told.text}</p>
      <p className="state-acts">
        {told.again && onAgain && (
          <button type="button" className="plain-button" onClick={onAgain}>
            {t('state.again')}
          </button>
        )}
        <Link to="/">{t('state.home')}</Link>
      </p>
      <p className="soft state-code">{t('error.code', { code: told.code })}</p>
    </div>
  );
}

interface Answer<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Shows what was answered; what is already on the page stays there when a later reading fails. */
export function Answered<T>({ answer, children }: { readonly answer: Answer<T>; readonly children: (data: T) => ReactNode }) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  return answer.error ? <ErrorState error={answer.error} onAgain={() => void answer.refetch()} /> : <LoadingState />;
}
