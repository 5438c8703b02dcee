// Brings a database to the newest schema: numbered .sql files, each once, in order, under an advisory lock.
// The record's partitions of this month and the next are made with it, so that nobody need wait for them later.
// Promise: any number of processes may start at the same time; a second run changes nothing.
// Refused: PostgreSQL older than 15. Not done: going back (restore the backup made before the upgrade).
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { type Connection, type Database, openDatabase } from './database.ts';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));

async function refuseOld(database: Database): Promise<void> {
  const { rows } = await database.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  const version = rows[0]?.version ?? 0;
  if (version < 150_000)
    throw new Error(`PostgreSQL 15 or newer is needed, this is ${Math.floor(version / 10_000)}. 需要 PostgreSQL 15 或更新版本。`);
}

/** Names of the migrations that were applied now. */
export async function migrate(connection: Connection): Promise<readonly string[]> {
  const database = openDatabase(connection, { connections: 1 });
  const quiet = (): void => undefined;
  try {
    await refuseOld(database);
    const applied = await runner({
      databaseUrl: { ...connection },
      dir: folder,
      direction: 'up',
      migrationsTable: 'migration',
      advisoryLockMode: 'wait',
      logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    });
    await database.query("select ensure_record_month(day::date) from unnest(array[now(), now() + interval '1 month']) day");
    return applied.map((migration) => migration.name);
  } finally {
    await database.close();
  }
}
