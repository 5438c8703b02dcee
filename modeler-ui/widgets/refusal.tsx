// A refusal, said clearly: what could not be done, why, and who is awaited.
import { useEffect, useRef } from 'react';
import { explain } from '../api/problem.ts';
import { useWords } from '../words/language.ts';

export function Refusal({ error, title }: { readonly error: unknown; readonly title?: string }) {
  const { t, say, language } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const told = explain(error, language);
  return (
    <div className="refusal" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? t('state.refusedTitle')}</h2>
      <p>{told.text}</p>
      {told.awaited.length > 0 && (
        <>
          <p>{t('error.awaitedTitle')}</p>
          <ul className="refusal-awaited">
            {told.awaited.map((a) => (
              <li key={`${a.office}-${a.mode}-${a.when}`}>
                <strong>{say(a.officeName)}</strong> {t(`mode.${a.mode}`)} <span className="soft">· {t(`when.${a.when}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {told.faults.length > 0 && (
        <ul className="refusal-faults">
          {told.faults.map((f) => (
            <li key={f.field}>{say(f.message)}</li>
          ))}
        </ul>
      )}
      <p className="soft state-code">{t('error.code', { code: told.code })}</p>
    </div>
  );
}
