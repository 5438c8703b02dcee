// The pages of the browser application: hashed assets for ever, index.html never cached and given for every path that is no file.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendRefusal } from './send-refusal.ts';

const missing = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>规程 Guicheng</title><body><h1>规程 Guicheng</h1>
<p>页面尚未构建：请先运行 npm run build。</p><p lang="en">The pages are not built yet: run npm run build first. The interface is described at <a href="/api/docs">/api/docs</a>.</p></body></html>`;

export async function servePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const built = folder !== undefined && existsSync(join(folder, 'index.html'));
  if (built) await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  app.route({
    method: 'GET',
    url: '/*',
    config: { policy: 'anyone' },
    schema: { hide: true },
    handler: (request, reply) => {
      const path = decodeURIComponent((request.url.split('?')[0] ?? '/').slice(1));
      if (path === 'api' || path.startsWith('api/')) return sendRefusal(request, reply, { code: 'resource.unknown' });
      if (!built) return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(missing);
      return sendPage(request, reply, folder, path);
    },
  });
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, { code: 'resource.unknown' }));
}

function sendPage(request: FastifyRequest, reply: FastifyReply, folder: string, path: string): FastifyReply {
  const isFile = /^[\w@-][\w./@-]*\.\w+$/.test(path) && !path.includes('..') && path !== 'index.html' && existsSync(join(folder, path));
  if (isFile) {
    reply.header('cache-control', path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
    return reply.sendFile(path);
  }
  // A missing asset is an error; anything else is an address of the application.
  if (path.startsWith('assets/')) return sendRefusal(request, reply, { code: 'resource.unknown' });
  reply.header('cache-control', 'no-store');
  return reply.sendFile('index.html');
}
