// One act of the user: sends it once, makes what it changed stale, reports how it went.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actKey } from './act-key.ts';
import { call, type Method } from './client.ts';

export interface ActSpec {
  readonly method?: Method;
  readonly path: string;
  /** Names of answers that this act makes stale; also after a refusal, which often means that somebody was faster. */
  readonly stale: readonly (readonly unknown[])[];
}

/** `Body` is what the contract asks for (undefined: no body), `Answer` what it promises. */
export function useAct<Body, Answer>(spec: ActSpec) {
  const [key] = useState(() => actKey());
  const client = useQueryClient();
  return useMutation<Answer, unknown, Body>({
    mutationFn: (body) => {
      const act = key.keyFor(JSON.stringify([spec.method, spec.path, body]));
      return call<Answer>(spec.method ?? 'POST', spec.path, { body, key: act });
    },
    // Not awaited: the page goes on at once; what is shown is read anew beside it.
    onSettled: (_answer, error) => {
      key.settle(error);
      for (const queryKey of spec.stale) void client.invalidateQueries({ queryKey });
    },
  });
}
