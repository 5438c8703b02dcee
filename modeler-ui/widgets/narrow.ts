// Whether the page is as narrow as a phone held upright.
import { useSyncExternalStore } from 'react';

const query = '(max-width: 640px)';
const list = (): MediaQueryList | undefined => (typeof matchMedia === 'function' ? matchMedia(query) : undefined);

export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = list();
      media?.addEventListener('change', changed);
      return () => media?.removeEventListener('change', changed);
    },
    () => list()?.matches ?? false,
    () => false,
  );
