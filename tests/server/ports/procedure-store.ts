// The suite of the port ProcedureStore: every adapter passes it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../server/adapters/postgres/database.ts';
import { migrate } from '../../../server/adapters/postgres/migrate.ts';
import { createProcedureStore } from '../../../server/adapters/postgres/procedure-store.ts';
import type { ProcedureStore } from '../../../server/ports/procedure-store.ts';
import type { ThrowAway } from '../throw-away.ts';
import { firstInstant, procedureMade } from './hand-made-acts.ts';

export function procedureStoreSuite(name: string, server: () => Promise<ThrowAway>): void {
  describe(`procedure store on ${name}`, { timeout: 15_000 }, () => {
    let running: ThrowAway;
    let database: Database;
    let store: ProcedureStore;
    beforeAll(async () => {
      running = await server();
      const connection = await running.database();
      await migrate(connection);
      database = openDatabase(connection);
      store = createProcedureStore(database);
    }, 60_000);
    afterAll(async () => {
      await database.close();
      await running.stop();
    });
    const draft = { key: 'loan', baseVersion: 1, xml: '<a/>\r\n', savedAt: firstInstant, savedBy: 'p-procedure-drafter' };

    it('gives back a version exactly as it was deployed', async () => {
      const first = procedureMade({
        xml: Uint8Array.from([0xef, 0xbb, 0xbf, 60, 13, 10]),
        rules: { z: 1, a: [2] },
        forms: { f: { z: '\0' } },
      });
      expect(await store.deploy(first)).toBe('deployed');
      const back = await store.version('loan', 1);
      expect({ ...back, xml: [...(back?.xml ?? [])] }).toEqual({ ...first, xml: [...first.xml] });
      expect(await store.version('loan', 2)).toBeUndefined();
      expect(await store.newest('unknown')).toBeUndefined();
    });

    it('counts versions without a gap and refuses a stale one', async () => {
      expect(await store.deploy(procedureMade({ version: 1 }))).toBe('stale');
      expect(await store.deploy(procedureMade({ version: 3 }))).toBe('stale');
      const racing = await Promise.all(Array.from({ length: 5 }, () => store.deploy(procedureMade({ version: 2 }))));
      expect(racing.filter((answer) => answer === 'deployed')).toHaveLength(1);
      expect((await store.newest('loan'))?.version).toBe(2);
    });

    it('finds procedures that a message starts, by their newest version only', async () => {
      await store.deploy(procedureMade({ key: 'ask', messageStarts: ['asked', 'begged'] }));
      await store.deploy(procedureMade({ key: 'beg', messageStarts: ['begged'] }));
      await store.deploy(procedureMade({ key: 'beg', version: 2 }));
      expect(await store.startedBy('begged')).toEqual([{ key: 'ask', version: 1 }]);
      expect(await store.startedBy('nothing')).toEqual([]);
    });

    it('saves a draft only over the revision it was made from, and deploying removes it', async () => {
      expect(await store.saveDraft({ ...draft, revision: 0 })).toEqual({ saved: { ...draft, revision: 1 } });
      expect(await store.saveDraft({ ...draft, revision: 0 })).toBe('stale');
      expect(await store.saveDraft({ ...draft, revision: 1, xml: '<b/>' })).toMatchObject({ saved: { revision: 2, xml: '<b/>' } });
      expect(await store.saveDraft({ ...draft, revision: 1 })).toBe('stale');
      expect(await store.draft('loan')).toMatchObject({ revision: 2 });
      expect(await store.deploy(procedureMade({ version: 2 }))).toBe('stale');
      expect(await store.draft('loan')).toBeDefined();
      expect(await store.deploy(procedureMade({ version: 3 }))).toBe('deployed');
      expect(await store.draft('loan')).toBeUndefined();
    });

    it('gives a timer start that is due to one worker at a time, moves it on once, and gives way to a newer version', async () => {
      const due = firstInstant + 1_000;
      const clock = { element: 'Clock', text: 'R/PT1S', dueAt: due };
      await store.deploy(procedureMade({ key: 'clocked' }), [clock]);
      const take = (at: number) => store.takeStarts({ at, leaseMs: 500, limit: 10 });
      expect(await take(due - 1)).toEqual([]);
      const [taken, ...more] = (await Promise.all([take(due), take(due)])).flat();
      expect(more).toEqual([]);
      expect(taken).toEqual({
        key: 'clocked',
        version: 1,
        element: 'Clock',
        text: 'R/PT1S',
        armedAt: firstInstant,
        fired: 0,
        dueAt: due,
        attempts: 1,
      });
      if (!taken) throw new Error('nothing was taken');
      await store.putOffStart(taken, due + 600, 'not now \0');
      expect(await take(due + 599)).toEqual([]);
      expect(await take(due + 600)).toMatchObject([{ fired: 0, attempts: 2 }]);
      await Promise.all([store.moveStart(taken, due + 1_000), store.moveStart(taken, due + 1_000)]);
      expect(await take(due + 1_000)).toMatchObject([{ fired: 1, dueAt: due + 1_000, attempts: 1 }]);
      // Due at 2 s and not done when the next version comes at 2.5 s: still owed, but no turn follows it.
      await store.deploy(procedureMade({ key: 'clocked', version: 2, deployedAt: due + 1_500 }), [{ ...clock, dueAt: due + 9_000 }]);
      const [owed] = await take(due + 2_000);
      expect(owed).toMatchObject({ version: 1, fired: 1 });
      if (owed) await store.moveStart(owed, due + 2_000);
      expect(await take(due + 8_999)).toEqual([]);
      expect(await take(due + 9_000)).toMatchObject([{ version: 2 }]);
      await store.deploy(procedureMade({ key: 'clocked', version: 3, deployedAt: due + 8_000 }));
      expect(await take(due + 99_000)).toEqual([]);
    });

    it('discards a draft only at the revision that was seen', async () => {
      await store.saveDraft({ ...draft, key: 'dropped', revision: 0 });
      await store.saveDraft({ ...draft, key: 'dropped', revision: 1 });
      expect(await store.discardDraft('dropped', 1)).toBe('stale');
      expect(await store.draft('dropped')).toMatchObject({ revision: 2 });
      expect(await store.discardDraft('dropped', 2)).toBe('discarded');
      expect(await store.draft('dropped')).toBeUndefined();
      expect(await store.discardDraft('dropped', 2)).toBe('stale');
      // Somebody still looks at revision 2 of the draft that is gone: it must not pass for the new one's.
      expect(await store.saveDraft({ ...draft, key: 'dropped', revision: 2 })).toBe('stale');
      expect(await store.saveDraft({ ...draft, key: 'dropped', revision: 0, xml: '<c/>' })).toMatchObject({
        saved: { revision: 4, xml: '<c/>' },
      });
      expect(await store.saveDraft({ ...draft, key: 'dropped', revision: 0 })).toBe('stale');
      expect(await store.saveDraft({ ...draft, key: 'dropped', revision: 2 })).toBe('stale');
    });
  });
}
