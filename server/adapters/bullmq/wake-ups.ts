// Wake-ups through a BullMQ queue (port: server/ports/wake-ups.ts); what is behind the queue is chosen beside this file.
// A wake-up carries names only. Asking twice for the same debt at the same time is one wake-up.
import type { DebtName } from '../../ports/case-store.ts';
import type { WakeUp, WakeUps } from '../../ports/wake-ups.ts';

export const queueName = 'guicheng-wake-ups';

export interface QueueLog {
  warn(details: object, message: string): void;
}
interface WakeJob {
  readonly name: string;
  readonly data: DebtName;
  readonly opts: object;
}
/** What is used of BullMQ's Queue and Worker, whatever is behind them. */
interface WakeQueue {
  addBulk(jobs: WakeJob[]): Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}
interface WakeWorker {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}
export interface Backing {
  readonly queue: WakeQueue;
  readonly worker: (process: (job: { data: DebtName }) => Promise<void>) => WakeWorker;
  readonly log: QueueLog;
}

const debtOf = ({ data }: { data: DebtName }): DebtName => ({ case: data.case, kind: data.kind, ref: data.ref });

function jobOf(wakeUp: WakeUp, now: number): WakeJob {
  const { case: id, kind, ref, at } = wakeUp;
  return {
    name: 'wake',
    data: debtOf({ data: wakeUp }),
    opts: {
      delay: Math.max(0, at - now),
      // Neither a colon nor digits alone: BullMQ takes both for its own.
      jobId: `${kind}_${id}_${ref}_${at}`,
      attempts: 5,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

export function queuedWakeUps({ queue, worker, log }: Backing): WakeUps {
  const report = (error: unknown): void => log.warn({ err: error }, 'the queue is away; the sweeper goes on without it');
  queue.on('error', report);
  let receiver: WakeWorker | undefined;
  return {
    wakeAt: async (wakeUps) => {
      if (wakeUps.length === 0) return;
      const now = Date.now();
      await queue.addBulk(wakeUps.map((wakeUp) => jobOf(wakeUp, now))).catch(report);
    },
    receive: async (handler) => {
      receiver = worker((job) => handler(debtOf(job)));
      receiver.on('error', report);
      // A queue that is away now is waited for in the background.
      await receiver.waitUntilReady().catch(report);
    },
    stop: async () => {
      await receiver?.close().catch(report);
      await queue.close().catch(report);
    },
  };
}
