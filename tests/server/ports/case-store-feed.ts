// Part of the suite of the port CaseStore: the feed and its followers.
import { expect, it } from 'vitest';
import { createCaseStore } from '../../../server/adapters/postgres/case-store.ts';
import { HandMadeCase } from './hand-made-acts.ts';
import type { OpenStore } from './open-store.ts';

export function feedSuite(on: OpenStore): void {
  it('tells listeners soon after an act of another process', async () => {
    const heard = new Promise<void>((done) => {
      void on.store
        .onAppended(() => done())
        .then(async (listening) => {
          await new HandMadeCase(createCaseStore(on.database)).append();
          await heard;
          await listening.stop();
        });
    });
    await heard;
  });

  it('never lets a follower of the feed miss a record that is committed late', async () => {
    const end = await on.store.feedEnd();
    const slow = await on.database.query<{ id: string }>('select gen_random_uuid()::text as id');
    const late = new HandMadeCase(on.store, { ...slow.rows[0] });
    const act = late.next();
    let commit = (): void => undefined;
    const mayCommit = new Promise<void>((done) => (commit = done));
    let appended = (): void => undefined;
    const hasAppended = new Promise<void>((done) => (appended = done));
    const inFlight = on.database.transaction(async (queryable) => {
      const held = createCaseStore({ ...on.database, query: queryable.query });
      await held.append(act);
      appended();
      await mayCommit;
    });
    await hasAppended;
    const quick = new HandMadeCase(on.store);
    const meanwhile = await quick
      .append()
      .then(() => on.store.feed(end, 10))
      .finally(commit);
    expect(meanwhile).toEqual([]);
    await inFlight;
    expect((await on.store.feed(end, 10)).map((record) => record.case)).toEqual([late.id, quick.id]);
  });

  it('gives followers everything once and in order while many write', async () => {
    const start = await on.store.feedEnd();
    const stores = [on.store, createCaseStore(on.database), createCaseStore(on.database)];
    const cases = Array.from({ length: 60 }, (_, i) => new HandMadeCase(stores[i % 3] ?? on.store));
    let writing = true;
    const writers = Promise.all(
      cases.map(async (one) => {
        for (let n = 0; n < 5; n++) await one.append();
      }),
    ).finally(() => (writing = false));
    const seen: string[] = [];
    let at = start;
    for (let last = false; !last; ) {
      last = !writing;
      for (let batch = await on.store.feed(at, 17); batch.length > 0; batch = await on.store.feed(at, 17)) {
        for (const record of batch) {
          expect(record.position).toBeGreaterThan(at);
          at = record.position;
          seen.push(`${record.case}/${record.n}`);
        }
      }
    }
    await writers;
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(300);
    for (const one of cases) expect(seen.filter((name) => name.startsWith(one.id))).toEqual([1, 2, 3, 4, 5].map((n) => `${one.id}/${n}`));
  });

  it('moves a follower forward only', async () => {
    expect(await on.store.checkpoint('cards')).toBe(0);
    await on.store.moveCheckpoint('cards', 12);
    await on.store.moveCheckpoint('cards', 7);
    expect(await on.store.checkpoint('cards')).toBe(12);
  });
}
