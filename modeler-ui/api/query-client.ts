// What the pages keep of the server's answers and for how long.
// Promise: a refusal is never retried; a lost network is, twice; a lost session empties what was kept and asks who is there.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keys } from './keys.ts';
import { CallFailed } from './problem.ts';

export const worthRetrying = (count: number, error: unknown): boolean =>
  count < 2 && error instanceof CallFailed && (error.kind === 'offline' || error.status >= 502);

export function newQueryClient(): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof CallFailed && error.kind === 'signedOut') void client.invalidateQueries({ queryKey: keys.session });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // "always": without a network the page says so instead of waiting in silence.
      queries: { staleTime: 2_000, retry: worthRetrying, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
