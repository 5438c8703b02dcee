// The HTTP side of the house: one Fastify application over the declared routes. No rule is decided here.
// Promise: every route has a policy or nothing starts; every refusal is problem+json; no payload or secret is ever logged.
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { fastifySSE } from '@fastify/sse';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { readerOfSecret } from '../features/identity/index.ts';
import type { Services } from '../pipeline/services.ts';
import { describeApi } from './describe-api.ts';
import { addHealth, type Health } from './health.ts';
import { servePages } from './pages.ts';
import { mayAsk, registerRoute } from './register-route.ts';
import { requirePolicies } from './require-policies.ts';
import { allRoutes } from './routes.ts';
import { comesFromHere } from './same-site.ts';
import { secureHeaders } from './secure-headers.ts';
import { refuseErrors, sendRefusal } from './send-refusal.ts';
import { readSessionCookie } from './session-cookie.ts';

export interface HttpOptions {
  readonly services: Services;
  readonly health: Health;
  /** True where browsers reach this server over https (itself or through a proxy). */
  readonly https: boolean;
  /** True behind a reverse proxy whose X-Forwarded-* headers are to be believed. */
  readonly behindProxy?: boolean;
  /** Folder of the built pages. */
  readonly pages?: string;
  readonly logger?: FastifyBaseLogger;
}

/** 2 MB of drawing as JSON text, and the braces around it. */
const bodyLimit = 2_200_000;

export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { services } = options;
  const app: FastifyInstance = Fastify({
    bodyLimit,
    trustProxy: options.behindProxy ?? false,
    genReqId: () => randomUUID(),
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    // One line a request is written in onResponse, with the path and without the query.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorate('servedOverHttps', options.https);
  app.decorate('officeName', (office: string) => services.roster.latest()?.offices.get(office) ?? { zh: office, en: office });
  app.decorate('whoIs', (secret: string | undefined) => readerOfSecret(services, secret, services.now()));
  requirePolicies(app);
  refuseErrors(app);
  acceptJsonOnly(app);
  await secureHeaders(app, options.https);
  await app.register(cookie);
  await app.register(fastifySSE, { heartbeatInterval: 15_000 });
  guard(app, services);
  await app.register(rateLimit, { global: false, hook: 'onRequest' });
  await describeApi(app);
  for (const route of allRoutes) registerRoute(app, services, route);
  addHealth(app, options.health);
  await servePages(app, options.pages);
  return app;
}

/** Who asks, whether from here, and whether the route's policy lets them; and one log line when it is answered. */
function guard(app: FastifyInstance, services: Services): void {
  app.decorateRequest('reader', undefined);
  app.decorateRequest('sessionSecret', undefined);
  app.decorateRequest('arrivedAt', 0);
  app.addHook('onRequest', async (request, reply) => {
    request.arrivedAt = services.now();
    reply.header('x-request-id', request.id);
    if (!comesFromHere(request)) return sendRefusal(request, reply, { code: 'request.cross-site' });
    // What is asked is what the router matched, never what the address looks like: there is more than one way to write it.
    const { policy } = request.routeOptions.config;
    if (request.is404 || policy === undefined || isPage(request)) return undefined;
    reply.header('cache-control', 'no-store');
    request.sessionSecret = readSessionCookie(request);
    request.reader = await readerOfSecret(services, request.sessionSecret, request.arrivedAt);
    // The roster must be at hand for names in refusals, also for those who are not signed in.
    if (services.roster.latest() === undefined) await services.roster.at();
    const may = mayAsk(policy, request.reader);
    return may.ok ? undefined : sendRefusal(request, reply, may.refusal);
  });
  app.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? '(none)';
    request.log.info(
      { method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime), person: request.reader?.person },
      'answered',
    );
  });
}

/** Pages, health and the description of the interface: for anyone, and nobody needs to be known. */
const isPage = (request: FastifyRequest): boolean =>
  request.routeOptions.config.policy === 'anyone' && request.routeOptions.schema?.hide === true;

/** Only JSON comes in. An empty body is no body, whatever its type says; __proto__ and constructor keys are refused. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, finish) => {
    if (body === '') finish(null, undefined);
    else void parse(request, body as string, finish);
  });
}
