// A short word about what just happened, said once and announced.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useWords } from '../words/language.ts';

const FlashContext = createContext<(text: string) => void>(() => undefined);
export const useFlash = (): ((text: string) => void) => useContext(FlashContext);

const shownMs = 6_000;

export function FlashFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const [said, setSaid] = useState<{ text: string; n: number }>();
  const say = useCallback((text: string) => setSaid((before) => ({ text, n: (before?.n ?? 0) + 1 })), []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <FlashContext value={say}>
      {children}
      <div className="flash-place" role="status">
        {said && (
          <p className="flash" key={said.n}>
            {said.text}
            <button type="button" className="flash-close" aria-label={t('app.close')} onClick={() => setSaid(undefined)}>
              ✕
            </button>
          </p>
        )}
      </div>
    </FlashContext>
  );
}
