// Demonstration mode at start: the town, the procedures and the example cases; a second start changes nothing.
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openDemo } from '../../../server/demo/open-demo.ts';
import { openHouse } from './open-house.ts';
import { ok } from './small-case.ts';

const house = openHouse();
const processes = resolve(import.meta.dirname, '../../../processes');

test('fills an empty house once', async () => {
  const first = await openDemo(house.services, processes);
  expect(first).toMatchObject({ town: 'inhabited', examples: 3 });
  expect(first.deployed).toContainEqual({ key: 'party-major-decision', version: 1 });
  expect(await openDemo(house.services, processes)).toEqual({ town: 'inhabited', deployed: [], examples: 0 });
}, 60_000);

test('the examples stand at different steps, and every page of them can be read', async () => {
  const inspector = await house.as('discipline-inspector');
  const { items } = ok(await inspector.get('/api/cases')).body;
  expect(items).toHaveLength(3);
  expect(new Set(items.map((c: { standsAt: string[] }) => c.standsAt.join())).size).toBe(3);
  expect(items.reduce((sum: number, c: { openObjections: number }) => sum + c.openObjections, 0)).toBe(1);
  for (const { id } of items) {
    const seen = ok(await inspector.get(`/api/cases/${id}`)).body;
    expect(seen.path.length).toBeGreaterThan(0);
    for (const line of seen.path) expect([line.words.zh, line.words.en].join()).not.toMatch(/undefined|Task_|Flow_/);
    for (const step of seen.open) ok(await inspector.get(`/api/cases/${id}/tasks/${step.node}`));
    expect(ok(await inspector.get(`/api/cases/${id}/records/check`)).body.whole).toBe(true);
    ok(await inspector.get(`/api/cases/${id}/meetings`));
    expect(ok(await house.nobody.get(`/api/public/cases/${id}`)).body.stages.length).toBeGreaterThan(5);
  }
});

test('the member whose turn it is finds the task', async () => {
  const first = await house.as('armed-forces-member');
  const { items } = ok(await first.get('/api/tasks')).body;
  expect(items.map((t: { name: string; caseTitle: string }) => [t.name, t.caseTitle])).toEqual([['成员逐一发言', '镇区供水主管抢修']]);
  const second = await house.as('united-front-member');
  expect(ok(await second.get('/api/tasks')).body.items).toEqual([]);
});
