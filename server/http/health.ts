// /healthz: this process answers. /readyz: it can do its work (database reachable, schema in place). Plain text, no details.
import type { FastifyInstance } from 'fastify';

export interface Health {
  /** Resolves when the database answers and its schema is the expected one; rejects otherwise. */
  ready(): Promise<void>;
}

export function addHealth(app: FastifyInstance, health: Health): void {
  const common = { method: 'GET', config: { policy: 'anyone' }, schema: { hide: true } } as const;
  app.route({
    ...common,
    url: '/healthz',
    handler: async (_request, reply) => reply.type('text/plain').header('cache-control', 'no-store').send('ok\n'),
  });
  app.route({
    ...common,
    url: '/readyz',
    handler: async (request, reply) => {
      reply.type('text/plain').header('cache-control', 'no-store');
      try {
        await health.ready();
        return reply.send('ready\n');
      } catch (error) {
        request.log.warn({ err: error }, 'not ready');
        return reply.code(503).send('not ready\n');
      }
    },
  });
}
