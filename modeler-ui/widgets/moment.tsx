// A time on a page, and how long is left until it.
import { useEffect, useState } from 'react';
import { useWords } from '../words/language.ts';
import { dueWords, fullMoment, shortMoment } from './moments.ts';

/** Now, renewed every minute, so that "3 hours left" does not stay for ever. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The text of a moment, for use inside sentences. */
export function useMomentText(): (iso: string) => string {
  const { t, language } = useWords();
  const now = useNow();
  return (iso) => {
    const { when, text } = shortMoment(iso, now, language);
    if (when === 'today') return t('time.today', { time: text });
    return when === 'yesterday' ? t('time.yesterday', { time: text }) : text;
  };
}

export function Moment({ at }: { readonly at: string }) {
  const { language } = useWords();
  const text = useMomentText();
  return (
    <time dateTime={at} title={fullMoment(at, language)}>
      {text(at)}
    </time>
  );
}

export function DueBadge({ dueAt }: { readonly dueAt: string | undefined }) {
  const { t, language } = useWords();
  const now = useNow();
  if (dueAt === undefined) return null;
  const { tone, key, n } = dueWords(dueAt, now);
  return (
    <span className={`badge ${tone}`} title={t('time.due', { at: fullMoment(dueAt, language) })}>
      {t(`time.${key}`, { n })}
    </span>
  );
}
