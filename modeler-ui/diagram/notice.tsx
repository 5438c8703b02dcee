// A word about something that happened, above the work it concerns; closed by the reader.
import type { ReactNode } from 'react';
import { useWords } from '../words/language.ts';

interface NoticeProps {
  readonly tone: 'good' | 'bad' | 'warn';
  readonly title: string;
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}

const signs = { good: '✓', bad: '!', warn: '!' } as const;

export function Notice({ tone, title, onClose, children }: NoticeProps) {
  const { t } = useWords();
  return (
    <div className={`gc-notice gc-notice--${tone}`} role={tone === 'good' ? 'status' : 'alert'}>
      <span className="gc-notice__sign" aria-hidden="true">
        {signs[tone]}
      </span>
      <div>
        <strong>{title}</strong>
        {children}
      </div>
      {onClose ? (
        <button type="button" className="gc-notice__close" aria-label={t('app.close')} onClick={onClose}>
          ✕
        </button>
      ) : null}
    </div>
  );
}
