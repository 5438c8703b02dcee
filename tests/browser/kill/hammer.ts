// Acts as fast as the server answers, in several cases at once, until the server is gone; remembers what was answered and what was not.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { get, post, type Wire } from '../people.ts';
import type { Visitor } from '../visitors.ts';

interface Act {
  readonly case: string;
  readonly node: number;
  readonly key: string;
}

export class Hammer {
  readonly answered: Act[] = [];
  /** Sent, but the server died before it answered: nobody knows whether these were done. */
  readonly unsure: Act[] = [];
  readonly #who: Visitor;
  #waiting: { readonly count: number; readonly go: () => void } | undefined;

  constructor(who: Visitor) {
    this.#who = who;
  }

  /** Resolves with the answer that makes it so many. */
  reaches(count: number): Promise<void> {
    return new Promise((go) => {
      this.#waiting = { count, go };
    });
  }

  /** Starts a case and completes its one step again and again. */
  async hit(procedure: string): Promise<void> {
    const started = await post(this.#who, '/api/cases', { procedure, title: `反复办理 ${randomUUID()}`, variables: {} });
    expect(started.status).toBe(201);
    for (;;) {
      const act = await this.#next(started.body.case).catch(() => undefined);
      if (!act || !(await this.#send(act))) return;
    }
  }

  async #next(id: string): Promise<Act> {
    const { body } = await get(this.#who, `/api/cases/${id}`);
    return { case: id, node: body.open[0].node, key: randomUUID() };
  }

  async #send(act: Act): Promise<boolean> {
    try {
      const told = await this.repeat(act);
      expect(told).toBe(200);
      this.answered.push(act);
      if (this.answered.length === this.#waiting?.count) this.#waiting.go();
      return true;
    } catch {
      this.unsure.push(act);
      return false;
    }
  }

  /** The same act under the same key: done once, however often it is sent. */
  async repeat({ case: id, node, key }: Act): Promise<number> {
    return (await post(this.#who, `/api/cases/${id}/tasks/${node}/complete`, { variables: {} }, { 'Idempotency-Key': key })).status;
  }

  /** Every act is in the record of its case exactly once, nothing else is, and the record is whole. */
  async expectEachOnce(): Promise<void> {
    const acts = [...this.answered, ...this.unsure];
    for (const id of new Set(acts.map((act) => act.case))) {
      const { body: check } = await get(this.#who, `/api/cases/${id}/records/check`);
      const wanted = acts.filter((act) => act.case === id).length;
      expect(check).toMatchObject({ whole: true, records: 1 + wanted });
      const { body } = await get(this.#who, `/api/cases/${id}/records?size=100`);
      const done = body.items.filter((line: Wire) => line.command === 'CompleteTask');
      expect(done).toHaveLength(Math.min(wanted, 99));
      expect(done.filter((line: Wire) => !line.events.includes('TaskCompleted'))).toEqual([]);
    }
  }
}
