// Whether the page follows by itself, and since when what it shows is true. Changes are announced to screen readers.

import type { LiveState } from '../api/live.ts';
import { useLiveState } from '../api/use-live.ts';
import { useWords } from '../words/language.ts';
import { clockSeconds } from './moments.ts';

export function LineState({ state }: { readonly state: LiveState }) {
  const { t } = useWords();
  return (
    <span className={`line-state ${state}`} role="status">
      {t(`live.${state}`)}
    </span>
  );
}

export function LiveBadge({ updatedAt }: { readonly updatedAt?: number }) {
  const { t, language } = useWords();
  const state = useLiveState();
  return (
    <span className="live-badge">
      <LineState state={state} />
      {updatedAt !== undefined && updatedAt > 0 && (
        <span className="soft live-at">{t('live.updated', { at: clockSeconds(updatedAt, language) })}</span>
      )}
    </span>
  );
}
