// The interface described by itself: OpenAPI 3.1 from the declared shapes, and a page to read it.
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '规程 Guicheng',
        version: '1',
        description:
          '公共机构议决规程的接口。The interface of Guicheng: procedures by which public bodies decide. Unsafe methods need the header `X-Guicheng: 1`.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-gc' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(async (page) => {
    page.addHook('onRoute', (route: RouteOptions) => {
      route.config = { ...route.config, policy: 'anyone' };
    });
    await page.register(swaggerUi, {
      routePrefix: '/api/docs',
      theme: { title: '规程 Guicheng · API', css: [{ filename: 'own.css', content: '.swagger-ui .topbar { display: none }' }] },
    });
  });
  app.route({
    method: 'GET',
    url: '/api/openapi.json',
    config: { policy: 'anyone' },
    schema: { hide: true },
    handler: async (_request, reply) => reply.type('application/json').send(JSON.stringify(app.swagger())),
  });
}
