// Signing in, and acting over the interface with the session of a page: for acts of a kind that was looked at on a page before.
import type { Page, Response } from 'playwright-core';
import { demoOffices, demoPassword } from '../../server/features/demo/town.ts';
import type { Visitor } from './visitors.ts';

/** Whatever the wire says; tests look into it. */
export type Wire = ReturnType<typeof JSON.parse>;
export interface Told {
  readonly status: number;
  readonly body: Wire;
}

/** In the town a person is called as the office that the person holds. */
export function nameOf(office: string): string {
  const found = demoOffices.find((one) => one.key === office);
  if (!found) throw new Error(`the town has no office ${office}`);
  return found.name.zh;
}

/** Through the page: the demonstration's list of people. */
export async function signInByList(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: `以“${name}”的身份进入`, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

type Headers = Readonly<Record<string, string>>;

async function ask(visitor: Visitor, method: string, path: string, sent: { data?: unknown; headers?: Headers }): Promise<Told> {
  const headers = { 'X-Guicheng': '1', Origin: visitor.url, 'Accept-Language': 'zh-CN', ...sent.headers };
  const response = await visitor.context.request.fetch(path, { method, headers, ...(sent.data !== undefined && { data: sent.data }) });
  const text = await response.text();
  return { status: response.status(), body: text === '' ? undefined : JSON.parse(text) };
}
export const get = (visitor: Visitor, path: string): Promise<Told> => ask(visitor, 'GET', path, {});
export const post = (visitor: Visitor, path: string, data?: unknown, headers: Headers = {}): Promise<Told> =>
  ask(visitor, 'POST', path, { data, headers });
export const put = (visitor: Visitor, path: string, data?: unknown): Promise<Told> => ask(visitor, 'PUT', path, { data });

/** By the interface: for people of a kind whose sign-in page was looked at before. */
export async function signInQuietly(visitor: Visitor): Promise<void> {
  const told = await post(visitor, '/api/session', { account: visitor.name, password: demoPassword });
  if (told.status !== 200) throw new Error(`${visitor.name} cannot sign in: ${told.status} ${JSON.stringify(told.body)}`);
}

/** Does something on the page that sends an act, and resolves with the server's answer to it. */
export async function answered(page: Page, doing: () => Promise<unknown>): Promise<Response> {
  const [response] = await Promise.all([
    page.waitForResponse((r) => r.request().method() !== 'GET' && new URL(r.url()).pathname.startsWith('/api/')),
    doing(),
  ]);
  return response;
}
