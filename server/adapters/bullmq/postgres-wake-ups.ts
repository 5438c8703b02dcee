// The queue on PostgreSQL: BullMQ's own backend in its schema `bullmq` of our database. Default where no Redis is named.
import { createPostgresBackend, withBackend } from 'bullmq';
import type { WakeUps } from '../../ports/wake-ups.ts';
import { type QueueLog, queuedWakeUps, queueName } from './wake-ups.ts';

interface PostgresTarget {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
}
const { Queue, Worker } = withBackend(createPostgresBackend);

export function postgresWakeUps(target: PostgresTarget, log: QueueLog): WakeUps {
  const connection = { ...target, max: 4, application_name: 'guicheng queue', migrate: true };
  return queuedWakeUps({
    queue: new Queue(queueName, { connection }),
    worker: (process) => new Worker(queueName, process, { connection, concurrency: 8 }),
    log,
  });
}
