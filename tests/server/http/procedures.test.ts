// Drafts and deployment: nobody's work is overwritten, what has problems does not come into force, running cases keep their version.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Asker, openHouse } from './open-house.ts';
import { deploySmall, nodeOf, ok, startSmall } from './small-case.ts';
import { smallKey, smallXml } from './small-procedure.ts';

const house = openHouse();
let drafter: Asker;
beforeAll(async () => {
  await deploySmall(house);
  drafter = await house.as('procedure-drafter');
});
const at = `/api/procedures/${smallKey}`;
const supervisionLine = /\s*<gc:supervision [^>]*\/>/;

describe('a draft', () => {
  test('begins as the version in force and is saved under revisions that do not overwrite each other', async () => {
    const first = ok(await drafter.get(`${at}/draft`)).body;
    expect(first).toMatchObject({ revision: 0, baseVersion: 1, savedBy: null, xml: smallXml });
    const saved = ok(await drafter.send('PUT', `${at}/draft`, { xml: smallXml, revision: 0, baseVersion: 1 })).body;
    expect(saved).toMatchObject({ revision: 1, savedBy: '起草人' });
    const late = await drafter.send('PUT', `${at}/draft`, { xml: 'other', revision: 0 });
    expect([late.status, late.body.code]).toEqual([409, 'draft.stale']);
    expect(ok(await drafter.get(`${at}/draft`)).body.xml).toBe(smallXml);
    expect((await drafter.send('PUT', `${at}/draft`, { xml: smallXml, revision: 1, baseVersion: 7 })).body.code).toBe('draft.stale');
  });
  test('the same as the version in force is not deployed', async () => {
    const answer = await drafter.send('POST', `${at}/deploy`, { revision: 1, note: '没有改动' });
    expect([answer.status, answer.body.code]).toEqual([409, 'draft.unchanged']);
  });
  test('is discarded by a drafter who has seen its last revision; drafting begins from the version in force again', async () => {
    ok(await drafter.send('PUT', `${at}/draft`, { xml: 'second thoughts', revision: 1 }));
    const discard = (asker: Asker, query: string) => asker.send('DELETE', `${at}/draft${query}`);
    expect((await discard(await house.as('meeting-secretary'), '?revision=2')).status).toBe(403);
    expect((await discard(drafter, '')).status).toBe(400);
    const unseen = await discard(drafter, '?revision=1');
    expect([unseen.status, unseen.body.code]).toEqual([409, 'draft.stale']);
    expect(ok(await drafter.get(`${at}/draft`)).body).toMatchObject({ revision: 2, xml: 'second thoughts' });
    expect((await discard(drafter, '?revision=2')).status).toBe(204);
    expect(ok(await drafter.get(`${at}/draft`)).body).toMatchObject({ revision: 0, baseVersion: 1, savedBy: null, xml: smallXml });
    expect((await discard(drafter, '?revision=2')).status).toBe(409);
    ok(await drafter.send('PUT', `${at}/draft`, { xml: smallXml, revision: 0 }));
  });
});

describe('a drawing with the supervision of a regulated step removed', () => {
  const weakened = smallXml.replace(supervisionLine, '');
  test('is shown as a problem at the step, with the reason', async () => {
    expect(weakened).not.toBe(smallXml);
    const { problems } = ok(await drafter.send('POST', `${at}/check`, { xml: weakened })).body;
    expect(problems.map((p: { element: string }) => p.element)).toContain('Review');
    expect(JSON.stringify(problems)).toContain('审核须由纪委会签');
  });
  test('is refused at deployment, and the version in force stays', async () => {
    const { revision } = ok(await drafter.get(`${at}/draft`)).body;
    const saved = ok(await drafter.send('PUT', `${at}/draft`, { xml: weakened, revision })).body;
    const answer = await drafter.send('POST', `${at}/deploy`, { revision: saved.revision, note: '去掉监督' });
    expect([answer.status, answer.body.code]).toEqual([422, 'drawing.problems']);
    expect(answer.body.problems.map((p: { element: string }) => p.element)).toContain('Review');
    expect(ok(await drafter.get(at)).body.version).toBe(1);
  });
  test('text that is no drawing is a problem, too', async () => {
    const { problems } = ok(
      await drafter.send('POST', `${at}/check`, { xml: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' }),
    ).body;
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain('root:');
  });
});

describe('a new version', () => {
  test('comes into force with its hash, removes the draft, and leaves running cases on theirs', async () => {
    const id = await startSmall(house);
    const { revision } = ok(await drafter.get(`${at}/draft`)).body;
    const saved = ok(await drafter.send('PUT', `${at}/draft`, { xml: smallXml.replace('days="3"', 'days="5"'), revision })).body;
    expect((await drafter.send('POST', `${at}/deploy`, { revision: saved.revision - 1, note: '旧稿' })).body.code).toBe('draft.stale');
    const deployed = ok(await drafter.send('POST', `${at}/deploy`, { revision: saved.revision, note: '审核改为五日' })).body;
    expect(deployed).toMatchObject({ key: smallKey, version: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await drafter.send('POST', `${at}/deploy`, { revision: saved.revision, note: '再来' })).body.code).toBe('draft.none');

    const detail = ok(await drafter.get(at)).body;
    expect(detail.versions.map((v: { version: number; runningCases: number }) => [v.version, v.runningCases])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    expect(detail.steps.find((s: { element: string }) => s.element === 'Review')).toMatchObject({
      name: '审核',
      offices: ['meeting-secretary'],
      deadline: '5 working',
    });
    expect(detail.startForm.key).toBe('proposal');
    expect(ok(await drafter.get(`${at}?version=1`)).body.steps.find((s: { element: string }) => s.element === 'Review').deadline).toBe(
      '3 working',
    );
    const secretary = await house.as('meeting-secretary');
    expect(ok(await secretary.get(`/api/cases/${id}`)).body.procedureVersion).toBe(1);
    await nodeOf(secretary, await startSmall(house), 'Review');
    const list = ok(await secretary.get('/api/procedures')).body;
    expect(list.items).toEqual([
      expect.objectContaining({ key: smallKey, name: '小议决', version: 2, hasDraft: false, runningCases: 2, deployedBy: '起草人' }),
    ]);
  });
  test('the vocabulary of a drawing is the offices, bodies and forms there are', async () => {
    const { offices, bodies, forms } = ok(await drafter.get(`/api/vocabulary/${smallKey}`)).body;
    expect(offices).toHaveLength(24);
    expect(bodies).toEqual([{ key: 'party-committee', name: { zh: '党委会', en: 'Party committee' } }]);
    expect(forms.map((f: { key: string }) => f.key).sort()).toEqual(['ballot', 'opinion', 'proposal', 'review']);
  });
});
