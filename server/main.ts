// Puts a house together: reads the configuration, chooses the adapters, starts and stops in the right order. The only importer of adapters.
// Modes: `serve` pages, interface and effects · `worker` effects only · `tool` neither, for the command line.
// Promise: `stop` lets what was begun finish, then leaves the database; after it nothing of ours runs.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { postgresWakeUps } from './adapters/bullmq/postgres-wake-ups.ts';
import { redisWakeUps } from './adapters/bullmq/redis-wake-ups.ts';
import { createCaseStore } from './adapters/postgres/case-store.ts';
import { openCaseViews } from './adapters/postgres/case-views.ts';
import { type Connection, type Database, openDatabase } from './adapters/postgres/database.ts';
import { startEmbedded } from './adapters/postgres/embedded.ts';
import { isReachable, serviceUser } from './adapters/postgres/embedded-binaries.ts';
import { migrate } from './adapters/postgres/migrate.ts';
import { openPeople } from './adapters/postgres/people.ts';
import { createProcedureStore } from './adapters/postgres/procedure-store.ts';
import type { Configuration } from './configuration.ts';
import { buildHttp } from './http/app.ts';
import { openLog } from './log.ts';
import { openActFeed } from './pipeline/act-feed.ts';
import { createDesk, type SystemDesk } from './pipeline/handle-command.ts';
import type { JobHandlers } from './pipeline/job-handlers.ts';
import { procedureLibrary } from './pipeline/procedure-library.ts';
import { createEffects, type Effects, nearOnly } from './pipeline/run-effects.ts';
import type { Services } from './pipeline/services.ts';
import { rosterKeeper } from './pipeline/who-acts.ts';
import type { WakeUps } from './ports/wake-ups.ts';

export type Mode = 'serve' | 'worker' | 'tool';
export interface House {
  readonly services: Services & { readonly desk: SystemDesk };
  readonly effects: Effects;
  readonly log: Logger;
  /** Begins to listen and to work, as the mode says; the address of the pages where there are any. */
  start(): Promise<{ readonly url?: string }>;
  stop(): Promise<void>;
}
export interface Composition {
  readonly mode: Mode;
  readonly configuration: Configuration;
  /** Who does the jobs of service tasks, by topic. */
  readonly handlers?: JobHandlers;
  readonly log?: Logger;
  readonly now?: () => number;
}

/** Where the embedded database lies when nobody says: in the folder we were started in, if the database's user can get there. */
function dataFolder(configuration: Configuration): string {
  if (configuration.data !== undefined) return configuration.data;
  const near = resolve('.data');
  return isReachable(near, serviceUser()) ? near : '/var/lib/guicheng';
}

interface Ground {
  readonly connection: Connection;
  readonly database: Database;
  leave(): Promise<void>;
}

async function openGround(configuration: Configuration, log: Logger): Promise<Ground> {
  const embedded = configuration.databaseUrl === undefined ? await startEmbedded(dataFolder(configuration)) : undefined;
  const connection = embedded?.connection ?? { connectionString: configuration.databaseUrl ?? '' };
  if (embedded) log.info({ how: embedded.how, folder: dataFolder(configuration) }, 'embedded PostgreSQL');
  try {
    const applied = await migrate(connection);
    if (applied.length > 0) log.info({ applied }, 'schema brought up to date');
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const database = openDatabase(connection, { connections: 16 });
  return {
    connection,
    database,
    leave: async () => {
      await database.close();
      await embedded?.stop();
    },
  };
}

const openQueue = (configuration: Configuration, connection: Connection, log: Logger): WakeUps =>
  configuration.redisUrl === undefined ? postgresWakeUps(connection, log) : redisWakeUps(configuration.redisUrl, log);

async function openServices(ground: Ground, wakeUps: WakeUps, composition: Composition, log: Logger): Promise<House['services']> {
  const { demo, zone } = composition.configuration;
  const now = composition.now ?? Date.now;
  const people = openPeople(ground.database);
  const roster = rosterKeeper(people);
  const procedures = createProcedureStore(ground.database);
  const library = procedureLibrary(procedures);
  const cases = createCaseStore(ground.database);
  const desk = createDesk({ cases, library, roster, now, zone, owes: nearOnly(wakeUps, now), log });
  const feed = await openActFeed(cases);
  return { people, roster, procedures, library, cases, desk, feed, views: openCaseViews(ground.database), now, zone, demo };
}

const pagesFolder = (): string | undefined => {
  // From dist/server as built, from server in a checkout.
  const places = ['../modeler-ui/', '../dist/modeler-ui/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return places.find((place) => existsSync(`${place}index.html`) && existsSync(`${place}assets`));
};

async function openHttp(
  { configuration }: Composition,
  house: { services: Services; database: Database; log: Logger },
): Promise<FastifyInstance> {
  const pages = pagesFolder();
  const ready = async (): Promise<void> => void (await house.database.query('select 1 from case_head limit 1'));
  const { https, behindProxy } = configuration;
  return buildHttp({
    services: house.services,
    health: { ready },
    https,
    behindProxy,
    logger: house.log,
    ...(pages !== undefined && { pages }),
  });
}

export async function compose(composition: Composition): Promise<House> {
  const { configuration, mode } = composition;
  const log = composition.log ?? openLog(configuration);
  const ground = await openGround(configuration, log);
  const wakeUps = openQueue(configuration, ground.connection, log);
  const services = await openServices(ground, wakeUps, composition, log).catch(async (error: unknown) => {
    await wakeUps.stop();
    await ground.leave();
    throw error;
  });
  const { cases, procedures, desk, now } = services;
  const effects = createEffects({
    cases,
    procedures,
    desk,
    wakeUps,
    handlers: composition.handlers ?? new Map(),
    now,
    zone: services.zone,
    log,
  });
  let http: FastifyInstance | undefined;
  const start = async (): Promise<{ url?: string }> => {
    if (mode !== 'tool') await effects.start();
    if (mode !== 'serve') return {};
    http = await openHttp(composition, { services, database: ground.database, log });
    return { url: await http.listen({ port: configuration.port, host: configuration.host }) };
  };
  const stop = async (): Promise<void> => {
    await http?.close();
    await effects.stop();
    await services.feed.stop();
    await ground.leave();
  };
  let stopping: Promise<void> | undefined;
  return { services, effects, log, start, stop: () => (stopping ??= stop()) };
}

/** Waits for SIGTERM or SIGINT, then stops the house; a second signal ends the process at once. */
export async function untilSignalled(house: Pick<House, 'stop' | 'log'>): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((done) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => done(name));
  });
  house.log.info({ signal }, 'stopping');
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => process.exit(1));
  await house.stop();
}
