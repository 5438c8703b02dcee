// The schema that the migrations make is the one that is committed, on the newest and on the oldest PostgreSQL.
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/adapters/postgres/database.ts';
import { migrate } from '../../../server/adapters/postgres/migrate.ts';
import { embeddedPostgres, hasPostgres15, postgres15, type ThrowAway } from '../throw-away.ts';
import { describeSchema } from './describe-schema.ts';

const committed = new URL('../../../server/adapters/postgres/schema.sql', import.meta.url);

async function schemaOf(start: () => Promise<ThrowAway>): Promise<string> {
  const server = await start();
  const connection = await server.database();
  const applied = await Promise.all([migrate(connection), migrate(connection)]);
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await migrate(connection)).toEqual([]);
  const database = openDatabase(connection);
  const found = await describeSchema(database);
  await database.close();
  await server.stop();
  return found;
}

describe('the schema', { timeout: 60_000 }, () => {
  it('is as committed, however many processes migrate at once', async () => {
    const found = await schemaOf(embeddedPostgres);
    if (process.env['UPDATE_SCHEMA']) writeFileSync(committed, found);
    expect(found).toBe(readFileSync(committed, 'utf8'));
  });
  it.runIf(hasPostgres15)('is the same on PostgreSQL 15', async () => {
    expect(await schemaOf(postgres15)).toBe(readFileSync(committed, 'utf8'));
  });
});
