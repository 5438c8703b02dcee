// The queue's suite on the embedded PostgreSQL and on a real Redis; and what happens when the queue is away.
import { expect, it } from 'vitest';
import { postgresWakeUps } from '../../../server/adapters/bullmq/postgres-wake-ups.ts';
import { redisWakeUps } from '../../../server/adapters/bullmq/redis-wake-ups.ts';
import { embeddedPostgres, redisServer } from '../throw-away.ts';
import { wakeUpsSuite } from './wake-ups.ts';

const silent = { warn: () => undefined };

wakeUpsSuite('the embedded PostgreSQL', async () => {
  const server = await embeddedPostgres();
  return { wakeUps: () => postgresWakeUps(server.connection, silent), stop: server.stop };
});

wakeUpsSuite('Redis', async () => {
  const server = await redisServer();
  return { wakeUps: () => redisWakeUps(server.path, silent), stop: server.stop };
});

it('does not hold an act up when Redis is gone', async () => {
  const server = await redisServer();
  const warnings: string[] = [];
  const wakeUps = redisWakeUps(server.path, { warn: (_, message) => warnings.push(message) });
  await server.stop();
  await wakeUps.wakeAt([{ case: '00000000-0000-8000-8000-000000000001', kind: 'timer', ref: 1, at: Date.now() }]);
  expect(warnings).toContain('the queue is away; the sweeper goes on without it');
  await wakeUps.stop();
});
