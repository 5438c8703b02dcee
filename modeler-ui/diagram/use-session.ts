// A modeler session in a frame of the page, and its present state as React sees it.
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { type LoadResult, type ModelerSession, openModeler, type Snapshot } from './modeler-session.ts';

export type SessionState =
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly session: ModelerSession; readonly loaded: LoadResult }
  | { readonly at: 'unreadable' };

interface Opening {
  readonly xml: string;
  readonly language: 'zh' | 'en';
}

/** Opens once per xml handed in; a change of language is passed on to the open modeler. */
export function useSession(frame: RefObject<HTMLElement | null>, { xml, language }: Opening): SessionState {
  const [state, setState] = useState<SessionState>({ at: 'opening' });
  const [spoken] = useState(() => ({ language }));
  spoken.language = language;
  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    let closed = false;
    const session = openModeler(container, () => spoken.language);
    setState({ at: 'opening' });
    session.load(xml).then(
      (loaded) => {
        if (!closed) setState({ at: 'open', session, loaded });
      },
      () => {
        if (!closed) setState({ at: 'unreadable' });
      },
    );
    return () => {
      closed = true;
      session.close();
    };
  }, [frame, xml, spoken]);
  const session = state.at === 'open' ? state.session : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is the reason to redraw the texts
  useEffect(() => session?.changeLanguage(), [session, language]);
  return state;
}

export function useSnapshot(session: ModelerSession): Snapshot {
  return useSyncExternalStore(session.subscribe, session.snapshot);
}
