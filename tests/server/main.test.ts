// A whole house: composed, started, worked in through its queue, stopped without a trace; on PostgreSQL alone and with Redis.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { livingServer } from '../../server/adapters/postgres/postmaster.ts';
import { readConfiguration } from '../../server/configuration.ts';
import { compose, type House, type Mode } from '../../server/main.ts';
import { boundary, draw, end, service, start, timer, user } from '../engine/model/draw.ts';
import { clerk } from './pipeline/readers.ts';
import { redisServer, temporaryFolder } from './throw-away.ts';

const drawing = draw(
  [
    start('s'),
    user('wait', '<gc:assignment offices="clerk"/>'),
    boundary('late', 'wait', timer('PT1S')),
    service('file', '', { attributes: 'implementation="file"' }),
    end('e'),
    end('f'),
  ],
  ['s > wait', 'wait > e', 'late > file', 'file > f'],
);
const toStop: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const stop of toStop.reverse()) await stop();
  toStop.length = 0;
});

async function open(mode: Mode, data: string, more: Record<string, string> = {}): Promise<House> {
  const configuration = { ...readConfiguration({ PORT: '0', LOG_LEVEL: 'error', ...more }), data };
  const handlers = new Map([['file', async () => ({ variables: { filed: true } })]]);
  const house = await compose({ mode, configuration, handlers });
  toStop.push(house.stop);
  return house;
}
function home(): string {
  const folder = temporaryFolder();
  toStop.push(folder.remove);
  return folder.path;
}
async function startWaiting({ services }: House): Promise<string> {
  const bytes = new TextEncoder().encode(drawing);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await services.procedures.deploy({
    key: 'short',
    version: 1,
    name: 'short',
    process: 'P',
    xml: bytes,
    forms: {},
    hash,
    messageStarts: [],
    summary: {},
    note: '',
    deployedAt: 0,
    deployedBy: 'test',
  });
  const id = randomUUID();
  const command = { type: 'StartCase', case: id, title: '一件事', variables: {} } as const;
  expect(await services.desk.order({ case: id, procedure: 'short', command, reader: clerk })).toMatchObject({ ok: true });
  return id;
}
async function ended(house: House, id: string): Promise<void> {
  while ((await house.services.desk.stand(id))?.state.status !== 'completed') await pause(25);
}

describe('a house', { timeout: 60_000 }, () => {
  it('serves, says that it is ready, and leaves nothing running', async () => {
    const data = home();
    const house = await open('serve', data);
    const { url } = await house.start();
    expect([(await fetch(`${url}/healthz`)).status, (await fetch(`${url}/readyz`)).status]).toEqual([200, 200]);
    const tool = await open('tool', data);
    expect(await tool.services.cases.feedEnd()).toBe(await house.services.cases.feedEnd());
    await Promise.all([house.stop(), house.stop(), tool.stop()]);
    expect(livingServer(join(data, 'postgres'))).toBeUndefined();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('lets a worker do what a server owes, woken by the queue long before it sweeps', async () => {
    const data = home();
    const server = await open('tool', data);
    const worker = await open('worker', data);
    await worker.start();
    const begun = Date.now();
    await ended(server, await startWaiting(server));
    // One second for the timer; the next sweep would come nine later.
    expect(Date.now() - begun).toBeLessThan(8_000);
  });

  it('does the same with a Redis, and also when that Redis dies', async () => {
    const redis = await redisServer();
    const house = await open('worker', home(), { REDIS_URL: redis.path, LOG_LEVEL: 'silent' });
    await house.start();
    await ended(house, await startWaiting(house));
    await redis.stop();
    await ended(house, await startWaiting(house));
  });

  it('says in words what is wrong with the database it was given', async () => {
    const configuration = { ...readConfiguration({ LOG_LEVEL: 'silent' }), databaseUrl: 'postgresql://nobody:wrong@127.0.0.1:1/none' };
    await expect(compose({ mode: 'tool', configuration })).rejects.toThrow(/ECONNREFUSED/);
  });
});
