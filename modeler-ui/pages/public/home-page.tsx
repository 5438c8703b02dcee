// The first page: what this is in plain words, and three ways on.
import { Link } from 'react-router';
import { DocumentTitle } from '../../widgets/page-head.tsx';
import { useWords } from '../../words/language.ts';

const ways = [
  { to: '/public/procedures', word: 'toProcedures', text: 'toProceduresText' },
  { to: '/public/cases', word: 'toCases', text: 'toCasesText' },
  { to: '/sign-in', word: 'toSignIn', text: 'toSignInText' },
] as const;
const promises = [
  { word: 'how1', text: 'how1Text' },
  { word: 'how2', text: 'how2Text' },
  { word: 'how3', text: 'how3Text' },
] as const;

export function HomePage() {
  const { t } = useWords();
  return (
    <>
      <DocumentTitle title={t('public.title')} />
      <section className="open-lead">
        <h1>{t('public.heading')}</h1>
        <p>{t('public.lead')}</p>
      </section>
      <ul className="open-ways">
        {ways.map((way) => (
          <li key={way.to}>
            <Link to={way.to}>
              <strong>{t(`public.${way.word}`)}</strong>
              <span>{t(`public.${way.text}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <section aria-labelledby="promises">
        <h2 id="promises">{t('public.how')}</h2>
        <ol className="open-promises">
          {promises.map((p) => (
            <li key={p.word}>
              <h3>{t(`public.${p.word}`)}</h3>
              <p>{t(`public.${p.text}`)}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
