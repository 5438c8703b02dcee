// Who may ask what: every route has a policy, and every route × every role is tried. New routes are in here by themselves.
import { request } from 'node:http';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../server/contract/identity.ts';
import { requirePolicies } from '../../../server/http/require-policies.ts';
import { allRoutes } from '../../../server/http/routes.ts';
import { type Asker, openHouse } from './open-house.ts';

const house = openHouse();
/** One person for each role, and what roles that person has in all. */
const people: Record<Role, { office: string; roles: Role[] }> = {
  drafter: { office: 'procedure-drafter', roles: ['drafter'] },
  secretary: { office: 'meeting-secretary', roles: ['secretary'] },
  member: { office: 'publicity-member', roles: ['member'] },
  supervisor: { office: 'discipline-inspector', roles: ['supervisor'] },
  staff: { office: 'legal-office', roles: ['staff'] },
  admin: { office: 'administrator', roles: ['admin'] },
};
const uuid = '00000000-0000-4000-8000-000000000000';
const pathOf = (path: string): string => path.replace(':id', uuid).replace(':key', 'no-such-procedure').replace(/:\w+/g, '1');

/** Status and code; a stream is left as soon as it has begun. */
async function asked(asker: Asker, route: (typeof allRoutes)[number]): Promise<{ status: number; code: string | undefined }> {
  if (route.kind === 'events') {
    const leave = new AbortController();
    const response = await fetch(house.base + pathOf(route.path), { headers: { cookie: asker.cookie }, signal: leave.signal });
    const code = response.status === 200 ? undefined : ((await response.json()) as { code: string }).code;
    leave.abort();
    return { status: response.status, code };
  }
  const answer =
    route.method === 'GET'
      ? await asker.get(pathOf(route.path))
      : await asker.send(route.method, pathOf(route.path), route.body ? {} : undefined);
  return { status: answer.status, code: answer.body?.code };
}

describe('every route', () => {
  test('asks for sign-in unless it is for anyone', async () => {
    for (const route of allRoutes) {
      const { status, code } = await asked(house.nobody, route);
      const open = route.policy === 'anyone';
      expect(`${route.method} ${route.path} ${code === 'session.required'} ${status === 401}`).toBe(
        `${route.method} ${route.path} ${!open} ${!open}`,
      );
    }
  });
  test.each(Object.entries(people))('lets a %s ask exactly what its policy says', async (_role, { office, roles }) => {
    // Sign-out last: the session is used up by it.
    const routes = [...allRoutes].sort((a, b) => Number(a.path === '/api/session') - Number(b.path === '/api/session'));
    for (const route of routes.filter((r) => r.method !== 'DELETE')) {
      const { code } = await asked(await house.as(office), route);
      const may = typeof route.policy === 'string' || route.policy.some((r) => roles.includes(r));
      expect(`${route.method} ${route.path} ${code !== 'access.refused'}`).toBe(`${route.method} ${route.path} ${may}`);
      expect(code).not.toBe('session.required');
    }
  });
  test('the roles used here are the ones the town has', async () => {
    for (const { office, roles } of Object.values(people))
      expect((await (await house.as(office)).get('/api/session')).body.me.roles).toEqual(roles);
  });
});

test('a route without a policy keeps the server from starting', async () => {
  const app = Fastify();
  requirePolicies(app);
  app.get('/thought-of', { config: { policy: 'anyone' } }, () => 'ok');
  app.get('/forgotten', () => 'ok');
  await expect(app.ready()).rejects.toThrow('GET /forgotten');
  await expect(app.ready()).rejects.not.toThrow('/thought-of');
});

test('no other way of writing an address gets round the policy', async () => {
  const { hostname, port, host } = new URL(house.base);
  const statusOf = (path: string): Promise<number> =>
    new Promise((ok, fail) => {
      request({ hostname, port, path, headers: { host } }, (answer) => {
        answer.resume();
        ok(answer.statusCode ?? 0);
      })
        .on('error', fail)
        .end();
    });
  for (const path of [
    '/%61pi/cases',
    '/api%2Fcases',
    '/api/%63ases',
    `http://${host}/api/cases`,
    '//api/cases',
    '/api//cases',
    '/API/cases',
    '/api/cases/',
    '/x/../api/cases',
    '/api/cases;x=1',
  ])
    expect([path, [401, 404].includes(await statusOf(path)) || (await statusOf(path)) === 200]).toEqual([path, true]);
  for (const path of ['/%61pi/cases', '/api/%63ases', `http://${host}/api/cases`])
    expect([path, await statusOf(path)]).toEqual([path, 401]);
});

test('an unsafe route that is for anyone is only the sign-in', () => {
  expect(allRoutes.filter((r) => r.method !== 'GET' && r.policy === 'anyone').map((r) => r.path)).toEqual(['/api/session']);
});
