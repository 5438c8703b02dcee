// Cross-site request forgery: an unsafe request must carry X-Guicheng (a page of another origin cannot add it without asking) and
// say that it comes from this origin, by Sec-Fetch-Site or Origin. Programs that are no browser send one of the two themselves.
import type { FastifyRequest } from 'fastify';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export function comesFromHere(request: FastifyRequest): boolean {
  if (safe.has(request.method)) return true;
  if (request.headers['x-guicheng'] !== '1') return false;
  const fetchSite = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  if (origin !== undefined) return originHost(origin) === request.host;
  return fetchSite === 'same-origin';
}

const originHost = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};
