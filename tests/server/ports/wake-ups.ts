// The suite of the port WakeUps: every adapter passes it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DebtName } from '../../../server/ports/case-store.ts';
import type { WakeUps } from '../../../server/ports/wake-ups.ts';

export interface OpenedQueue {
  /** A new connection to the same queue. */
  wakeUps(): WakeUps;
  stop(): Promise<void>;
}

/** Resolves when `done` of what was received holds. */
class Received {
  readonly debts: { debt: DebtName; at: number }[] = [];
  #looking: (() => void)[] = [];
  note(debt: DebtName): void {
    this.debts.push({ debt, at: Date.now() });
    for (const look of this.#looking) look();
  }
  until(done: (debts: readonly DebtName[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (done(this.debts.map((one) => one.debt))) resolve();
      };
      this.#looking.push(look);
      look();
    });
  }
}
const timer = (ref: number): DebtName => ({ case: randomUUID(), kind: 'timer', ref });

export function wakeUpsSuite(name: string, open: () => Promise<OpenedQueue>): void {
  describe(`wake-ups on ${name}`, { timeout: 20_000 }, () => {
    let queue: OpenedQueue;
    let asker: WakeUps;
    let workers: WakeUps[];
    const received = new Received();
    let fail: ((debt: DebtName) => boolean) | undefined;
    beforeAll(async () => {
      queue = await open();
      asker = queue.wakeUps();
      workers = [queue.wakeUps(), queue.wakeUps()];
      for (const worker of workers)
        await worker.receive(async (debt) => {
          received.note(debt);
          if (fail?.(debt)) throw new Error('not now');
        });
    }, 60_000);
    afterAll(async () => {
      await Promise.all([asker, ...workers].map((one) => one.stop()));
      await queue.stop();
    });

    it('wakes one worker at its time, not before', async () => {
      const [soon, later] = [timer(1), timer(2)];
      const at = Date.now() + 700;
      await asker.wakeAt([
        { ...later, at },
        { ...soon, at: Date.now() - 5 },
      ]);
      await received.until((debts) => debts.some((debt) => debt.case === later.case));
      const of = (debt: DebtName) => received.debts.filter((one) => one.debt.case === debt.case);
      expect(of(soon)).toHaveLength(1);
      expect(of(later)).toMatchObject([{ debt: later }]);
      expect(of(later)[0]?.at).toBeGreaterThanOrEqual(at - 20);
    });

    it('takes the same wake-up asked for twice as one', async () => {
      const [twice, last] = [timer(3), timer(4)];
      const at = Date.now() + 400;
      await Promise.all([asker.wakeAt([{ ...twice, at }]), workers[0]?.wakeAt([{ ...twice, at }])]);
      await asker.wakeAt([{ ...last, at: at + 300 }]);
      await received.until((debts) => debts.some((debt) => debt.case === last.case));
      expect(received.debts.filter((one) => one.debt.case === twice.case)).toHaveLength(1);
    });

    it('calls again when a handler rejects', async () => {
      const stubborn = timer(5);
      let failures = 0;
      fail = (debt) => debt.case === stubborn.case && failures++ < 1;
      await asker.wakeAt([{ ...stubborn, at: Date.now() }]);
      await received.until((debts) => debts.filter((debt) => debt.case === stubborn.case).length === 2);
      fail = undefined;
    });

    it('carries many at once', async () => {
      const many = Array.from({ length: 200 }, (_, i) => timer(i));
      await asker.wakeAt(many.map((debt) => ({ ...debt, at: Date.now() })));
      const ids = new Set(many.map((debt) => debt.case));
      await received.until((debts) => new Set(debts.filter((debt) => ids.has(debt.case)).map((debt) => debt.case)).size === 200);
    });
  });
}
