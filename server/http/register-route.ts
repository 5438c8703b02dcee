// One declared route onto the HTTP library: policy, shapes, handler, answer. The only way in for anything under /api.
// Promise: a request reaches a handler only after its policy held and its shapes parsed; a refusal leaves as problem+json.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problem } from '../contract/answers.ts';
import { languageOf } from '../pipeline/answer.ts';
import { type Outcome, refused } from '../pipeline/outcome.ts';
import type { Call, CookieOrder, LinesFile, Policy, Route, StreamEvent } from '../pipeline/route.ts';
import type { Reader } from '../pipeline/who-acts.ts';
import { sendRefusal } from './send-refusal.ts';
import { sendEvents, sendLines } from './send-stream.ts';
import { writeSessionCookie } from './session-cookie.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whose session it is at this moment. */
    whoIs: (sessionSecret: string | undefined) => Promise<Reader | undefined>;
  }
  interface FastifyContextConfig {
    policy?: Policy;
  }
  interface FastifyRequest {
    reader: Reader | undefined;
    sessionSecret: string | undefined;
    arrivedAt: number;
  }
}

export const mayAsk = (policy: Policy, reader: Reader | undefined): Outcome<undefined> => {
  if (policy === 'anyone') return { ok: true, value: undefined };
  if (reader === undefined) return refused('session.required');
  if (policy === 'signedIn' || policy.some((role) => reader.roles.includes(role))) return { ok: true, value: undefined };
  return refused('access.refused');
};

const problemContent = { description: 'problem+json, RFC 9457', content: { 'application/problem+json': { schema: problem } } };

function answersOf<S>(route: Route<S>): Record<string, unknown> {
  const plain = (contentType: string, schema: z.ZodType) => ({ description: route.says.en, content: { [contentType]: { schema } } });
  const success =
    route.kind === 'events'
      ? plain('text/event-stream', z.string())
      : route.kind === 'lines'
        ? plain('application/x-ndjson', z.string())
        : route.status === 204
          ? z.undefined().describe('done')
          : plain('application/json', route.answer ?? z.unknown());
  return { [String(route.status)]: success, '4xx': problemContent, '5xx': problemContent };
}

const whoMayAsk = (policy: Policy): string =>
  policy === 'anyone' ? '任何人 · anyone' : policy === 'signedIn' ? '登录后 · signed in' : `${policy.join('、')} · ${policy.join(', ')}`;

export function registerRoute<S>(app: FastifyInstance, services: S, route: Route<S>): void {
  app.route({
    method: route.method,
    url: route.path,
    config: { policy: route.policy, ...(route.perMinute !== undefined && { rateLimit: { max: route.perMinute, timeWindow: 60_000 } }) },
    ...(route.kind === 'events' && { sse: 'manual' as const }),
    schema: {
      summary: `${route.says.zh} · ${route.says.en}`,
      description: whoMayAsk(route.policy),
      ...(route.policy !== 'anyone' && { security: [{ session: [] }] }),
      operationId: `${route.method.toLowerCase()}${route.path.replace(/^\/api/, '').replaceAll(/[^A-Za-z0-9]+/g, '_')}`,
      tags: [route.path.split('/')[2] ?? 'api'],
      ...(route.params && { params: route.params }),
      ...(route.query && { querystring: route.query }),
      ...(route.body && { body: route.body }),
      response: answersOf(route),
    },
    handler: (request, reply) => handle(services, route, request, reply),
  });
}

async function handle<S>(services: S, route: Route<S>, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const key = one(request.headers['idempotency-key']);
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) return sendRefusal(request, reply, { code: 'request.invalid' });
  const gone = new AbortController();
  if (route.kind !== 'json') reply.raw.once('close', () => gone.abort());
  const outcome = await route.handle(services, callOf(request, reply, gone.signal));
  if (!outcome.ok) return sendRefusal(request, reply, outcome.refusal);
  if (route.kind === 'events') return sendEvents(reply, outcome.value as AsyncIterable<StreamEvent>, gone.signal);
  if (route.kind === 'lines') return sendLines(reply, outcome.value as LinesFile);
  return reply.code(route.status).send(outcome.value);
}

// The shapes were parsed by the library before this runs, so the handler's types hold.
const callOf = (request: FastifyRequest, reply: FastifyReply, gone: AbortSignal): Call<never, never, never, never> =>
  ({
    params: request.params,
    query: request.query,
    body: request.body,
    reader: request.reader,
    at: request.arrivedAt,
    language: languageOf(request.headers['accept-language']),
    requestId: request.id,
    ip: request.ip,
    key: one(request.headers['idempotency-key']),
    lastEventId: one(request.headers['last-event-id']),
    gone,
    sessionSecret: request.sessionSecret,
    stillSignedIn: () => request.server.whoIs(request.sessionSecret),
    orderCookie: (order: CookieOrder) => writeSessionCookie(reply, order),
  }) as Call<never, never, never, never>;

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);
