// Leafing through a long list. No antd: the public pages use it too.
import { useWords } from '../words/language.ts';

export interface PagerProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ page, size, total, onPage }: PagerProps) {
  const { t } = useWords();
  const pages = Math.max(1, Math.ceil(total / size));
  if (pages === 1 && page === 1) return <p className="pager soft">{t('state.total', { total })}</p>;
  return (
    <nav className="pager" aria-label={t('state.pages')}>
      <button type="button" className="plain-button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t('state.previous')}
      </button>
      <span>
        {t('state.page', { page, pages })} <span className="soft">· {t('state.total', { total })}</span>
      </span>
      <button type="button" className="plain-button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('state.next')}
      </button>
    </nav>
  );
}
