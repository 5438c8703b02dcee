// DELETE /api/session: the session ends now, on every server.
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { hashOfSecret, looksLikeSecret } from './session-secret.ts';

export const signOut = routesOf<Services>().empty({
  method: 'DELETE',
  path: '/api/session',
  policy: 'signedIn',
  says: { zh: '退出登录', en: 'Sign out' },
  handle: async (services, call) => {
    if (looksLikeSecret(call.sessionSecret)) await services.people.closeSession(hashOfSecret(call.sessionSecret));
    call.orderCookie({ clear: true });
    return done(undefined);
  },
});
