// A whole server for one test file: embedded PostgreSQL, every adapter as in production, the demonstration town, real HTTP on a free port.

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { createCaseStore } from '../../../server/adapters/postgres/case-store.ts';
import { openCaseViews } from '../../../server/adapters/postgres/case-views.ts';
import { type Database, openDatabase } from '../../../server/adapters/postgres/database.ts';
import { migrate } from '../../../server/adapters/postgres/migrate.ts';
import { openPeople } from '../../../server/adapters/postgres/people.ts';
import { createProcedureStore } from '../../../server/adapters/postgres/procedure-store.ts';
import { personOf, settleTown } from '../../../server/features/demo/index.ts';
import { hashPassword, openSession } from '../../../server/features/identity/index.ts';
import { buildHttp } from '../../../server/http/app.ts';
import { openActFeed } from '../../../server/pipeline/act-feed.ts';
import { createDesk } from '../../../server/pipeline/handle-command.ts';
import { procedureLibrary } from '../../../server/pipeline/procedure-library.ts';
import type { Services } from '../../../server/pipeline/services.ts';
import { rosterKeeper } from '../../../server/pipeline/who-acts.ts';
import { embeddedPostgres, type ThrowAway } from '../throw-away.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Whatever the wire says; tests look into it. */
  readonly body: ReturnType<typeof JSON.parse>;
}
export interface Asker {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Cookie header of the session, for requests made by hand. */
  readonly cookie: string;
}
export interface House {
  readonly base: string;
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly database: Database;
  /** What the house takes for the present; tests move it. */
  readonly clock: { now: number };
  readonly nobody: Asker;
  /** Somebody of the town by office, signed in. */
  as(office: string): Promise<Asker>;
}

/** Opens the house before the tests of a file and closes it after them. */
export function openHouse(options: { demo?: boolean } = {}): House {
  const parts: Partial<{ -readonly [K in keyof House]: House[K] }> & { server?: ThrowAway } = {};
  const sessions = new Map<string, Promise<Asker>>();
  beforeAll(async () => {
    parts.server = await embeddedPostgres();
    await migrate(parts.server.connection);
    const database = openDatabase(parts.server.connection);
    const clock = { now: Date.now() };
    const services = await servicesOver(database, clock, options.demo ?? true);
    await settleTown(services.people, hashPassword);
    const app = await buildHttp({ services, health: { ready: async () => void (await database.query('select 1')) }, https: false });
    const base = await app.listen({ port: 0, host: '127.0.0.1' });
    Object.assign(parts, { app, services, database, clock, base, nobody: askerOf(base, '') });
  }, 120_000);
  afterAll(async () => {
    await parts.app?.close();
    await parts.services?.feed.stop();
    await parts.database?.close();
    await parts.server?.stop();
  }, 60_000);
  const house = {
    as: (office: string) => {
      const known = sessions.get(office);
      if (known) return known;
      const signingIn = signedIn(parts as House, office);
      sessions.set(office, signingIn);
      return signingIn;
    },
  };
  // The parts exist when the first test runs; a test that reads them earlier is told so.
  return new Proxy(house, {
    get: (target, name) => {
      if (name in target) return Reflect.get(target, name);
      if (!(name in parts)) throw new Error(`the house is not open yet: ${String(name)}`);
      return Reflect.get(parts, name);
    },
  }) as House;
}

async function servicesOver(database: Database, clock: { now: number }, demo: boolean): Promise<Services> {
  const people = openPeople(database);
  const procedures = createProcedureStore(database);
  const cases = createCaseStore(database);
  const library = procedureLibrary(procedures);
  const roster = rosterKeeper(people);
  return {
    people,
    roster,
    procedures,
    library,
    cases,
    views: openCaseViews(database),
    desk: createDesk({
      cases,
      library,
      roster,
      now: () => clock.now,
      zone: 'Asia/Shanghai',
      owes: () => undefined,
      log: { error: () => undefined },
    }),
    feed: await openActFeed(cases),
    now: () => clock.now,
    zone: 'Asia/Shanghai',
    demo,
  };
}

/** A session opened at the door of the identity feature: the password itself has its own tests. */
async function signedIn(house: House, office: string): Promise<Asker> {
  const account = (await house.services.people.demoAccounts()).find((a) => a.person === personOf(office));
  if (!account) throw new Error(`nobody holds ${office}`);
  return askerOf(house.base, `gc=${await openSession(house.services, account.name, house.clock.now)}`);
}

export function askerOf(base: string, cookie: string): Asker {
  const ask = async (method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> => {
    const response = await fetch(base + path, {
      method,
      headers: { ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && !/ndjson/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson && text !== '' ? JSON.parse(text) : undefined };
  };
  return {
    cookie,
    get: (path, headers = {}) => ask('GET', path, headers),
    send: (method, path, body, headers = {}) =>
      ask(
        method,
        path,
        { ...(body !== undefined && { 'content-type': 'application/json' }), 'x-guicheng': '1', origin: base, ...headers },
        body,
      ),
  };
}
