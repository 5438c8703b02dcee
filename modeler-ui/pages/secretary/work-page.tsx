// My work: what awaits the reader, by kind, found quickly; after an act it says what happened.
import { Checkbox, Tabs } from 'antd';
import { Link, useLocation } from 'react-router';
import { type Duty, type TaskLine, useTasks } from '../../api/tasks.ts';
import { oneOf, useAddressFilter } from '../../widgets/address-filter.ts';
import { StepStatus } from '../../widgets/badges.tsx';
import { LiveBadge } from '../../widgets/live-badge.tsx';
import { DueBadge, useMomentText } from '../../widgets/moment.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { Pager } from '../../widgets/pager.tsx';
import { SearchBox } from '../../widgets/search-box.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { DonePanel, readDone } from '../task/done-panel.tsx';

const duties = ['work', 'supervise', 'answer'] as const satisfies readonly Duty[];
const size = 20;

function TaskRow({ task }: { readonly task: TaskLine }) {
  const { t } = useWords();
  const moment = useMomentText();
  return (
    <li className={`row duty-${task.duty}`}>
      <Link className="row-link" to={`/work/${task.case}/${task.node}`}>
        <span className="row-main">{task.name}</span>
        <span className="row-sub">{task.caseTitle}</span>
      </Link>
      <span className="row-badges">
        {task.duty !== 'work' && <span className="badge wait">{t(`duty.${task.duty}`)}</span>}
        {task.status === 'held' && <StepStatus status={task.status} />}
        <DueBadge dueAt={task.dueAt} />
      </span>
      <span className="row-note soft">
        {task.procedureName} · {t('work.since', { at: moment(task.openedAt) })}
      </span>
    </li>
  );
}

function Filters({ filter }: { readonly filter: ReturnType<typeof useAddressFilter> }) {
  const { t } = useWords();
  return (
    <div className="filters">
      <SearchBox label={t('work.searchLabel')} value={filter.get('search')} onSearch={(search) => filter.set({ search })} />
      <Checkbox checked={filter.get('overdue') === 'true'} onChange={(e) => filter.set({ overdue: e.target.checked ? 'true' : '' })}>
        {t('work.overdueOnly')}
      </Checkbox>
    </div>
  );
}

function TaskRows({ filter, duty }: { readonly filter: ReturnType<typeof useAddressFilter>; readonly duty: Duty | undefined }) {
  const { t } = useWords();
  const search = filter.get('search');
  const overdue = filter.get('overdue') === 'true';
  const answer = useTasks({ ...(duty ? { duty } : {}), overdue, search, page: filter.page, size });
  const filtered = search !== '' || overdue || duty !== undefined;
  return (
    <Answered answer={answer}>
      {(list) =>
        list.items.length === 0 ? (
          <EmptyState title={filtered ? t('work.emptyFiltered') : t('work.emptyTitle')} text={filtered ? undefined : t('work.emptyText')}>
            {filtered && (
              <button type="button" className="link" onClick={filter.clear}>
                {t('state.clear')}
              </button>
            )}
          </EmptyState>
        ) : (
          <>
            <ul className="rows" aria-label={t('work.list')}>
              {list.items.map((task) => (
                <TaskRow key={`${task.case}-${task.node}-${task.duty}`} task={task} />
              ))}
            </ul>
            <Pager page={list.page} size={list.size} total={list.total} onPage={(page) => filter.set({ page: String(page) })} />
          </>
        )
      }
    </Answered>
  );
}

export function WorkPage() {
  const { t } = useWords();
  const filter = useAddressFilter();
  const duty = oneOf(duties, filter.get('duty'));
  const done = readDone(useLocation().state);
  const items = [{ key: 'all', label: t('duty.all') }, ...duties.map((key) => ({ key, label: t(`duty.${key}`) }))].map((item) => ({
    ...item,
    children: item.key === (duty ?? 'all') ? <TaskRows filter={filter} duty={duty} /> : null,
  }));
  return (
    <>
      <PageHead title={t('work.title')} below={<LiveBadge />} />
      {done && <DonePanel done={done} />}
      <Filters filter={filter} />
      <Tabs
        aria-label={t('work.tabs')}
        activeKey={duty ?? 'all'}
        destroyOnHidden
        items={items}
        onChange={(key) => filter.set({ duty: key === 'all' ? '' : key })}
      />
    </>
  );
}
