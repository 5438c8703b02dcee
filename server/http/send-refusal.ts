// A refusal as problem+json in the reader's language; whatever else goes wrong becomes one, too, without a word about the inside.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Words } from '../../engine/index.ts';
import { languageOf, problemAnswer } from '../pipeline/answer.ts';
import type { OutcomeCode, Refused } from '../pipeline/outcome.ts';

declare module 'fastify' {
  interface FastifyInstance {
    officeName: (office: string) => Words;
  }
}

export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refused): FastifyReply {
  const { status, body } = problemAnswer(refusal, languageOf(request.headers['accept-language']), request.server.officeName);
  // Serialised here: a refusal must go out whole even where a route forgot to describe it.
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((x: unknown) => String(x))
    .send(JSON.stringify(body));
}

const codeOf = (error: FastifyError): OutcomeCode => {
  if (hasZodFastifySchemaValidationErrors(error)) return 'request.invalid';
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'request.too-large';
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'request.media-type';
  if (error.statusCode === 429) return 'request.too-many';
  // A damaged record stops the case, not the house: its record can still be listed and checked.
  if (error.name === 'UnreadableRecord') return 'record.unreadable';
  // Thrown by the HTTP library about the request itself (malformed JSON, bad length …).
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'request.invalid';
  return 'server.failed';
};

/** Field faults of a request whose shape is wrong; the values themselves are not repeated. */
const faultsOf = (error: FastifyError): Refused['faults'] =>
  hasZodFastifySchemaValidationErrors(error)
    ? error.validation.slice(0, 20).map((v) => {
        const field = v.instancePath.replace(/^\//, '').replaceAll('/', '.');
        return {
          field,
          message: { zh: `「${field}」不符合要求`, en: `"${field}" does not have the required form: ${v.message ?? v.keyword}` },
        };
      })
    : undefined;

export function refuseErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (code === 'server.failed') request.log.error({ err: error }, 'a request failed');
    const faults = faultsOf(error);
    return sendRefusal(request, reply, { code, ...(faults && { faults }) });
  });
}
