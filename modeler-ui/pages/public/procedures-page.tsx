// The catalogue of procedures in force.
import { Link } from 'react-router';
import { type PublicProcedure, usePublicProcedures } from '../../api/public.ts';
import { useAddressFilter } from '../../widgets/address-filter.ts';
import { fullDay } from '../../widgets/moments.ts';
import { PageHead } from '../../widgets/page-head.tsx';
import { Pager } from '../../widgets/pager.tsx';
import { SearchBox } from '../../widgets/search-box.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { useMatterWord } from './matter.ts';

const size = 20;

function ProcedureCard({ procedure }: { readonly procedure: PublicProcedure }) {
  const { t, language } = useWords();
  const matter = useMatterWord();
  return (
    <li className="open-card">
      <h2>
        <Link to={`/public/procedures/${encodeURIComponent(procedure.key)}`}>{procedure.name}</Link>
      </h2>
      <p className="open-facts">
        {procedure.matterClass && <span className="badge brand">{matter(procedure.matterClass)}</span>}
        <span>{t('public.version', { version: procedure.version })}</span>
        <span>{t('public.since', { at: fullDay(procedure.deployedAt, language) })}</span>
        <span>{t('public.steps', { n: procedure.steps })}</span>
        <span>{t('public.running', { n: procedure.running })}</span>
      </p>
    </li>
  );
}

export function PublicProceduresPage() {
  const { t } = useWords();
  const filter = useAddressFilter();
  const search = filter.get('search');
  const answer = usePublicProcedures({ page: filter.page, size, ...(search ? { search } : {}) });
  return (
    <>
      <PageHead title={t('public.proceduresTitle')} below={<p className="soft">{t('public.proceduresIntro')}</p>} />
      <SearchBox label={t('public.searchProcedures')} value={search} onSearch={(text) => filter.set({ search: text })} />
      <Answered answer={answer}>
        {(list) =>
          list.items.length === 0 ? (
            <EmptyState title={search ? t('public.noneFound') : t('public.proceduresEmpty')} />
          ) : (
            <>
              <ul className="open-cards">
                {list.items.map((p) => (
                  <ProcedureCard key={p.key} procedure={p} />
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
