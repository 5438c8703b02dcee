// Who is signed in, signing in and out, and the demonstration's accounts.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { demoAccounts, session, signIn } from '../../server/contract/identity.ts';
import { call } from './client.ts';
import { keys } from './keys.ts';

export type { Me, Role } from '../../server/contract/identity.ts';
export type Session = z.infer<typeof session>;
export type DemoAccounts = z.infer<typeof demoAccounts>;
export type DemoAccount = DemoAccounts['accounts'][number];

export const useSession = () =>
  useQuery({ queryKey: keys.session, queryFn: ({ signal }) => call<Session>('GET', '/api/session', { signal }), staleTime: 60_000 });

export const useDemoAccounts = (demo: boolean) =>
  useQuery({
    queryKey: keys.demoAccounts,
    queryFn: ({ signal }) => call<DemoAccounts>('GET', '/api/demo/accounts', { signal }),
    enabled: demo,
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: z.infer<typeof signIn>) => call<Session>('POST', '/api/session', { body }),
    onSuccess: (answer) => {
      // What the person before has seen must not be shown to the next one. (The session itself is watched by the page and stays.)
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] && query.queryKey[0] !== keys.demoAccounts[0] });
      client.setQueryData(keys.session, answer);
    },
  });
}

export const useSignOut = () => useMutation({ mutationFn: () => call<undefined>('DELETE', '/api/session') });
