// The way of an act through the corridor, on a real database: decided once, recorded once, answered after it is durable.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { restoreCase, saveCase, verifyRecords } from '../../../engine/index.ts';
import type { PersonsOrder } from '../../../server/pipeline/desk.ts';
import { foldRecords, sha256 } from '../../../server/pipeline/fold-records.ts';
import { owedOf } from '../../../server/pipeline/owed-of.ts';
import { draw, end, start, user, xor } from '../../engine/model/draw.ts';
import { elementsOf, nodeAt, openBench, type Process, recordsOf, started } from './open-desk.ts';
import { chief, clerk, inspector } from './readers.ts';

const bench = openBench();
const assigned = (office: string, more = ''): string => `<gc:assignment offices="${office}"/>${more}`;
const supervised = '<gc:supervision office="discipline-inspector" mode="cosign" when="before"/>';

const approval = draw(
  [start('s'), user('write', assigned('clerk')), user('approve', assigned('chief', supervised)), end('e')],
  ['s > write', 'write > approve', 'approve > e'],
);
const loop = draw(
  [start('s'), user('again', assigned('clerk')), xor('enough', 'default="f_enough_again"'), end('e')],
  ['s > again', 'again > enough', 'enough > again', 'enough > e : 1 = 2'],
);

const complete = async (process: Process, id: string, element: string, more: Partial<PersonsOrder> = {}) =>
  process.desk.order({
    case: id,
    command: { type: 'CompleteTask', node: await nodeAt(process, id, element), variables: {} },
    reader: clerk,
    ...more,
  });

describe('an act', { timeout: 20_000 }, () => {
  let here: Process;
  beforeAll(async () => {
    await bench.deploy('approval', approval);
    await bench.deploy('loop', loop);
    here = bench.process();
  }, 60_000);

  it('moves the case, and its record is whole and says who did it in which office', async () => {
    const id = await started(here, 'approval');
    expect(await complete(here, id, 'write')).toEqual({ ok: true, value: { case: id, version: 2 } });
    expect(await elementsOf(here, id)).toEqual(['approve']);
    const records = await recordsOf(here, id);
    expect(verifyRecords(records, sha256)).toMatchObject({ whole: true, records: 2 });
    const body: unknown = JSON.parse(new TextDecoder().decode(records[1]?.bytes));
    expect(body).toMatchObject({
      n: 2,
      case: id,
      by: { person: 'p-clerk', office: 'clerk' },
      command: { type: 'CompleteTask' },
      procedure: { key: 'approval', version: 1 },
    });
  });

  it('at a gate that refuses is recorded, answered as refused, and answered the same when its key comes again', async () => {
    const id = await started(here, 'approval');
    await complete(here, id, 'write');
    const key = randomUUID();
    const refusal = {
      ok: false,
      refusal: {
        code: 'gate.supervisor-awaited',
        element: 'approve',
        awaited: [{ office: 'discipline-inspector', mode: 'cosign', when: 'before' }],
      },
    };
    expect(await complete(here, id, 'approve', { reader: chief, key })).toMatchObject(refusal);
    const node = await nodeAt(here, id, 'approve');
    await here.desk.order({ case: id, command: { type: 'TakePart', node, mode: 'cosign', remark: '' }, reader: inspector });
    // The first answer, although the gate would be open now.
    expect(await complete(here, id, 'approve', { reader: chief, key })).toMatchObject(refusal);
    expect((await recordsOf(here, id)).map((record) => record.refused)).toEqual([false, false, true, false]);
    expect(await complete(here, id, 'approve', { reader: chief, key: randomUUID() })).toMatchObject({ ok: true, value: { version: 5 } });
    expect((await here.desk.stand(id))?.state.status).toBe('completed');
  });

  it('with a repeated key is done once and answered twice, in every process; another person’s key is another key', async () => {
    const id = await started(here, 'loop');
    const there = bench.process();
    const node = await nodeAt(here, id, 'again');
    const order = { case: id, command: { type: 'CompleteTask', node, variables: {} }, reader: clerk, key: 'k1' } as const;
    const answers = await Promise.all([here.desk.order(order), there.desk.order(order), here.desk.order(order)]);
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { case: id, version: 2 } });
    expect(await recordsOf(here, id)).toHaveLength(2);
    expect(await here.desk.order({ ...order, reader: chief })).toMatchObject({ ok: false, refusal: { code: 'task.unknown' } });
  });

  it('that another process did under the same key while this one was deciding gets that answer', async () => {
    const id = await started(here, 'loop');
    const node = await nodeAt(here, id, 'again');
    const order = { case: id, command: { type: 'CompleteTask', node, variables: {} }, reader: clerk, key: 'k2' } as const;
    let others = 1;
    const there = bench.process((cases) => ({
      ...cases,
      recordOfKey: async (...asked) => {
        const found = await cases.recordOfKey(...asked);
        if (others-- > 0) await here.desk.order(order);
        return found;
      },
    }));
    expect(await there.desk.order(order)).toEqual({ ok: true, value: { case: id, version: 2 } });
    expect(await recordsOf(here, id)).toHaveLength(2);
  });

  it('that was recorded but said to have failed is found when it is repeated with its key', async () => {
    const id = await started(here, 'loop');
    const node = await nodeAt(here, id, 'again');
    let failures = 1;
    const there = bench.process((cases) => ({
      ...cases,
      append: async (act) => {
        const answer = await cases.append(act);
        if (failures-- > 0) throw new Error('connection lost');
        return answer;
      },
    }));
    const order = { case: id, command: { type: 'CompleteTask', node, variables: {} }, reader: clerk, key: 'k3' } as const;
    await expect(there.desk.order(order)).rejects.toThrow('connection lost');
    expect(await there.desk.order(order)).toEqual({ ok: true, value: { case: id, version: 2 } });
    expect(await complete(there, id, 'again')).toEqual({ ok: true, value: { case: id, version: 3 } });
  });

  it('that starts a case twice under one key starts one', async () => {
    const id = randomUUID();
    const order = {
      case: id,
      procedure: 'approval',
      command: { type: 'StartCase', case: id, title: '一件事', variables: {} },
      reader: clerk,
      key: 'new',
    } as const;
    const there = bench.process();
    for (const answer of await Promise.all([here.desk.order(order), there.desk.order(order)]))
      expect(answer).toEqual({ ok: true, value: { case: id, version: 1 } });
    const { key: _, ...without } = order;
    expect(await here.desk.order(without)).toMatchObject({ ok: false, refusal: { code: 'case.exists' } });
  });

  it('is not refused because this process has not yet seen what another one did', async () => {
    const id = await started(here, 'approval');
    const there = bench.process();
    const write = await nodeAt(here, id, 'write');
    await complete(there, id, 'write');
    // Here the step is not known yet: it must look again before it says so.
    const approve = await nodeAt(there, id, 'approve');
    const cosign = { type: 'TakePart', node: approve, mode: 'cosign', remark: '' } as const;
    expect(await here.desk.order({ case: id, command: cosign, reader: inspector })).toMatchObject({ ok: true });
    const late = { type: 'CompleteTask', node: write, variables: {} } as const;
    expect(await here.desk.order({ case: id, command: late, reader: clerk })).toMatchObject({ refusal: { code: 'task.unknown' } });
  });

  it('of many in several processes on one case is neither lost nor doubled, and the chain is whole', async () => {
    const id = await started(here, 'loop');
    const processes = [here, bench.process(), bench.process()];
    let acknowledged = 0;
    await Promise.all(
      processes.map(async (process, p) => {
        for (let i = 0; i < 15; i++) {
          const answer = await complete(process, id, 'again', { key: `${p}-${i}` });
          if (answer.ok) acknowledged++;
          // The step that was looked up may have been done by another process: then nothing was recorded.
          else expect(['task.unknown', 'case.changed-meanwhile']).toContain(answer.refusal.code);
        }
      }),
    );
    const records = await recordsOf(here, id);
    expect(records).toHaveLength(acknowledged + 1);
    expect(verifyRecords(records, sha256)).toMatchObject({ whole: true });
    expect(acknowledged).toBeGreaterThan(14);
  });

  it('leaves a case that folds from its records to the same state as the one kept and the one saved', async () => {
    const id = await started(here, 'loop', { amount: 120_000 });
    for (let i = 0; i < 30; i++) await complete(here, id, 'again');
    const kept = (await here.desk.stand(id))?.state;
    const folded = foldRecords({ state: undefined, version: 0, hash: undefined }, await recordsOf(here, id)).state;
    const loaded = await here.cases.load(id);
    expect(loaded?.snapshot?.version).toBe(25);
    expect(loaded?.records).toHaveLength(6);
    expect(folded).toEqual(kept);
    expect((await bench.process().desk.stand(id))?.state).toEqual(kept);
    expect(kept && restoreCase(JSON.parse(JSON.stringify(saveCase(kept))))).toEqual(kept);
  });

  it('keeps duties that are exactly what follows from where the case stands', async () => {
    const id = await started(here, 'approval');
    await complete(here, id, 'write');
    const stand = await here.desk.stand(id);
    const due = stand && owedOf(stand.state, 0);
    const { rows } = await bench.database.query(
      'select node, duty, element, kind, status, offices, persons from work_item where case_id = $1 order by duty desc',
      [id],
    );
    expect(rows).toEqual(due?.work);
    expect(rows).toMatchObject([
      { duty: 'work', offices: ['chief'] },
      { duty: 'supervise', offices: ['discipline-inspector'] },
    ]);
    const heads = await bench.database.query('select stands_at, awaits_supervision, persons from case_head where id = $1', [id]);
    expect(heads.rows).toEqual([{ stands_at: ['approve'], awaits_supervision: true, persons: ['p-clerk'] }]);
  });

  it.each([
    ['is no record any more', "overlay(bytes placing '\\x58' from 20)", 'hash', 2],
    [
      'reads as a record that says something else',
      "convert_to(replace(convert_from(bytes, 'UTF8'), 'p-clerk', 'p-chief'), 'UTF8')",
      'hash',
      2,
    ],
    [
      'was given the right hash for its new content',
      "convert_to(replace(convert_from(bytes, 'UTF8'), 'p-clerk', 'p-chief'), 'UTF8')",
      "sha256('\\x00'::bytea || convert_to(replace(convert_from(bytes, 'UTF8'), 'p-clerk', 'p-chief'), 'UTF8'))",
      3,
    ],
  ])('is refused in a case where a record that was changed by hand %s', async (_, bytes, hash, firstBad) => {
    const id = await started(here, 'loop');
    for (let i = 0; i < 3; i++) await complete(here, id, 'again');
    await bench.database.transaction(async (queryable) => {
      await queryable.query('alter table record disable trigger record_kept');
      await queryable.query(`update record set bytes = ${bytes}, hash = ${hash} where case_id = $1 and n = 2`, [id]);
      await queryable.query('alter table record enable always trigger record_kept');
    });
    const there = bench.process();
    const order = { case: id, command: { type: 'CompleteTask', node: 3, variables: {} }, reader: clerk } as const;
    expect(await there.desk.order(order)).toMatchObject({ ok: false, refusal: { code: 'record.unreadable' } });
    await expect(there.desk.stand(id)).rejects.toMatchObject({ name: 'UnreadableRecord', n: firstBad });
    expect(verifyRecords(await recordsOf(there, id), sha256)).toMatchObject({ whole: false });
  });

  it('in an unknown case or of an unknown procedure is refused', async () => {
    const id = randomUUID();
    expect(await here.desk.order({ case: id, command: { type: 'CompleteTask', node: 2, variables: {} }, reader: clerk })).toMatchObject({
      refusal: { code: 'case.unknown' },
    });
    expect(
      await here.desk.order({
        case: id,
        procedure: 'none',
        command: { type: 'StartCase', case: id, title: 'x', variables: {} },
        reader: clerk,
      }),
    ).toMatchObject({
      refusal: { code: 'procedure.unknown' },
    });
    expect(await here.desk.stand(id)).toBeUndefined();
  });

  it('that would make a record too large is refused and changes nothing', async () => {
    const id = await started(here, 'loop');
    const node = await nodeAt(here, id, 'again');
    const answer = await here.desk.order({
      case: id,
      command: { type: 'CompleteTask', node, variables: { text: '长'.repeat(40_000) } },
      reader: clerk,
    });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'variables.too-large' } });
    expect(await recordsOf(here, id)).toHaveLength(1);
  });
});
