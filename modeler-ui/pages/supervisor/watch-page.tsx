// All running cases on one live page. Promise: a row changes in place within a second of the act; when the line is broken the page
// says so and asks by itself until it is back.
import { Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type CaseLine, useCases, type Watch } from '../../api/cases.ts';
import { useLiveState } from '../../api/use-live.ts';
import { oneOf, useAddressFilter } from '../../widgets/address-filter.ts';
import { CaseFlags } from '../../widgets/badges.tsx';
import { LiveBadge } from '../../widgets/live-badge.tsx';
import { Moment } from '../../widgets/moment.tsx';
import { useNarrow } from '../../widgets/narrow.ts';
import { PageHead } from '../../widgets/page-head.tsx';
import { Pager } from '../../widgets/pager.tsx';
import { SearchBox } from '../../widgets/search-box.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';

const watches = ['supervision', 'objection', 'overdue', 'incident'] as const satisfies readonly Watch[];
const watchWord = {
  supervision: 'watchSupervision',
  objection: 'watchObjection',
  overdue: 'watchOverdue',
  incident: 'watchIncident',
} as const;
const size = 50;
const askWhenLostMs = 10_000;
const shownChangedMs = 6_000;

/** True for a few seconds after the version of a case has changed while it was on the page. */
function useJustChanged(version: number): boolean {
  const before = useRef(version);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === version) return undefined;
    before.current = version;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), shownChangedMs);
    return () => clearTimeout(timer);
  }, [version]);
  return changed;
}

function WatchRow({ line }: { readonly line: CaseLine }) {
  const { t, list } = useWords();
  const changed = useJustChanged(line.version);
  return (
    <tr className={changed ? 'just-changed' : undefined}>
      <th scope="row" data-label={t('cases.name')}>
        <Link to={`/watch/${line.id}`}>{line.title}</Link>
      </th>
      <td data-label={t('cases.standsAt')}>{list(line.standsAt)}</td>
      <td data-label={t('cases.flags')}>
        <span className="row-badges">
          <CaseFlags line={line} />
          {changed && <span className="badge good">{t('watch.updatedRow')}</span>}
        </span>
      </td>
      <td data-label={t('cases.procedure')}>{line.procedureName}</td>
      <td data-label={t('cases.changed')}>
        <Moment at={line.changedAt} />
      </td>
    </tr>
  );
}

function WatchTable({ items }: { readonly items: readonly CaseLine[] }) {
  const { t } = useWords();
  return (
    <div className="card table-card">
      <table className="table">
        <caption className="unseen">{t('watch.list')}</caption>
        <thead>
          <tr>
            {(['name', 'standsAt', 'flags', 'procedure', 'changed'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`cases.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <WatchRow key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WatchFilters({ filter, watch }: { readonly filter: ReturnType<typeof useAddressFilter>; readonly watch: Watch | undefined }) {
  const { t } = useWords();
  const narrow = useNarrow();
  const options: { value: string; label: string }[] = [
    { value: '', label: t('watch.all') },
    ...watches.map((value) => ({ value, label: t(`cases.${watchWord[value]}`) })),
  ];
  return (
    <div className="filters">
      {narrow ? (
        <Select aria-label={t('watch.filter')} value={watch ?? ''} options={options} onChange={(value) => filter.set({ watch: value })} />
      ) : (
        <Segmented
          aria-label={t('watch.filter')}
          value={watch ?? ''}
          options={options}
          onChange={(value) => filter.set({ watch: value })}
        />
      )}
      <SearchBox label={t('cases.searchLabel')} value={filter.get('search')} onSearch={(search) => filter.set({ search })} />
    </div>
  );
}

export function WatchPage() {
  const { t } = useWords();
  const filter = useAddressFilter();
  const live = useLiveState();
  const watch = oneOf(watches, filter.get('watch'));
  const search = filter.get('search');
  const answer = useCases(
    { status: 'running', ...(watch ? { watch } : {}), ...(search ? { search } : {}), page: filter.page, size },
    live === 'live' ? undefined : askWhenLostMs,
  );
  const filtered = watch !== undefined || search !== '';
  return (
    <>
      <PageHead title={t('watch.title')} below={<LiveBadge updatedAt={answer.dataUpdatedAt} />} />
      <WatchFilters filter={filter} watch={watch} />
      <Answered answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={filtered ? t('watch.emptyFiltered') : t('watch.emptyTitle')} />
          ) : (
            <>
              <WatchTable items={list.items} />
              <Pager page={list.page} size={list.size} total={list.total} onPage={(page) => filter.set({ page: String(page) })} />
            </>
          )
        }
      </Answered>
    </>
  );
}
