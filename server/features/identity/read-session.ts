// GET /api/session: who is signed in, if anybody.
import { session } from '../../contract/identity.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { meOf } from './me.ts';

export const readSession = routesOf<Services>().json({
  method: 'GET',
  path: '/api/session',
  policy: 'anyone',
  says: { zh: '当前登录人', en: 'Who is signed in' },
  answer: session,
  handle: async (services, { reader }) => done({ me: reader ? await meOf(services, reader) : null, demo: services.demo }),
});
