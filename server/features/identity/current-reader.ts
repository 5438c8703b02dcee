// From the cookie's secret to the person who reads: asked of the database at every request, so that an ended session ends at once.
import type { Services } from '../../pipeline/services.ts';
import { type Reader, readerOf } from '../../pipeline/who-acts.ts';
import { hashOfSecret, looksLikeSecret, sessionLimits, touchEveryMs } from './session-secret.ts';

export async function readerOfSecret(
  services: Pick<Services, 'people' | 'roster' | 'demo'>,
  secret: string | undefined,
  at: number,
): Promise<Reader | undefined> {
  if (!looksLikeSecret(secret)) return undefined;
  const idHash = hashOfSecret(secret);
  const session = await services.people.session(idHash, at, sessionLimits);
  if (session === undefined || (session.demo && !services.demo)) return undefined;
  if (at - session.seenAt >= touchEveryMs) await services.people.touchSession(idHash, at);
  const roster = await services.roster.at(session.rosterVersion);
  const endsAt = Math.min(session.startedAt + sessionLimits.absoluteMs, Math.max(at, session.seenAt) + sessionLimits.idleMs);
  return readerOf(roster, session.person, at, endsAt);
}
