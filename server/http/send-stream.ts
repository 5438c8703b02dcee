// Answers that are not one JSON text: server-sent events and newline-delimited JSON.
// Promise: backpressure is honoured; when the asker goes away the source is told (its signal) and finished.
import type { FastifyReply } from 'fastify';
import type { LinesFile, StreamEvent } from '../pipeline/route.ts';

export async function sendEvents(reply: FastifyReply, events: AsyncIterable<StreamEvent>, gone: AbortSignal): Promise<void> {
  reply.header('cache-control', 'no-store');
  reply.hijack();
  const left = new Promise<void>((resolve) => {
    if (gone.aborted) resolve();
    else gone.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    reply.sse.sendHeaders(200);
    // The first bytes make the browser's EventSource report "open" before anything has happened.
    reply.raw.write(': open\n\n');
    for await (const { id, event, data } of events) {
      if (gone.aborted) break;
      // A slow reader that disconnects never drains: whichever comes first.
      await Promise.race([reply.sse.send({ id, event, data }), left]);
    }
  } catch (error) {
    reply.log.error({ err: error }, 'a live stream failed');
  } finally {
    reply.sse.close();
  }
}

export function sendLines(reply: FastifyReply, { name, text }: LinesFile): FastifyReply {
  return reply
    .type('application/x-ndjson; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .serializer((x: unknown) => String(x))
    .send(text);
}
