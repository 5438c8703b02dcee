// Part 6: the record of the case is verified offline; after one byte is changed by hand in the database, exactly that record is named.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { openDatabase } from '../../../server/adapters/postgres/database.ts';
import { startEmbedded } from '../../../server/adapters/postgres/embedded.ts';
import { get } from '../people.ts';
import { say } from '../say.ts';
import type { Story } from './story.ts';

const cli = fileURLToPath(new URL('../../../dist/server/cli.js', import.meta.url));
const run = promisify(execFile);

/** The built command line in a process of its own, without a database. */
async function verify(file: string): Promise<{ status: number; out: string }> {
  try {
    const { stdout } = await run(process.execPath, [cli, 'verify', file], { env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8' } });
    return { status: 0, out: stdout.trim() };
  } catch (error) {
    const { code, stdout = '' } = error as { code?: number; stdout?: string };
    return { status: code ?? -1, out: stdout.trim() };
  }
}

/** What the secretary's page gives when asked for the export. */
async function exported(story: Story, name: string): Promise<string> {
  const { page } = await story.as('meeting-secretary');
  await page.goto(`/cases/${story.caseId}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出记录（可离线核验）' }).click()]);
  const file = join(story.town.data, name);
  await download.saveAs(file);
  return file;
}

/** The hand of somebody who may do everything in the database: triggers off, one byte changed, triggers on. */
async function changeOneByte(story: Story, n: number): Promise<void> {
  const server = await startEmbedded(story.town.data);
  const database = openDatabase(server.connection, { connections: 1 });
  try {
    await database.query('alter table record disable trigger user');
    const changed = 'update record set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1) where case_id = $1 and n = $2';
    expect((await database.query(changed, [story.caseId, n])).rowCount).toBe(1);
    await database.query('alter table record enable always trigger record_kept');
  } finally {
    await database.close();
    await server.stop();
  }
}

export async function recordIsWholeUntilTouched(story: Story): Promise<void> {
  const { body } = await get(await story.as('meeting-secretary'), `/api/cases/${story.caseId}/records?size=1`);
  const whole = await verify(await exported(story, 'whole.ndjson'));
  expect(whole).toEqual({ status: 0, out: expect.stringContaining(`记录完整：共 ${body.total} 条`) });
  say(whole.out);
  const { page } = await story.as('meeting-secretary');
  await page.getByRole('button', { name: '核对记录是否完整' }).click();
  await page.getByText(`记录完整：${body.total} 条前后相扣，未被改动。`).waitFor();
  const touched = Math.floor(body.total / 2);
  await changeOneByte(story, touched);
  const broken = await verify(await exported(story, 'broken.ndjson'));
  expect(broken).toEqual({ status: 2, out: expect.stringContaining(`第 ${touched} 条有问题`) });
  say(broken.out);
  await page.getByRole('button', { name: '核对记录是否完整' }).click();
  await page.getByText(`记录不完整：第 ${touched} 条有问题。`).waitFor();
}
