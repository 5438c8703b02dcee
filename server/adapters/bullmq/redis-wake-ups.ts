// The queue on Redis. Wanted there: maxmemory-policy noeviction. Redis lost means late, never wrong.
import { setTimeout as pause } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { WakeUps } from '../../ports/wake-ups.ts';
import { type QueueLog, queuedWakeUps, queueName } from './wake-ups.ts';

const patienceMs = 3_000;

/** `url`: redis://…, rediss://… or the path of a Unix socket. */
export function redisWakeUps(url: string, log: QueueLog): WakeUps {
  // Asking a Redis that is away fails after one more try to reach it, and the sweeper takes over.
  const adding = new Redis(url, { maxRetriesPerRequest: 1 });
  const receiving = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  for (const client of [adding, receiving]) client.on('error', (error) => log.warn({ err: error }, 'Redis is away'));
  const wakeUps = queuedWakeUps({
    queue: new Queue(queueName, { connection: adding }),
    worker: (process) => new Worker(queueName, process, { connection: receiving, concurrency: 16 }),
    log,
  });
  return {
    ...wakeUps,
    stop: async () => {
      // A Redis that is away would be waited for without end; what it still holds, the rows know.
      await Promise.race([wakeUps.stop(), pause(patienceMs, undefined, { ref: false })]);
      for (const client of [adding, receiving]) client.disconnect();
    },
  };
}
