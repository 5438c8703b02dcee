// All cases that the reader may see: found by title, status and what needs attention.
import { Select } from 'antd';
import { Link } from 'react-router';
import { type CaseLine, type CaseStatus, useCases, type Watch } from '../../api/cases.ts';
import { oneOf, useAddressFilter } from '../../widgets/address-filter.ts';
import { CaseFlags, CaseStatusBadge } from '../../widgets/badges.tsx';
import { LiveBadge } from '../../widgets/live-badge.tsx';
import { Moment } from '../../widgets/moment.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { Pager } from '../../widgets/pager.tsx';
import { SearchBox } from '../../widgets/search-box.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { isOne, useMe } from '../shell/me.ts';

const statuses = ['running', 'completed', 'terminated', 'failed'] as const satisfies readonly CaseStatus[];
const watches = ['supervision', 'objection', 'overdue', 'incident'] as const satisfies readonly Watch[];
const watchWord = {
  supervision: 'watchSupervision',
  objection: 'watchObjection',
  overdue: 'watchOverdue',
  incident: 'watchIncident',
} as const;
const size = 20;

function Filters({ filter }: { readonly filter: ReturnType<typeof useAddressFilter> }) {
  const { t } = useWords();
  return (
    <div className="filters">
      <SearchBox label={t('cases.searchLabel')} value={filter.get('search')} onSearch={(search) => filter.set({ search })} />
      <Select
        aria-label={t('cases.status')}
        value={oneOf(statuses, filter.get('status')) ?? ''}
        options={[{ value: '', label: t('cases.statusAll') }, ...statuses.map((value) => ({ value, label: t(`caseStatus.${value}`) }))]}
        onChange={(status: string) => filter.set({ status })}
      />
      <Select
        aria-label={t('cases.watch')}
        value={oneOf(watches, filter.get('watch')) ?? ''}
        options={[{ value: '', label: t('cases.watchAll') }, ...watches.map((value) => ({ value, label: t(`cases.${watchWord[value]}`) }))]}
        onChange={(watch: string) => filter.set({ watch })}
      />
    </div>
  );
}

function CaseRow({ line }: { readonly line: CaseLine }) {
  const { t, list } = useWords();
  return (
    <li className="row">
      <Link className="row-link" to={`/cases/${line.id}`}>
        <span className="row-main">{line.title}</span>
        <span className="row-sub">
          {line.standsAt.length > 0 ? `${t('cases.standsAt')}${t('app.colon')}${list(line.standsAt)}` : t('cases.ended')}
        </span>
      </Link>
      <span className="row-badges">
        <CaseFlags line={line} />
        <CaseStatusBadge status={line.status} />
      </span>
      <span className="row-note soft">
        {line.procedureName} · {t('cases.changed')} <Moment at={line.changedAt} />
      </span>
    </li>
  );
}

function StartLink() {
  const { t } = useWords();
  const me = useMe();
  return isOne(me, ['secretary', 'staff']) ? (
    <Link className="primary-link" to="/cases/new">
      {t('cases.start')}
    </Link>
  ) : null;
}

export function CasesPage() {
  const { t } = useWords();
  const filter = useAddressFilter();
  const search = filter.get('search');
  const status = oneOf(statuses, filter.get('status'));
  const watch = oneOf(watches, filter.get('watch'));
  const answer = useCases({
    ...(status ? { status } : {}),
    ...(watch ? { watch } : {}),
    ...(search ? { search } : {}),
    page: filter.page,
    size,
  });
  const filtered = search !== '' || status !== undefined || watch !== undefined;
  return (
    <>
      <PageHead title={t('cases.title')} beside={<StartLink />} below={<LiveBadge />} />
      <Filters filter={filter} />
      <Answered answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState
              title={filtered ? t('cases.emptyFiltered') : t('cases.emptyTitle')}
              text={filtered ? undefined : t('cases.emptyText')}
            >
              {filtered && (
                <button type="button" className="link" onClick={filter.clear}>
                  {t('state.clear')}
                </button>
              )}
            </EmptyState>
          ) : (
            <>
              <ul className="rows" aria-label={t('cases.list')}>
                {list.items.map((line) => (
                  <CaseRow key={line.id} line={line} />
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
