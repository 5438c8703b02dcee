// Nothing starts while a route has no policy: who may ask must have been thought of, for every one of them.
import type { FastifyInstance, RouteOptions } from 'fastify';

export function requirePolicies(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  // Asked when all are known: a library's own routes get theirs from a hook of the scope in which it is registered.
  app.addHook('onReady', async () => {
    const bare = routes.filter((r) => r.config?.policy === undefined).map((r) => `${String(r.method)} ${r.url}`);
    if (bare.length > 0) throw new Error(`routes without a policy: ${bare.join(', ')}`);
  });
}
