// The problems of the drawing, found anew after each change when typing and drawing have paused.
import { useEffect, useMemo, useState } from 'react';
import { checkDrawing, type Surroundings } from './check-drawing.ts';
import type { ModelerSession, Snapshot } from './modeler-session.ts';
import { plainProblem } from './plain-problems.ts';
import { merged, type ShownProblem } from './problem-places.ts';

const pauseMs = 300;

/** What the server said, and of which state of the drawing it said it. */
export interface ServerSaid {
  readonly change: number;
  readonly problems: readonly ShownProblem[];
}

export interface FoundProblems {
  readonly problems: readonly ShownProblem[];
  readonly checking: boolean;
  /** The check itself broke; nothing may be concluded from an empty list. */
  readonly broken: boolean;
}

interface Found {
  readonly change: number;
  readonly problems: readonly ShownProblem[];
  readonly broken: boolean;
}

export function useProblems(
  session: ModelerSession,
  snapshot: Snapshot,
  surroundings: Surroundings,
  server: ServerSaid | undefined,
): FoundProblems {
  const [found, setFound] = useState<Found>({ change: -1, problems: [], broken: false });
  const { change, loaded } = snapshot;
  useEffect(() => {
    if (!loaded) return;
    let stale = false;
    const keep = (next: Omit<Found, 'change'>): void => {
      if (!stale) setFound({ change, ...next });
    };
    const check = async (): Promise<void> => {
      try {
        keep({ problems: await checkDrawing(await session.settle(), surroundings), broken: false });
      } catch (error) {
        console.error(error);
        keep({ problems: [], broken: true });
      }
    };
    const timer = setTimeout(() => void check(), pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [session, change, loaded, surroundings]);
  // A server's word about an older drawing is no word about this one.
  const said = server && server.change === change ? server.problems : undefined;
  const problems = useMemo(() => merged(found.problems, said ?? []).map(plainProblem), [found, said]);
  return { problems, checking: found.change !== change, broken: found.broken };
}
