// The suite of the port CaseStore: every adapter passes it.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseStore } from '../../../server/adapters/postgres/case-store.ts';
import { createProcedureStore } from '../../../server/adapters/postgres/procedure-store.ts';
import { type Database, openDatabase } from '../../../server/adapters/postgres/database.ts';
import { migrate } from '../../../server/adapters/postgres/migrate.ts';
import type { CaseStore, WorkItem } from '../../../server/ports/case-store.ts';
import type { ThrowAway } from '../throw-away.ts';
import { firstInstant, HandMadeCase, procedureMade, standingMade } from './hand-made-acts.ts';

const work = (more: Partial<WorkItem> = {}): WorkItem => ({
  node: 2,
  duty: 'work',
  element: 'Task_1',
  kind: 'bpmn:UserTask',
  status: 'open',
  offices: ['undertaking-section'],
  persons: [],
  ...more,
});

export function caseStoreSuite(name: string, server: () => Promise<ThrowAway>): void {
  describe(`case store on ${name}`, { timeout: 15_000 }, () => {
    let running: ThrowAway;
    let database: Database;
    let store: CaseStore;
    beforeAll(async () => {
      running = await server();
      const connection = await running.database();
      await migrate(connection);
      database = openDatabase(connection);
      store = createCaseStore(database);
      await createProcedureStore(database).deploy(procedureMade());
    }, 60_000);
    afterAll(async () => {
      await database.close();
      await running.stop();
    });
    const items = async (id: string) =>
      (await database.query<{ node: number; duty: string; status: string; opened_at: Date; due_at: Date | null }>('select * from work_item where case_id = $1 order by node, duty', [id])).rows;
    const debts = async (id: string) =>
      (await database.query<{ kind: string; ref: number; attempts: number }>('select kind, ref, attempts from owed where case_id = $1 order by kind, ref', [id])).rows;

    it('keeps the exact bytes of a record, also those that are not text', async () => {
      const one = new HandMadeCase(store);
      const bytes = Uint8Array.from([0, 255, 13, 10, 0x7b, 0x7d, 128]);
      await one.append({ bytes });
      const [record] = await store.records(one.id, 1, 10);
      expect(record && Buffer.from(record.bytes).equals(Buffer.from(bytes))).toBe(true);
      expect(record).toMatchObject({ case: one.id, n: 1, prev: '0'.repeat(64), hash: one.hash, at: firstInstant, refused: false });
    });

    it('takes a record of 65,535 bytes and refuses one of 65,536', async () => {
      const one = new HandMadeCase(store);
      await one.append({ bytes: new Uint8Array(65_535) });
      await expect(store.append(one.next({ bytes: new Uint8Array(65_536) }))).rejects.toMatchObject({ code: '23514' });
      expect(await store.version(one.id)).toBe(1);
    });

    it('refuses an act decided on an older version, and one on another history', async () => {
      const one = new HandMadeCase(store);
      await one.append();
      const late = one.next({ text: '{"late":1}' });
      await one.append();
      expect(await store.append(late)).toEqual({ outcome: 'conflict' });
      const forged = one.next();
      expect(await store.append({ ...forged, record: { ...forged.record, prev: 'f'.repeat(64) } })).toEqual({ outcome: 'conflict' });
      expect(await store.append(new HandMadeCase(store, { id: one.id }).next())).toEqual({ outcome: 'conflict' });
      expect(await store.version(one.id)).toBe(2);
    });

    it('gives a repeated key the first record and changes nothing', async () => {
      const one = new HandMadeCase(store);
      await one.append({ key: 'a:1' });
      await one.append({ key: 'a:2' });
      const again = await store.append(one.next({ key: 'a:1', text: '{"other":true}' }));
      expect(again).toMatchObject({ outcome: 'duplicate', record: { n: 1, key: 'a:1' } });
      const opening = new HandMadeCase(store, { id: one.id });
      expect(await store.append(opening.next({ key: 'a:1' }))).toMatchObject({ outcome: 'duplicate', record: { n: 1 } });
      expect(await store.version(one.id)).toBe(2);
      expect(await store.recordOfKey(one.id, 'a:2')).toMatchObject({ n: 2 });
      expect(await store.recordOfKey(one.id, 'a:3')).toBeUndefined();
    });

    it('lets exactly one of many racing writers win each version', async () => {
      const one = new HandMadeCase(store);
      await one.append();
      const other = createCaseStore(database);
      const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? store : other).append(one.next({ text: `{"i":${i}}` }))));
      expect(answers.filter((answer) => answer.outcome === 'appended')).toHaveLength(1);
      expect(answers.filter((answer) => answer.outcome === 'conflict')).toHaveLength(39);
      expect((await store.records(one.id, 1, 10)).map((record) => record.n)).toEqual([1, 2]);
    });

    it('appends many cases at once and does not let one bad act spoil its neighbours', async () => {
      const cases = Array.from({ length: 300 }, () => new HandMadeCase(store));
      const acts = cases.map((one, i) => one.next(i === 150 ? { bytes: new Uint8Array(1) } : {}));
      const answers = await Promise.allSettled(acts.map((act) => store.append(act)));
      expect(answers.filter((answer) => answer.status === 'rejected')).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value.outcome === 'appended')).toHaveLength(299);
      expect(await store.version(cases[150]?.id ?? '')).toBeUndefined();
    });

    it('loads head, snapshot and the records after it', async () => {
      const one = new HandMadeCase(store);
      await one.append();
      expect(await store.load(one.id)).toMatchObject({ head: { version: 1, hash: one.hash, status: 'running', title: '借款事项', startedBy: 'p-secretary' }, records: [{ n: 1 }] });
      await one.append({ snapshot: { b: '\0二', a: [1, { z: null }] } });
      await one.append({ standing: standingMade({ status: 'completed', standsAt: [] }) });
      const loaded = await store.load(one.id);
      expect(loaded).toMatchObject({ head: { version: 3, status: 'completed' }, snapshot: { version: 2 }, records: [{ n: 3 }] });
      expect(JSON.stringify(loaded?.snapshot?.state)).toBe('{"b":"\\u0000二","a":[1,{"z":null}]}');
      expect(await store.load(randomUUID())).toBeUndefined();
    });

    it('replaces duties as a set; one that goes on keeps the time it was opened', async () => {
      const one = new HandMadeCase(store);
      await one.append({ standing: standingMade({ work: [work(), work({ node: 3, duty: 'supervise', offices: ['discipline-inspector'] })] }) });
      await one.append({ standing: standingMade({ work: [work({ status: 'held', dueAt: firstInstant + 5_000 }), work({ node: 4 })] }) });
      const rows = await items(one.id);
      expect(rows.map((row) => [row.node, row.duty, row.status, row.opened_at.getTime() - firstInstant])).toEqual([
        [2, 'work', 'held', 0],
        [4, 'work', 'open', 1_000],
      ]);
      expect(rows[0]?.due_at?.getTime()).toBe(firstInstant + 5_000);
      const { rows: heads } = await database.query<{ offices: string[] }>('select offices from case_head where id = $1', [one.id]);
      expect(heads[0]?.offices).toEqual(['discipline-inspector', 'undertaking-section']);
    });

    it('appends a refused attempt and leaves the case standing as it stood', async () => {
      const one = new HandMadeCase(store);
      await one.append({ standing: standingMade({ work: [work()], awaitsSupervision: true }) });
      const { standing: _, ...attempt } = one.next({ refused: true });
      expect(await store.append(attempt)).toMatchObject({ outcome: 'appended', version: 2 });
      expect(await items(one.id)).toHaveLength(1);
      const { rows } = await database.query('select awaits_supervision, version from case_head where id = $1', [one.id]);
      expect(rows).toEqual([{ awaits_supervision: true, version: 2 }]);
    });

    it('gives a due debt to one worker at a time, again after its lease, and not at all once it is settled', async () => {
      const one = new HandMadeCase(store);
      const due = firstInstant - 50_000_000;
      await one.append({ standing: standingMade({ owed: [{ kind: 'timer', ref: 7, dueAt: due }, { kind: 'job', ref: 9, topic: 'mail', dueAt: due }] }) });
      const take = (at: number) => store.takeDue({ at, lease: { jobMs: 1_000, otherMs: 1_000 }, limit: 10 });
      expect(await take(due - 1)).toEqual([]);
      const [first, second] = await Promise.all([take(due), take(due)]);
      const taken = [...first, ...second];
      expect(taken.map((debt) => debt.kind).sort()).toEqual(['job', 'timer']);
      expect(await take(due + 999)).toEqual([]);
      const timer = { case: one.id, kind: 'timer', ref: 7 } as const;
      const job = { case: one.id, kind: 'job', ref: 9 } as const;
      expect(await store.takeDue({ at: due + 1_000, lease: { jobMs: 1_000, otherMs: 1_000 }, limit: 10, only: job })).toMatchObject([{ topic: 'mail', attempts: 2 }]);
      await store.putOff(job, due + 9_000, 'mail server away');
      expect((await take(due + 8_999)).map((debt) => debt.kind)).toEqual(['timer']);
      await store.settle(timer);
      expect(await debts(one.id)).toEqual([{ kind: 'job', ref: 9, attempts: 2 }]);
      expect(await store.dueBefore(due + 9_000, 10)).toEqual([{ ...job, at: due + 9_000 }]);
      await one.append({ standing: standingMade({ owed: [] }) });
      expect(await debts(one.id)).toEqual([]);
    });

    it('keeps the attempts of a job over later acts, and moves a timer whose time was changed', async () => {
      const one = new HandMadeCase(store);
      const due = firstInstant - 90_000_000;
      const owed = (at: number) => standingMade({ owed: [{ kind: 'timer', ref: 7, dueAt: at }, { kind: 'job', ref: 9, topic: 'mail', dueAt: at }] });
      await one.append({ standing: owed(due) });
      await store.takeDue({ at: due, lease: { jobMs: 1_000_000, otherMs: 1_000_000 }, limit: 10 });
      await one.append({ standing: owed(due + 5) });
      expect(await debts(one.id)).toEqual([{ kind: 'job', ref: 9, attempts: 1 }, { kind: 'timer', ref: 7, attempts: 0 }]);
      await one.append({ standing: standingMade() });
    });

    it('owes what an act threw until it is settled, and finds who waits for it', async () => {
      const sender = new HandMadeCase(store);
      await sender.append({ thrown: [{ kind: 'message', index: 3, name: 'paid', payload: { key: 'k', note: '\0' } }] });
      const [any, keyed, other] = [new HandMadeCase(store), new HandMadeCase(store), new HandMadeCase(store)];
      await any.append({ standing: standingMade({ awaiting: [{ wait: 5, kind: 'message', name: 'paid' }] }) });
      await keyed.append({ standing: standingMade({ awaiting: [{ wait: 5, kind: 'message', name: 'paid', key: 'k' }] }) });
      await other.append({ standing: standingMade({ awaiting: [{ wait: 5, kind: 'message', name: 'paid', key: 'else' }, { wait: 6, kind: 'signal', name: 'paid' }] }) });
      expect(await store.waitingFor('message', 'paid', ['x', 'k'])).toEqual([{ case: keyed.id, key: 'k' }, { case: any.id }]);
      expect(await store.waitingFor('message', 'paid', [])).toEqual([{ case: any.id }]);
      expect(await store.waitingFor('signal', 'paid', [])).toEqual([{ case: other.id }]);
      const [debt] = await store.takeDue({ at: firstInstant, lease: { jobMs: 1, otherMs: 1 }, limit: 10, only: { case: sender.id, kind: 'message', ref: 65_536 + 3 } });
      expect(debt).toMatchObject({ topic: 'paid', detail: { key: 'k', note: '\0' }, attempts: 1 });
      await sender.append();
      expect(await debts(sender.id)).toHaveLength(1);
      if (debt) await store.aim(debt, `case:${any.id}`);
      expect(await store.takeDue({ at: firstInstant + 1, lease: { jobMs: 1, otherMs: 1 }, limit: 10, only: debt })).toMatchObject([{ aim: `case:${any.id}`, attempts: 2 }]);
      if (debt) await store.settle(debt);
      expect(await debts(sender.id)).toEqual([]);
    });

    it('tells listeners soon after an act of another process', async () => {
      const heard = new Promise<void>((done) => {
        void store.onAppended(() => done()).then(async (listening) => {
          await new HandMadeCase(createCaseStore(database)).append();
          await heard;
          await listening.stop();
        });
      });
      await heard;
    });

    it('never lets a follower of the feed miss a record that is committed late', async () => {
      const end = await store.feedEnd();
      const slow = await database.query<{ id: string }>('select gen_random_uuid()::text as id');
      const late = new HandMadeCase(store, { ...slow.rows[0] });
      const act = late.next();
      let commit = (): void => undefined;
      const mayCommit = new Promise<void>((done) => (commit = done));
      let appended = (): void => undefined;
      const hasAppended = new Promise<void>((done) => (appended = done));
      const inFlight = database.transaction(async (queryable) => {
        const held = createCaseStore({ ...database, query: queryable.query });
        await held.append(act);
        appended();
        await mayCommit;
      });
      await hasAppended;
      const quick = new HandMadeCase(store);
      const meanwhile = await quick.append().then(() => store.feed(end, 10)).finally(commit);
      expect(meanwhile).toEqual([]);
      await inFlight;
      expect((await store.feed(end, 10)).map((record) => record.case)).toEqual([late.id, quick.id]);
    });

    it('gives followers everything once and in order while many write', async () => {
      const start = await store.feedEnd();
      const stores = [store, createCaseStore(database), createCaseStore(database)];
      const cases = Array.from({ length: 60 }, (_, i) => new HandMadeCase(stores[i % 3] ?? store));
      let writing = true;
      const writers = Promise.all(cases.map(async (one) => {
        for (let n = 0; n < 5; n++) await one.append();
      })).finally(() => (writing = false));
      const seen: string[] = [];
      let at = start;
      for (let last = false; !last; ) {
        last = !writing;
        for (let batch = await store.feed(at, 17); batch.length > 0; batch = await store.feed(at, 17)) {
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
      expect(await store.checkpoint('cards')).toBe(0);
      await store.moveCheckpoint('cards', 12);
      await store.moveCheckpoint('cards', 7);
      expect(await store.checkpoint('cards')).toBe(12);
    });

    it('makes a new month once when many processes need it at the same time', async () => {
      const at = Date.parse('2031-05-05T00:00:00.000Z');
      const stores = Array.from({ length: 6 }, () => createCaseStore(database));
      await Promise.all(stores.map((one) => new HandMadeCase(one, { at }).append()));
    });

    it('finds the records of cases opened in different months', async () => {
      const old = new HandMadeCase(store, { at: Date.parse('2019-02-28T23:59:59.999Z') });
      await old.append();
      old.at = firstInstant;
      await old.append();
      const { rows } = await database.query<{ part: string }>('select distinct tableoid::regclass::text as part from record where case_id = $1', [old.id]);
      expect(rows).toEqual([{ part: 'record_2019_02' }]);
      expect(await store.records(old.id, 2, 5)).toMatchObject([{ n: 2, at: firstInstant }]);
    });

    it.each([
      ['update record', "update record set bytes = '\\x7b7d' where case_id = $1"],
      ['delete from record', 'delete from record where case_id = $1'],
      ['truncate of a month', 'truncate record_2026_11'],
      ['truncate of all', 'truncate record cascade'],
      ['update of a month alone', "update record_2026_11 set refused = true where case_id = $1"],
      ['update of a deployed version', "update procedure_version set name = 'other'"],
    ])('refuses %s, also where triggers are said to be off', async (_, sql) => {
      const one = new HandMadeCase(store);
      await one.append();
      for (const role of ['origin', 'replica']) {
        const attempt = database.transaction(async (queryable) => {
          await queryable.query(`set local session_replication_role = ${role}`);
          await queryable.query(sql, sql.includes('$1') ? [one.id] : []);
        });
        await expect(attempt).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
}
