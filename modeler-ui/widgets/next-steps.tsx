// What can come next from where a case stands.
import type { CaseDetail } from '../api/cases.ts';
import { useWords } from '../words/language.ts';

export function NextSteps({ found }: { readonly found: CaseDetail }) {
  const { t } = useWords();
  if (found.status !== 'running') return null;
  const nameOf = (element: string): string => found.open.find((s) => s.element === element)?.name ?? '';
  return (
    <section className="card" aria-labelledby="case-next">
      <h2 id="case-next">{t('case.next')}</h2>
      {found.next.length === 0 ? (
        <p className="soft">{t('case.nextNone')}</p>
      ) : (
        <ul className="next-steps">
          {found.next.map((n) => (
            <li key={`${n.element}-${n.after}`}>
              {n.name} {nameOf(n.after) !== '' && <span className="soft">{t('case.nextAfter', { after: nameOf(n.after) })}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
