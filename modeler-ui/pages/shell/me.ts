// Who sits in front of the page. Pages inside the shell may rely on it.
import { createContext, useContext } from 'react';
import type { Me, Role } from '../../api/session.ts';

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the shell');
  return me;
}

export const isOne = (me: Me, roles: readonly Role[]): boolean => me.roles.some((r) => roles.includes(r));

/** Where a person's day begins. */
export function homeOf(me: Me): string {
  if (isOne(me, ['supervisor'])) return '/watch';
  return isOne(me, ['drafter']) && !isOne(me, ['secretary', 'member', 'staff']) ? '/draw' : '/work';
}

/** An address inside this site only: what stands in `to` can be written by anybody. */
export const insideAddress = (to: string | null): string | undefined => (to && /^\/(?![/\\])/.test(to) ? to : undefined);
