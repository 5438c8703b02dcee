// All procedures for the drafter: found by name or key, which have a draft, and the way into the modeler.
import './drafter.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type ProcedureLine, useProcedures } from '../../api/procedures.ts';
import { fill, useDrafterWords } from '../../diagram/drafter-words.ts';
import { useAddressFilter } from '../../widgets/address-filter.ts';
import { Moment } from '../../widgets/moment.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { Pager } from '../../widgets/pager.tsx';
import { SearchBox } from '../../widgets/search-box.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { CreateDialog } from './create-dialog.tsx';
import { drafterPages } from './drafts.ts';

const size = 20;

function MatterClass({ line }: { readonly line: ProcedureLine }) {
  const { w } = useDrafterWords();
  const value = line.matter?.class;
  if (value === undefined) return null;
  const words: Readonly<Record<string, string>> = w.ruleChoice;
  return <span className="badge plain">{words[value] ?? value}</span>;
}

function ProcedureRow({ line }: { readonly line: ProcedureLine }) {
  const { w } = useDrafterWords();
  return (
    <li className="row">
      <Link className="row-link" to={drafterPages.one(line.key)} aria-label={fill(w.drafts.openNamed, { name: line.name })}>
        <span className="row-main">{line.name}</span>
        <span className="row-sub mono">{line.key}</span>
      </Link>
      <span className="row-badges">
        <MatterClass line={line} />
        {line.hasDraft ? <span className="badge warn">{w.drafts.hasDraft}</span> : null}
        <span className="badge brand">{fill(w.drafts.versionNumber, { n: line.version })}</span>
      </span>
      <span className="row-note soft">
        {w.drafts.deployed} <Moment at={line.deployedAt} /> · {w.drafts.deployedBy} {line.deployedBy} · {w.drafts.running}{' '}
        {line.runningCases}
      </span>
    </li>
  );
}

export function DraftsPage() {
  const { w } = useDrafterWords();
  const filter = useAddressFilter();
  const [creating, setCreating] = useState(false);
  const search = filter.get('search');
  const answer = useProcedures({ page: filter.page, size, ...(search === '' ? {} : { search }) });
  return (
    <>
      <PageHead title={w.drafts.title} beside={<Button onClick={() => setCreating(true)}>{w.drafts.create}</Button>} />
      <p className="drafts-intro soft">{w.drafts.intro}</p>
      <div className="filters">
        <SearchBox label={w.drafts.search} value={search} onSearch={(text) => filter.set({ search: text })} />
      </div>
      <Answered answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={search === '' ? w.drafts.none : w.drafts.noneFound} />
          ) : (
            <>
              <ul className="rows">
                {list.items.map((line) => (
                  <ProcedureRow key={line.key} line={line} />
                ))}
              </ul>
              <Pager page={list.page} size={list.size} total={list.total} onPage={(page) => filter.set({ page: String(page) })} />
            </>
          )
        }
      </Answered>
      <CreateDialog open={creating} onClose={() => setCreating(false)} />
    </>
  );
}
