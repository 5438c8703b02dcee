// POST /api/session: account and password against a new session. A session that was open is closed: ids are never carried over.
import { session, signIn } from '../../contract/identity.ts';
import { done, type Outcome, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import type { Account } from '../../ports/people.ts';
import { failed, succeeded, tooManyFailures } from './attempts.ts';
import { readerOfSecret } from './current-reader.ts';
import { meOf } from './me.ts';
import { checkPassword } from './password.ts';
import { hashOfSecret, looksLikeSecret, newSecret, sessionLimits } from './session-secret.ts';

export const signInRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/session',
  policy: 'anyone',
  perMinute: 60,
  says: { zh: '登录', en: 'Sign in' },
  body: signIn,
  answer: session,
  handle: async (services, call) => {
    const known = await recognise(services, call.body, call.at);
    if (!known.ok) return known;
    if (looksLikeSecret(call.sessionSecret)) await services.people.closeSession(hashOfSecret(call.sessionSecret));
    await sweepNowAndThen(services, call.at);
    const secret = await openSession(services, known.value.name, call.at);
    const reader = await readerOfSecret(services, secret, call.at);
    // The account's person holds nothing that lasts; cannot happen unless the roster changed this very moment.
    if (reader === undefined) return refused('session.wrong-credentials');
    call.orderCookie({ set: secret, expiresAt: call.at + sessionLimits.absoluteMs });
    return done({ me: await meOf(services, reader), demo: services.demo });
  },
});

async function recognise(services: Services, given: { account: string; password: string }, at: number): Promise<Outcome<Account>> {
  if (tooManyFailures(given.account, at)) return refused('session.too-many-attempts');
  const account = await services.people.account(given.account);
  const verdict = await checkPassword(given.password, account?.passwordHash);
  if (verdict === 'busy') return refused('server.busy');
  if (verdict === 'wrong' || account === undefined) {
    failed(given.account, at);
    return refused('session.wrong-credentials');
  }
  if (account.demo && !services.demo) return refused('session.demo-account');
  succeeded(given.account);
  return done(account);
}

/** A new session of an account; returns the cookie's secret, which is kept nowhere. */
export async function openSession(services: Pick<Services, 'people'>, account: string, at: number): Promise<string> {
  const secret = newSecret();
  await services.people.openSession({ idHash: hashOfSecret(secret), account, at });
  return secret;
}

let sweptAt = 0;
/** Dead sessions are removed when somebody comes, at most once an hour; they were worth nothing before that already. */
async function sweepNowAndThen(services: Pick<Services, 'people'>, at: number): Promise<void> {
  if (at - sweptAt < 3_600_000) return;
  sweptAt = at;
  await services.people.sweepSessions(at, sessionLimits);
}
