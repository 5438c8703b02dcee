// Port: wakes a worker when something owed becomes due. Every adapter passes tests/server/ports/wake-ups.ts.
// Promises: a wake-up comes at its time or a little later, to one of the workers, at least once; it carries names only, never data.
// It may come twice, come for something settled, or (queue lost) never: the rows are the truth and the sweeper asks them anyway.
import type { DebtName } from './case-store.ts';

export interface WakeUp extends DebtName {
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface WakeUps {
  /** Never rejects because the queue is away: it reports and leaves the rest to the sweeper. */
  wakeAt(wakeUps: readonly WakeUp[]): Promise<void>;
  /** Begins to receive. A handler that rejects is called again later. */
  receive(handler: (debt: DebtName) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}
