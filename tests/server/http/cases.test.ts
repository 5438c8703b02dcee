// Cases over HTTP: starting them, the supervised step, objections, who may see them, the list.
import { beforeAll, describe, expect, test } from 'vitest';
import { openHouse } from './open-house.ts';
import { complete, deploySmall, nodeOf, ok, startSmall, throughReview } from './small-case.ts';
import { smallKey } from './small-procedure.ts';

const house = openHouse();
beforeAll(() => deploySmall(house));

describe('starting a case', () => {
  test('needs the start form filled in', async () => {
    const secretary = await house.as('meeting-secretary');
    const answer = await secretary.send('POST', '/api/cases', { procedure: smallKey, title: '缺项', variables: { costFen: 1.5 } });
    expect([answer.status, answer.body.code]).toEqual([422, 'gate.form-incomplete']);
    expect(answer.body.faults.map((f: { field: string }) => f.field).sort()).toEqual(['background', 'costFen']);
    expect((await secretary.send('POST', '/api/cases', { procedure: 'no-such', title: '没有', variables: {} })).body.code).toBe(
      'procedure.unknown',
    );
  });
  test('with the same key starts one case, and an act with the same key happens once', async () => {
    const secretary = await house.as('meeting-secretary');
    const body = { procedure: smallKey, title: '同一件事', variables: { background: '背景' } };
    const [first, second] = await Promise.all([1, 2].map(() => secretary.send('POST', '/api/cases', body, { 'idempotency-key': 'k1' })));
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(second?.body).toEqual(first?.body);
    const staff = await house.as('undertaking-section');
    expect((await staff.send('POST', '/api/cases', body, { 'idempotency-key': 'k1' })).body.case).not.toBe(first?.body.case);
    expect((await secretary.send('POST', '/api/cases', body, { 'idempotency-key': 'k'.repeat(201) })).body.code).toBe('request.invalid');
  });
});

describe('a supervised step', () => {
  test('is refused before the supervisor took part, says who is awaited, is recorded; then it is passed', async () => {
    const id = await startSmall(house);
    const secretary = await house.as('meeting-secretary');
    const tasks = await secretary.get('/api/tasks?duty=work&size=100');
    expect(tasks.body.items.find((t: { case: string }) => t.case === id)).toMatchObject({
      element: 'Review',
      name: '审核',
      duty: 'work',
      overdue: false,
    });

    const early = await complete(house, 'meeting-secretary', { id, element: 'Review' }, { reviewNote: '材料齐全' });
    expect([early.status, early.body.code, early.body.element]).toEqual([409, 'gate.supervisor-awaited', 'Review']);
    expect(early.body.awaited).toEqual([
      expect.objectContaining({
        office: 'discipline-inspector',
        mode: 'cosign',
        officeName: expect.objectContaining({ zh: '纪委副书记（现场监督）' }),
      }),
    ]);
    expect(early.body.detail).toContain('纪委副书记（现场监督）');

    const seen = ok(await secretary.get(`/api/cases/${id}`)).body;
    expect(seen.version).toBe(2);
    expect(seen.path.at(-1)).toMatchObject({ n: 2, type: 'PassageRefused', element: 'Review', by: '会议秘书' });
    const records = ok(await secretary.get(`/api/cases/${id}/records`)).body;
    expect(records.items.map((r: { refused: boolean }) => r.refused)).toEqual([false, true]);

    const inspector = await house.as('discipline-inspector');
    const duty = await inspector.get('/api/tasks?duty=supervise&size=100');
    expect(duty.body.items.map((t: { case: string }) => t.case)).toContain(id);
    const detail = ok(await inspector.get(`/api/cases/${id}/tasks/${await nodeOf(inspector, id, 'Review')}`)).body;
    expect(detail).toMatchObject({
      name: '审核',
      may: expect.arrayContaining(['cosign', 'object']),
      form: { key: 'review' },
      step: { subject: '会议秘书' },
      documents: ['审核单'],
    });
    expect(detail.variables.costFen).toBe(1_200_000);
    expect(detail.dueAt).toBeDefined();

    await throughReview(house, id);
    const after = ok(await secretary.get(`/api/cases/${id}`)).body;
    expect(after.standsAt).toContain('签到');
    expect(after.marks).toMatchObject({ Start: 'done', Review: 'done', SignIn: 'open' });
    expect(after.takenFlows).toEqual(expect.arrayContaining(['F1', 'F2', 'M1']));
    expect(after.variables.reviewNote).toBe('材料齐全');
    expect(after.next.map((s: { name: string }) => s.name)).toContain('发言');
  });
  test('an objection holds it until it is answered and released by who raised it', async () => {
    const id = await startSmall(house);
    const inspector = await house.as('discipline-inspector');
    const node = await nodeOf(inspector, id, 'Review');
    const at = `/api/cases/${id}/tasks/${node}`;
    ok(await inspector.send('POST', `${at}/objections`, { reason: '缺少报价' }));
    ok(await inspector.send('POST', `${at}/take-part`, { mode: 'cosign' }));
    expect((await complete(house, 'meeting-secretary', { id, element: 'Review' }, { reviewNote: '好' })).body.code).toBe(
      'gate.objection-open',
    );
    const step = ok(await inspector.get(at)).body;
    const objection = step.objections[0].id;
    expect((await inspector.send('POST', `${at}/objections/release`, { objection })).body.code).toBe('objection.not-answered');
    const secretary = await house.as('meeting-secretary');
    expect((await secretary.get('/api/cases?watch=objection')).body.items.map((c: { id: string }) => c.id)).toEqual([id]);
    ok(await secretary.send('POST', `${at}/objections/answer`, { objection, answer: '已补报价' }));
    expect((await secretary.send('POST', `${at}/objections/release`, { objection })).body.code).toBe('objection.not-yours');
    ok(await inspector.send('POST', `${at}/objections/release`, { objection }));
    ok(await complete(house, 'meeting-secretary', { id, element: 'Review' }, { reviewNote: '好' }));
  });
  test('cannot be done by somebody else', async () => {
    const id = await startSmall(house);
    const answer = await complete(house, 'party-secretary', { id, element: 'Review' }, { reviewNote: '我来' });
    expect([answer.status, answer.body.code]).toEqual([403, 'gate.not-assigned']);
  });
});

describe('who may see a case', () => {
  test('somebody whom it does not concern finds nothing, by any way in', async () => {
    const id = await startSmall(house);
    const other = await house.as('legal-office');
    const node = await nodeOf(await house.as('administrator'), id, 'Review');
    expect((await other.get('/api/cases?size=100')).body.items.map((c: { id: string }) => c.id)).not.toContain(id);
    for (const path of ['', '/records', '/records/check', '/records/export', '/meetings', `/tasks/${node}`]) {
      const answer = await other.get(`/api/cases/${id}${path}`);
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'case.unknown']);
    }
    const step = `/api/cases/${id}/tasks/${node}`;
    const orders: [string, object][] = [
      [`${step}/complete`, { variables: {} }],
      [`${step}/take-part`, { mode: 'cosign' }],
      [`${step}/objections`, { reason: '理由' }],
      [`${step}/objections/answer`, { objection: 1, answer: '答复' }],
      [`${step}/objections/release`, { objection: 1 }],
      [`/api/cases/${id}/meetings/sign-in`, { node, person: 'p-mayor' }],
      [`/api/cases/${id}/meetings/recuse`, { node, person: 'p-mayor', reason: '理由' }],
    ];
    for (const [path, body] of orders) expect([path, (await other.send('POST', path, body)).status]).toEqual([path, 404]);
    expect(ok(await (await house.as('administrator')).get(`/api/cases/${id}/records`)).body.total).toBe(1);
  });
  test('members of the body that will meet, supervisors and secretaries see it; so does who started it', async () => {
    const staff = await house.as('undertaking-section');
    const started = ok(
      await staff.send('POST', '/api/cases', { procedure: smallKey, title: '本科室的事', variables: { background: '背景' } }),
    ).body.case;
    for (const office of ['undertaking-section', 'publicity-member', 'discipline-inspector', 'meeting-secretary', 'administrator'])
      expect([office, (await (await house.as(office)).get(`/api/cases/${started}`)).status]).toEqual([office, 200]);
    expect((await (await house.as('archivist')).get(`/api/cases/${started}`)).status).toBe(404);
  });
});

describe('the list of cases', () => {
  test('is searched literally, filtered and paged', async () => {
    const secretary = await house.as('meeting-secretary');
    for (const title of ['百分之50%补贴', '百分之50补贴', '另一件_事']) await startSmall(house, title);
    const titles = async (query: string): Promise<string[]> =>
      ok(await secretary.get(`/api/cases?${query}`)).body.items.map((c: { title: string }) => c.title);
    expect(await titles(`search=${encodeURIComponent('50%补')}`)).toEqual(['百分之50%补贴']);
    expect(await titles(`search=${encodeURIComponent('件_')}`)).toEqual(['另一件_事']);
    expect(await titles('size=2&page=1')).toEqual(['另一件_事', '百分之50补贴']);
    expect(await titles('size=1&page=3')).toEqual(['百分之50%补贴']);
    expect(await titles('status=failed')).toEqual([]);
    expect(await titles('procedure=none')).toEqual([]);
    expect(await titles('watch=supervision&size=1')).toEqual(['另一件_事']);
    expect((await secretary.get('/api/cases?size=101')).body.code).toBe('request.invalid');
  });
  test('shows what is past its limit, for the case and for who has the duty', async () => {
    const secretary = await house.as('meeting-secretary');
    const id = await startSmall(house, '拖延的事');
    expect(ok(await secretary.get('/api/cases?watch=overdue')).body.items.map((c: { id: string }) => c.id)).not.toContain(id);
    const due = await house.database.query<{ due_at: Date }>("select due_at from work_item where case_id = $1 and duty = 'work'", [id]);
    const dueAt = due.rows[0]?.due_at.getTime() ?? 0;
    expect(dueAt).toBeGreaterThan(house.clock.now);
    await house.database.query('update session set seen_at = $1, started_at = $1', [new Date(dueAt)]);
    const now = house.clock.now;
    house.clock.now = dueAt + 1_000;
    try {
      expect(ok(await secretary.get('/api/cases?watch=overdue&size=100')).body.items.map((c: { id: string }) => c.id)).toContain(id);
      const late = ok(await secretary.get('/api/tasks?overdue=true&size=100')).body.items;
      expect(late.find((t: { case: string }) => t.case === id)).toMatchObject({ overdue: true });
      expect(ok(await secretary.get('/api/tasks?overdue=false&size=100')).body.items.map((t: { case: string }) => t.case)).not.toContain(
        id,
      );
    } finally {
      house.clock.now = now;
      await house.database.query('update session set seen_at = $1, started_at = $1', [new Date(now)]);
    }
  });
});
