// The one way from a page to the server. Promise: same origin, the header that the server asks of unsafe calls, JSON both ways;
// answers are typed by the contract (the server cuts them to it), failures are CallFailed.
import { currentLanguage } from '../words/language.ts';
import { CallFailed, failureOf } from './problem.ts';

export interface CallOptions {
  readonly body?: unknown;
  /** Key of the user's act: the same act sent twice is done once. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

function headersOf(method: Method, options: CallOptions): Headers {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  });
  if (method !== 'GET') headers.set('X-Guicheng', '1');
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.key !== undefined) headers.set('Idempotency-Key', options.key);
  return headers;
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: headersOf(method, options),
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new CallFailed('offline', 0);
  }
  const body = await bodyOf(response);
  if (!response.ok) throw failureOf(response.status, body);
  if (body === undefined && response.status !== 204) throw new CallFailed('broken', response.status);
  return body as T;
}

/** `?a=1&b=2` of the values that are set; empty ones are left out. */
export function queryString(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
