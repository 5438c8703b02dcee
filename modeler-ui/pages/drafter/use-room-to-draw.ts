// Whether the window is wide enough for canvas and panel side by side.
import { useSyncExternalStore } from 'react';

const query = '(min-width: 960px)';

export const useRoomToDraw = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
