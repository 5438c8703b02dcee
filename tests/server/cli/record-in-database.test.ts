// The record of a case in a real database: whole as long as nobody touches it; after a change by hand the first bad record is named.
// The hand is that of somebody who may do everything in the database, triggers included, and knows how records are hashed.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '../../../server/adapters/postgres/embedded.ts';
import type { Command } from '../../../server/cli/command.ts';
import { demo } from '../../../server/cli/demo.ts';
import { exportCommand } from '../../../server/cli/export.ts';
import { verify } from '../../../server/cli/verify.ts';
import { temporaryFolder } from '../throw-away.ts';

const folder = temporaryFolder();
let server: Awaited<ReturnType<typeof startEmbedded>>;
let byHand: pg.Client;
let caseId = '';

async function guicheng(command: Command, ...args: string[]): Promise<{ status: number; out: string[]; error: string[] }> {
  const out: string[] = [];
  const error: string[] = [];
  const status = await command.run([...args, '--data', folder.path], {
    language: 'en',
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { status, out, error };
}

beforeAll(async () => {
  server = await startEmbedded(folder.path);
  byHand = new pg.Client(server.connection);
  await byHand.connect();
});
afterAll(async () => {
  await byHand?.end();
  await server?.stop();
  folder.remove();
});

test('the demonstration plays the procedure to its end, shows every act and finds its record whole', async () => {
  const { status, out } = await guicheng(demo);
  expect(status).toBe(0);
  caseId = /^· Case ([0-9a-f-]{36})$/m.exec(out.join('\n'))?.[1] ?? '';
  const acts = out.filter((line) => /^\d+ +2026-/.test(line));
  expect(acts.length).toBeGreaterThan(50);
  expect(acts.at(-1)).toContain('→ the case is completed');
  expect(out.at(-1)).toMatch(new RegExp(`^· The record is whole: ${acts.length} records`));
});

test('verified from the database and from an exported file', async () => {
  const stored = await guicheng(verify, '--case', caseId);
  expect(stored).toMatchObject({ status: 0, out: [expect.stringContaining('The record is whole')] });
  const file = join(folder.path, 'record.ndjson');
  expect(await guicheng(exportCommand, caseId, '--out', file)).toMatchObject({ status: 0, out: [] });
  expect((await guicheng(exportCommand, caseId)).out.join('\n').trimEnd()).toBe((await readFile(file, 'utf8')).trimEnd());
  expect(await guicheng(verify, file)).toEqual(stored);
});

test('a case that is not there is not whole', async () => {
  for (const id of ['00000000-0000-4000-8000-000000000000', "x' or 1=1"]) {
    expect(await guicheng(verify, '--case', id)).toMatchObject({
      status: 2,
      out: [],
      error: [expect.stringContaining('There is no case')],
    });
    expect(await guicheng(exportCommand, id)).toMatchObject({ status: 2, out: [] });
  }
});

describe('changed by hand', () => {
  /** Does something to the records inside a transaction that everybody sees, and puts everything back afterwards. */
  async function tampered(sql: string, values: readonly unknown[] = []): Promise<{ status: number; out: string[] }> {
    await byHand.query('create table kept as select * from record; alter table record disable trigger user');
    try {
      await byHand.query(sql, [...values]);
      return await guicheng(verify, '--case', caseId);
    } finally {
      await byHand.query(
        'delete from record; insert into record select * from kept; drop table kept; alter table record enable always trigger record_kept',
      );
    }
  }

  test('one byte', async () => {
    const { status, out } = await tampered(
      'update record set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) where case_id = $1 and n = 20',
      [caseId],
    );
    expect(status).toBe(2);
    expect(out[0]).toContain('record 20 is bad (record.wrong-hash)');
  });

  test('an opinion rewritten, and its hash with it: the next record shows it', async () => {
    const { rows } = await byHand.query<{ n: number; bytes: Buffer }>(
      "select n, bytes from record where case_id = $1 and position('postpone' in convert_from(bytes, 'UTF8')) = 0 and position('\"view\":\"agree\"' in convert_from(bytes, 'UTF8')) > 0 order by n limit 1",
      [caseId],
    );
    const { n = 0, bytes = Buffer.of() } = rows[0] ?? {};
    const rewritten = Buffer.from(bytes.toString('utf8').replaceAll('"view":"agree"', '"view":"postpone"'));
    const hash = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), rewritten]))
      .digest();
    const { status, out } = await tampered('update record set bytes = $2, hash = $3 where case_id = $1 and n = $4', [
      caseId,
      rewritten,
      hash,
      n,
    ]);
    expect(status).toBe(2);
    expect(out[0]).toContain(`record ${n + 1} is bad (record.wrong-prev)`);
  });

  test('the newest records removed', async () => {
    const { status, out } = await tampered('delete from record where case_id = $1 and n > 50', [caseId]);
    expect(status).toBe(2);
    expect(out[0]).toContain('record 51 is bad (record.missing)');
  });

  test('and put back: whole again', async () => {
    expect((await guicheng(verify, '--case', caseId)).status).toBe(0);
  });
});
