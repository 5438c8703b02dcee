// Published cases and how far they are.
import { useId } from 'react';
import { Link } from 'react-router';
import { type PublicCase, usePublicCases } from '../../api/public.ts';
import { oneOf, useAddressFilter } from '../../widgets/address-filter.ts';
import { CaseStatusBadge } from '../../widgets/badges.tsx';
import { Moment } from '../../widgets/moment.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { Pager } from '../../widgets/pager.tsx';
import { SearchBox } from '../../widgets/search-box.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';

const size = 20;
const statuses = ['running', 'completed', 'terminated', 'failed'] as const;

function CaseCard({ found }: { readonly found: PublicCase }) {
  const { t, list } = useWords();
  const now = found.stages.filter((s) => s.state === 'now').map((s) => s.name);
  return (
    <li className="open-card">
      <h2>
        <Link to={`/public/cases/${found.id}`}>{found.title}</Link>
      </h2>
      <p className="open-facts">
        <CaseStatusBadge status={found.status} />
        {now.length > 0 && (
          <span>
            {t('public.stageNow')}
            {t('app.colon')}
            {list(now)}
          </span>
        )}
        <span>{found.procedureName}</span>
        <span>
          {t('public.changed')} <Moment at={found.changedAt} />
        </span>
      </p>
    </li>
  );
}

export function PublicCasesPage() {
  const { t } = useWords();
  const id = useId();
  const filter = useAddressFilter();
  const search = filter.get('search');
  const procedure = filter.get('procedure');
  const status = oneOf(statuses, filter.get('status'));
  const answer = usePublicCases({
    page: filter.page,
    size,
    ...(search ? { search } : {}),
    ...(procedure ? { procedure } : {}),
    ...(status ? { status } : {}),
  });
  const filtered = search !== '' || procedure !== '' || status !== undefined;
  return (
    <>
      <PageHead title={t('public.casesTitle')} below={<p className="soft">{t('public.casesIntro')}</p>} />
      <div className="open-filters">
        <SearchBox label={t('public.searchCases')} value={search} onSearch={(text) => filter.set({ search: text })} />
        <span>
          <label htmlFor={id}>{t('public.status')}</label>{' '}
          <select id={id} value={status ?? ''} onChange={(e) => filter.set({ status: e.target.value })}>
            <option value="">{t('public.statusAll')}</option>
            {statuses.map((s) => (
              <option key={s} value={s}>
                {t(`caseStatus.${s}`)}
              </option>
            ))}
          </select>
        </span>
        {filtered && (
          <button type="button" className="link" onClick={filter.clear}>
            {t('state.clear')}
          </button>
        )}
      </div>
      <Answered answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={filtered ? t('public.noneFound') : t('public.casesEmpty')} />
          ) : (
            <>
              <ul className="open-cards">
                {list.items.map((c) => (
                  <CaseCard key={c.id} found={c} />
                ))}
              </ul>
              <Pager page={list.page} size={list.size} total={list.total} onPage={(page) => filter.set({ page: String(page) })} />
            </>
          )
        }
      </Answered>
    </>
  );
}
