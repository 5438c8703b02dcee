// The live line as pages use it: one for the signed-in application, one for a public case.
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { keys } from './keys.ts';
import { type LiveState, listen } from './live.ts';

/** Acts of one moment (a ballot of nine) are read together. */
const gatherMs = 80;

function gather(read: (cases: readonly string[]) => void): { add: (id: string) => void; stop: () => void } {
  let waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const cases = [...waiting];
    waiting = new Set();
    read(cases);
  };
  return {
    add: (id) => {
      waiting.add(id);
      timer ??= setTimeout(flush, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Listens at `address` while the page is shown; `stale` names what one act makes stale. */
export function useLiveLine(address: string, stale: (caseId: string) => readonly (readonly unknown[])[]): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    const acts = gather((cases) => {
      const names = new Map(cases.flatMap(stale).map((queryKey) => [JSON.stringify(queryKey), queryKey]));
      for (const queryKey of names.values()) void client.invalidateQueries({ queryKey });
    });
    const stop = listen({
      open: () => new EventSource(address),
      onState: setState,
      onAct: (act) => acts.add(act.case),
      // The browser does not say why: ask who is signed in.
      onRefused: () => void client.invalidateQueries({ queryKey: keys.session }),
      onBack: () => void client.invalidateQueries(),
    });
    return () => {
      acts.stop();
      stop();
    };
  }, [address, client, stale]);
  return state;
}

export const staleInApp = (id: string): readonly (readonly unknown[])[] => [keys.case(id), keys.cases, keys.tasks];
export const staleInPublic = (id: string): readonly (readonly unknown[])[] => [keys.publicCase(id), keys.publicCases];

export const LiveContext = createContext<LiveState>('connecting');
export const useLiveState = (): LiveState => useContext(LiveContext);
