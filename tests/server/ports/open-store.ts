// What the suite of the port CaseStore works on: one database, opened before its tests.
import { afterAll, beforeAll } from 'vitest';
import { createCaseStore } from '../../../server/adapters/postgres/case-store.ts';
import { type Database, openDatabase } from '../../../server/adapters/postgres/database.ts';
import { migrate } from '../../../server/adapters/postgres/migrate.ts';
import { createProcedureStore } from '../../../server/adapters/postgres/procedure-store.ts';
import type { CaseStore } from '../../../server/ports/case-store.ts';
import type { ThrowAway } from '../throw-away.ts';
import { procedureMade } from './hand-made-acts.ts';

export interface OpenStore {
  readonly store: CaseStore;
  readonly database: Database;
}

export function openStore(server: () => Promise<ThrowAway>): OpenStore {
  const open: Partial<{ running: ThrowAway; database: Database; store: CaseStore }> = {};
  beforeAll(async () => {
    open.running = await server();
    const connection = await open.running.database();
    await migrate(connection);
    open.database = openDatabase(connection);
    open.store = createCaseStore(open.database);
    await createProcedureStore(open.database).deploy(procedureMade());
  }, 60_000);
  afterAll(async () => {
    await open.database?.close();
    await open.running?.stop();
  });
  const part = <T>(found: T | undefined): T => {
    if (found === undefined) throw new Error('the store is not open yet');
    return found;
  };
  return {
    get store() {
      return part(open.store);
    },
    get database() {
      return part(open.database);
    },
  };
}
