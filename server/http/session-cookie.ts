// The session cookie. Served over https it is `__Host-gc` (Secure, this host only); over plain http, which only an evaluation on
// localhost should use, browsers would refuse that name, so it is `gc` without Secure. Always HttpOnly, SameSite=Lax, path /.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CookieOrder } from '../pipeline/route.ts';

declare module 'fastify' {
  interface FastifyInstance {
    servedOverHttps: boolean;
  }
}
const cookieName = (app: FastifyInstance): string => (app.servedOverHttps ? '__Host-gc' : 'gc');

export const readSessionCookie = (request: FastifyRequest): string | undefined => request.cookies[cookieName(request.server)];

export function writeSessionCookie(reply: FastifyReply, order: CookieOrder): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.server.servedOverHttps } as const;
  if ('clear' in order) reply.clearCookie(cookieName(reply.server), options);
  else reply.setCookie(cookieName(reply.server), order.set, { ...options, expires: new Date(order.expiresAt) });
}
