// What anybody may read: the catalogue, the chart, the stage line. Never a name, a remark or a variable.
import { beforeAll, expect, test } from 'vitest';
import { demoOffices } from '../../../server/features/demo/town.ts';
import { openHouse } from './open-house.ts';
import { deploySmall, ok, startSmall, throughReview } from './small-case.ts';
import { smallKey } from './small-procedure.ts';

const house = openHouse();
let id = '';
beforeAll(async () => {
  await deploySmall(house);
  id = await startSmall(house, '修缮文化礼堂');
  await throughReview(house, id);
});

test('the catalogue and the chart', async () => {
  const list = ok(await house.nobody.get('/api/public/procedures')).body;
  expect(list.items).toEqual([
    expect.objectContaining({ key: smallKey, name: '小议决', matterClass: 'ordinary', basis: ['测试依据'], steps: 7, running: 1 }),
  ]);
  const detail = ok(await house.nobody.get(`/api/public/procedures/${smallKey}`)).body;
  expect(detail.xml).toContain('bpmn:definitions');
  expect(detail.stepList.find((s: { element: string }) => s.element === 'Review')).toMatchObject({
    name: '审核',
    subject: '会议秘书',
    limit: '3个工作日',
    supervised: true,
  });
  expect((await house.nobody.get('/api/public/procedures/none')).status).toBe(404);
});

test('the stage line of a running case', async () => {
  const seen = ok(await house.nobody.get(`/api/public/cases/${id}`)).body;
  expect(seen).toMatchObject({ title: '修缮文化礼堂', status: 'running' });
  expect(seen.stages.map((s: { name: string; state: string }) => [s.name, s.state])).toEqual([
    ['审核', 'done'],
    ['会议', 'now'],
    ['归档', 'ahead'],
  ]);
});

test('no name of a person, no remark and no variable is in any public answer', async () => {
  const answers = await Promise.all(['/api/public/cases', `/api/public/cases/${id}`].map((path) => house.nobody.get(path)));
  for (const { text } of answers) {
    for (const secret of ['屋面渗漏', '1200000', '材料齐全', 'background', 'p-meeting-secretary', ...demoOffices.map((o) => o.name.zh)])
      expect(text).not.toContain(secret);
  }
});

test('matters of appointment are not public', async () => {
  await house.database.query('alter table procedure_version disable trigger all');
  await house.database.query(`update procedure_version set summary = jsonb_set(summary::jsonb, '{matter,class}', '"appointment"')`);
  expect((await house.nobody.get('/api/public/cases')).body.items).toEqual([]);
  expect((await house.nobody.get(`/api/public/cases/${id}`)).status).toBe(404);
});
