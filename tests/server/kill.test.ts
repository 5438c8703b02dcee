// kill -9 in the middle of acts, of the worker alone or of the worker and its database: no acknowledged act is lost, none is done twice,
// chains are whole, duties follow from the records, timers still fire. GUICHENG_KILLS sets how often (npm run chaos:kill: often).
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { verifyRecords } from '../../engine/index.ts';
import { livingServer } from '../../server/adapters/postgres/postmaster.ts';
import { readConfiguration } from '../../server/configuration.ts';
import { compose, type House } from '../../server/main.ts';
import { sha256 } from '../../server/pipeline/fold-records.ts';
import { allRecords, readRecord } from '../../server/pipeline/read-records.ts';
import type { KillPlan } from './kill-plan.ts';
import { temporaryFolder } from './throw-away.ts';

const kills = Number(process.env['GUICHENG_KILLS'] ?? 3);
const seed = Number(process.env.GUICHENG_SEED ?? 261_122);
const child = fileURLToPath(new URL('kill-child.ts', import.meta.url));
const folder = temporaryFolder();
const data = join(folder.path, 'postgres');

/** What a victim said until it died. */
class Testimony {
  readonly done = new Set<string>();
  readonly under = new Map<string, KillPlan['unsure'][number]>();
  readonly timers: string[] = [];
  hear(line: string): void {
    const [word, id = '', key = '', node = ''] = line.split(' ');
    if (word === 'try') this.under.set(`${id} ${key}`, { case: id, key, node: Number(node) });
    if (word === 'timer') this.timers.push(id);
    if (word !== 'done') return;
    this.under.delete(`${id} ${key}`);
    this.done.add(`${id} ${key}`);
  }
}

async function killAfter(victim: ChildProcess, heard: Testimony, acts: number): Promise<void> {
  const before = heard.done.size;
  if (!victim.stdout) throw new Error('the victim has no voice');
  for await (const line of createInterface({ input: victim.stdout })) {
    heard.hear(line);
    if (heard.done.size - before === acts) victim.kill('SIGKILL');
  }
  if (victim.exitCode !== null) throw new Error(`the victim ended by itself after ${heard.done.size - before} acts: ${victim.exitCode}`);
}

async function killDatabase(): Promise<void> {
  const pid = livingServer(data);
  if (pid === undefined) throw new Error('the database is gone already');
  process.kill(pid, 'SIGKILL');
  while (livingServer(data) !== undefined) await pause(5);
}

async function checkCase({ services }: House, id: string, done: ReadonlySet<string>): Promise<number> {
  const records = await allRecords(services.cases, id);
  expect(verifyRecords(records, sha256)).toMatchObject({ whole: true });
  const keys = records.flatMap((record) => record.key ?? []).map((key) => key.replace('p-clerk:', ''));
  expect(new Set(keys).size).toBe(keys.length);
  const acknowledged = [...done].filter((name) => name.startsWith(id)).map((name) => name.split(' ')[1]);
  expect(acknowledged.filter((key) => key !== undefined && !keys.includes(key))).toEqual([]);
  // Each act completed the step exactly once, in the record as in the state.
  const completed = records.filter((record) => readRecord(record)?.events.some((event) => event.type === 'TaskCompleted'));
  expect(completed).toHaveLength(keys.length - 1);
  expect((await services.desk.stand(id))?.head.version).toBe(keys.length);
  return keys.length;
}

const say = (words: string): void => void process.stdout.write(`kill test: ${words}\n`);
afterAll(() => folder.remove());

it(`survives ${kills} kills (seed ${seed})`, { timeout: 60_000 + kills * 20_000 }, async () => {
  say(`seed ${seed}, ${kills} kills`);
  const cases = Array.from({ length: 12 }, () => randomUUID());
  const heard = new Testimony();
  const rounds = fc.sample(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.boolean()), { numRuns: kills, seed });
  for (const [round, [acts, databaseToo]] of rounds.entries()) {
    const plan: KillPlan = { data: folder.path, round, cases, timer: randomUUID(), unsure: [...heard.under.values()] };
    heard.under.clear();
    const victim = spawn(process.execPath, ['--import', 'tsx', child, JSON.stringify(plan)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const dead = once(victim, 'exit');
    await killAfter(victim, heard, acts);
    await dead;
    if (databaseToo) await killDatabase();
  }
  const house = await compose({ mode: 'worker', configuration: { ...readConfiguration({ LOG_LEVEL: 'error' }), data: folder.path } });
  try {
    await house.start();
    const counts = await Promise.all(cases.map((id) => checkCase(house, id, heard.done)));
    for (const id of heard.timers) {
      while ((await house.services.desk.stand(id))?.state.status === 'running') await pause(50);
      expect((await allRecords(house.services.cases, id)).map((record) => readRecord(record)?.command)).toEqual(['StartCase', 'FireTimer']);
    }
    expect(heard.timers).toHaveLength(kills);
    say(`${heard.done.size} acknowledged, ${counts.reduce((sum, n) => sum + n, 0)} recorded, ${heard.timers.length} timers fired`);
  } finally {
    await house.stop();
  }
});
