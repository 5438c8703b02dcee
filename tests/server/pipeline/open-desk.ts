// A desk over a real database for tests of the corridor: small drawings in force, three people, a clock that the test moves.
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import type { JsonObject } from '../../../engine/index.ts';
import { createCaseStore } from '../../../server/adapters/postgres/case-store.ts';
import { type Database, openDatabase } from '../../../server/adapters/postgres/database.ts';
import { migrate } from '../../../server/adapters/postgres/migrate.ts';
import { openPeople } from '../../../server/adapters/postgres/people.ts';
import { createProcedureStore } from '../../../server/adapters/postgres/procedure-store.ts';
import type { Desk } from '../../../server/pipeline/desk.ts';
import { createDesk, type SystemDesk } from '../../../server/pipeline/handle-command.ts';
import type { JobHandler } from '../../../server/pipeline/job-handlers.ts';
import { procedureLibrary } from '../../../server/pipeline/procedure-library.ts';
import { allRecords } from '../../../server/pipeline/read-records.ts';
import { createEffects, type Effects } from '../../../server/pipeline/run-effects.ts';
import { rosterKeeper } from '../../../server/pipeline/who-acts.ts';
import type { CaseStore, StoredRecord } from '../../../server/ports/case-store.ts';
import type { WakeUp } from '../../../server/ports/wake-ups.ts';
import { embeddedPostgres, type ThrowAway } from '../throw-away.ts';
import { clerk } from './readers.ts';

export const opening = Date.parse('2026-11-20T01:00:00.000Z');
/** One process of ours on the shared database. */
export interface Process {
  readonly desk: Desk & SystemDesk;
  readonly effects: Effects;
  readonly cases: CaseStore;
  readonly woken: WakeUp[];
}
export interface Bench {
  readonly database: Database;
  readonly clock: { now: number };
  readonly handlers: Map<string, JobHandler>;
  /** `through`: what this process sees of the store, for tests that put something in between. */
  process(through?: (cases: CaseStore) => CaseStore): Process;
  deploy(key: string, xml: string, messageStarts?: readonly string[]): Promise<void>;
}

const silent = { error: () => undefined };

function processOver(bench: Omit<Bench, 'process' | 'deploy'>, through: (cases: CaseStore) => CaseStore): Process {
  const { database, clock, handlers } = bench;
  const cases = through(createCaseStore(database));
  const procedures = createProcedureStore(database);
  const woken: WakeUp[] = [];
  const now = (): number => clock.now;
  const desk = createDesk({
    cases,
    library: procedureLibrary(procedures),
    roster: rosterKeeper(openPeople(database)),
    now,
    zone: 'Asia/Shanghai',
    owes: (wakeUps) => woken.push(...wakeUps),
    log: silent,
  });
  const wakeUps = {
    wakeAt: async (more: readonly WakeUp[]) => void woken.push(...more),
    receive: async () => undefined,
    stop: async () => undefined,
  };
  return {
    desk,
    cases,
    woken,
    effects: createEffects({ cases, procedures, desk, wakeUps, handlers, now, zone: 'Asia/Shanghai', log: silent }),
  };
}

/** Opens a bench before the tests of a file. */
export function openBench(): Bench {
  let server: ThrowAway;
  const parts = { clock: { now: opening }, handlers: new Map<string, JobHandler>() } as {
    database: Database;
    clock: { now: number };
    handlers: Map<string, JobHandler>;
  };
  beforeAll(async () => {
    server = await embeddedPostgres();
    await migrate(server.connection);
    parts.database = openDatabase(server.connection);
  }, 60_000);
  afterAll(async () => {
    await parts.database.close();
    await server.stop();
  });
  return {
    get database() {
      return parts.database;
    },
    clock: parts.clock,
    handlers: parts.handlers,
    process: (through = (cases) => cases) => processOver(parts, through),
    deploy: async (key, xml, messageStarts = []) => {
      const bytes = new TextEncoder().encode(xml);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const procedure = {
        key,
        version: 1,
        name: key,
        process: 'P',
        xml: bytes,
        forms: {},
        hash,
        messageStarts,
        summary: {},
        note: 'test',
        deployedAt: opening,
        deployedBy: 'test',
      };
      expect(await createProcedureStore(parts.database).deploy(procedure)).toBe('deployed');
    },
  };
}

/** Starts a case as the clerk; its id. */
export async function started(process: Process, procedure: string, variables: JsonObject = {}): Promise<string> {
  const id = randomUUID();
  const command = { type: 'StartCase', case: id, title: `${procedure} 一件`, variables } as const;
  expect(await process.desk.order({ case: id, procedure, command, reader: clerk })).toEqual({ ok: true, value: { case: id, version: 1 } });
  return id;
}

/** Node of the open step or wait at an element. */
export async function nodeAt(process: Process, id: string, element: string): Promise<number> {
  const stand = await process.desk.stand(id);
  const node = [...(stand?.state.nodes.values() ?? [])].find((one) => one.element === element);
  if (!node) throw new Error(`case ${id} does not stand at ${element}`);
  return node.id;
}

export const elementsOf = async (process: Process, id: string): Promise<string[]> => {
  const stand = await process.desk.stand(id);
  return [...(stand?.state.nodes.values() ?? [])]
    .filter((node) => node.role === 'task' || node.role === 'wait')
    .map((node) => node.element)
    .sort();
};

export const recordsOf = (process: Process, id: string): Promise<readonly StoredRecord[]> => allRecords(process.cases, id);
