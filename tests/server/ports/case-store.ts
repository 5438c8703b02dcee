// The suite of the port CaseStore: every adapter passes it. Here acts and records; debts and the feed beside this file.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCaseStore } from '../../../server/adapters/postgres/case-store.ts';
import type { WorkItem } from '../../../server/ports/case-store.ts';
import type { ThrowAway } from '../throw-away.ts';
import { debtSuite } from './case-store-debts.ts';
import { feedSuite } from './case-store-feed.ts';
import { firstInstant, HandMadeCase, standingMade } from './hand-made-acts.ts';
import { openStore } from './open-store.ts';

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
    const on = openStore(server);
    const items = async (id: string) =>
      (
        await on.database.query<{ node: number; duty: string; status: string; opened_at: Date; due_at: Date | null }>(
          'select * from work_item where case_id = $1 order by node, duty',
          [id],
        )
      ).rows;

    it('keeps the exact bytes of a record, also those that are not text', async () => {
      const one = new HandMadeCase(on.store);
      const bytes = Uint8Array.from([0, 255, 13, 10, 0x7b, 0x7d, 128]);
      await one.append({ bytes });
      const [record] = await on.store.records(one.id, 1, 10);
      expect(record && Buffer.from(record.bytes).equals(Buffer.from(bytes))).toBe(true);
      expect(record).toMatchObject({ case: one.id, n: 1, prev: '0'.repeat(64), hash: one.hash, at: firstInstant, refused: false });
    });

    it('takes a record of 65,535 bytes and refuses one of 65,536', async () => {
      const one = new HandMadeCase(on.store);
      await one.append({ bytes: new Uint8Array(65_535) });
      await expect(on.store.append(one.next({ bytes: new Uint8Array(65_536) }))).rejects.toMatchObject({ code: '23514' });
      expect(await on.store.version(one.id)).toBe(1);
    });

    it('refuses an act decided on an older version, and one on another history', async () => {
      const one = new HandMadeCase(on.store);
      await one.append();
      const late = one.next({ text: '{"late":1}' });
      await one.append();
      expect(await on.store.append(late)).toEqual({ outcome: 'conflict' });
      const forged = one.next();
      expect(await on.store.append({ ...forged, record: { ...forged.record, prev: 'f'.repeat(64) } })).toEqual({ outcome: 'conflict' });
      expect(await on.store.append(new HandMadeCase(on.store, { id: one.id }).next())).toEqual({ outcome: 'conflict' });
      expect(await on.store.version(one.id)).toBe(2);
    });

    it('gives a repeated key the first record and changes nothing', async () => {
      const one = new HandMadeCase(on.store);
      await one.append({ key: 'a:1' });
      await one.append({ key: 'a:2' });
      const again = await on.store.append(one.next({ key: 'a:1', text: '{"other":true}' }));
      expect(again).toMatchObject({ outcome: 'duplicate', record: { n: 1, key: 'a:1' } });
      const opening = new HandMadeCase(on.store, { id: one.id });
      expect(await on.store.append(opening.next({ key: 'a:1' }))).toMatchObject({ outcome: 'duplicate', record: { n: 1 } });
      expect(await on.store.version(one.id)).toBe(2);
      expect(await on.store.recordOfKey(one.id, 'a:2')).toMatchObject({ n: 2 });
      expect(await on.store.recordOfKey(one.id, 'a:3')).toBeUndefined();
    });

    it('lets exactly one of many racing writers win each version', async () => {
      const one = new HandMadeCase(on.store);
      await one.append();
      const other = createCaseStore(on.database);
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, i) => (i % 2 ? on.store : other).append(one.next({ text: `{"i":${i}}` }))),
      );
      expect(answers.filter((answer) => answer.outcome === 'appended')).toHaveLength(1);
      expect(answers.filter((answer) => answer.outcome === 'conflict')).toHaveLength(39);
      expect((await on.store.records(one.id, 1, 10)).map((record) => record.n)).toEqual([1, 2]);
    });

    it('appends many cases at once and does not let one bad act spoil its neighbours', async () => {
      const cases = Array.from({ length: 300 }, () => new HandMadeCase(on.store));
      const acts = cases.map((one, i) => one.next(i === 150 ? { bytes: new Uint8Array(1) } : {}));
      const answers = await Promise.allSettled(acts.map((act) => on.store.append(act)));
      expect(answers.filter((answer) => answer.status === 'rejected')).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 'fulfilled' && answer.value.outcome === 'appended')).toHaveLength(299);
      expect(await on.store.version(cases[150]?.id ?? '')).toBeUndefined();
    });

    it('loads head, snapshot and the records after it', async () => {
      const one = new HandMadeCase(on.store);
      await one.append();
      expect(await on.store.load(one.id)).toMatchObject({
        head: { version: 1, hash: one.hash, status: 'running', title: '借款事项', startedBy: 'p-secretary' },
        records: [{ n: 1 }],
      });
      await one.append({ snapshot: { b: '\0二', a: [1, { z: null }] } });
      await one.append({ standing: standingMade({ status: 'completed', standsAt: [] }) });
      const loaded = await on.store.load(one.id);
      expect(loaded).toMatchObject({ head: { version: 3, status: 'completed' }, snapshot: { version: 2 }, records: [{ n: 3 }] });
      expect(JSON.stringify(loaded?.snapshot?.state)).toBe('{"b":"\\u0000二","a":[1,{"z":null}]}');
      expect(await on.store.load(randomUUID())).toBeUndefined();
    });

    it('replaces duties as a set; one that goes on keeps the time it was opened', async () => {
      const one = new HandMadeCase(on.store);
      await one.append({
        standing: standingMade({ work: [work(), work({ node: 3, duty: 'supervise', offices: ['discipline-inspector'] })] }),
      });
      await one.append({ standing: standingMade({ work: [work({ status: 'held', dueAt: firstInstant + 5_000 }), work({ node: 4 })] }) });
      const rows = await items(one.id);
      expect(rows.map((row) => [row.node, row.duty, row.status, row.opened_at.getTime() - firstInstant])).toEqual([
        [2, 'work', 'held', 0],
        [4, 'work', 'open', 1_000],
      ]);
      expect(rows[0]?.due_at?.getTime()).toBe(firstInstant + 5_000);
      const { rows: heads } = await on.database.query<{ offices: string[] }>('select offices from case_head where id = $1', [one.id]);
      expect(heads[0]?.offices).toEqual(['discipline-inspector', 'undertaking-section']);
    });

    it('appends a refused attempt and leaves the case standing as it stood', async () => {
      const one = new HandMadeCase(on.store);
      await one.append({ standing: standingMade({ work: [work()], awaitsSupervision: true }) });
      const { standing: _, ...attempt } = one.next({ refused: true });
      expect(await on.store.append(attempt)).toMatchObject({ outcome: 'appended', version: 2 });
      expect(await items(one.id)).toHaveLength(1);
      const { rows } = await on.database.query('select awaits_supervision, version from case_head where id = $1', [one.id]);
      expect(rows).toEqual([{ awaits_supervision: true, version: 2 }]);
    });

    it('makes a new month once when many processes need it at the same time', async () => {
      const at = Date.parse('2031-05-05T00:00:00.000Z');
      const stores = Array.from({ length: 6 }, () => createCaseStore(on.database));
      await Promise.all(stores.map((one) => new HandMadeCase(one, { at }).append()));
    });

    it('finds the records of cases opened in different months', async () => {
      const old = new HandMadeCase(on.store, { at: Date.parse('2019-02-28T23:59:59.999Z') });
      await old.append();
      old.at = firstInstant;
      await old.append();
      const { rows } = await on.database.query<{ part: string }>(
        'select distinct tableoid::regclass::text as part from record where case_id = $1',
        [old.id],
      );
      expect(rows).toEqual([{ part: 'record_2019_02' }]);
      expect(await on.store.records(old.id, 2, 5)).toMatchObject([{ n: 2, at: firstInstant }]);
    });

    it.each([
      ['update record', "update record set bytes = '\\x7b7d' where case_id = $1"],
      ['delete from record', 'delete from record where case_id = $1'],
      ['truncate of a month', 'truncate record_2026_11'],
      ['truncate of all', 'truncate record cascade'],
      ['update of a month alone', 'update record_2026_11 set refused = true where case_id = $1'],
      ['update of a deployed version', "update procedure_version set name = 'other'"],
    ])('refuses %s, also where triggers are said to be off', async (_, sql) => {
      const one = new HandMadeCase(on.store);
      await one.append();
      for (const role of ['origin', 'replica']) {
        const attempt = on.database.transaction(async (queryable) => {
          await queryable.query(`set local session_replication_role = ${role}`);
          await queryable.query(sql, sql.includes('$1') ? [one.id] : []);
        });
        await expect(attempt).rejects.toMatchObject({ code: '42501' });
      }
    });
    debtSuite(on);
    feedSuite(on);
  });
}
