// A case from its meeting to its archive over HTTP, and its record: whole, exported, and found out when it was changed by hand.
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyExport } from '../../../engine/index.ts';
import { sha256 } from '../../../server/pipeline/fold-records.ts';
import { openHouse } from './open-house.ts';
import { complete, deploySmall, nodeOf, ok, startSmall, throughReview } from './small-case.ts';

const house = openHouse();
beforeAll(() => deploySmall(house));

describe('a meeting', () => {
  const present = ['united-front-member', 'publicity-member', 'organisation-member', 'mayor', 'party-secretary'];

  test('is held over HTTP: sign-in, opinions in order with the chief last, open ballot, result, archive', async () => {
    const id = await startSmall(house, '购置办公设备');
    await throughReview(house, id);
    const roll = await nodeOf(await house.as('mayor'), id, 'SignIn');
    const secretary = await house.as('meeting-secretary');
    for (const office of present) {
      const asker = office === 'mayor' ? secretary : await house.as(office);
      ok(await asker.send('POST', `/api/cases/${id}/meetings/sign-in`, { node: roll, person: `p-${office}` }));
    }
    const member = await house.as('publicity-member');
    expect(
      (await member.send('POST', `/api/cases/${id}/meetings/sign-in`, { node: roll, person: 'p-discipline-secretary' })).body.code,
    ).toBe('meeting.sign-in-for-others');
    ok(await complete(house, 'meeting-secretary', { id, element: 'SignIn' }));
    // The chief's turn does not open before the others have spoken.
    expect(ok(await secretary.get(`/api/cases/${id}`)).body.open.map((s: { element: string }) => s.element)).not.toContain('Chief');
    expect((await complete(house, 'party-secretary', { id, element: 'Opinions' }, { view: 'agree', reason: '先说' })).status).toBe(403);
    for (const office of present.slice(0, -1))
      ok(await complete(house, office, { id, element: 'Opinions', mine: true }, { view: 'agree', reason: '必要' }));
    ok(await complete(house, 'party-secretary', { id, element: 'Chief', mine: true }, { view: 'agree', reason: '同意大家意见' }));
    for (const office of present) ok(await complete(house, office, { id, element: 'Ballot', mine: true }, { choice: 'agree' }));
    ok(await complete(house, 'meeting-secretary', { id, element: 'Announce' }));

    const [held] = ok(await member.get(`/api/cases/${id}/meetings`)).body.meetings;
    expect(held).toMatchObject({
      element: 'Meeting',
      running: false,
      entitled: 9,
      present: 5,
      quorumNeeded: 5,
      quorumMet: true,
      conclusion: 'passed',
    });
    expect(held.tally).toEqual({ agree: 5, disagree: 0, abstain: 0, needed: 5 });
    expect(held.members.find((m: { person: string }) => m.person === 'p-mayor')).toMatchObject({
      present: true,
      ballot: 'agree',
      opinion: { view: 'agree' },
    });
    expect(held.members.find((m: { person: string }) => m.person === 'p-armed-forces-member')).toMatchObject({ present: false });

    ok(await complete(house, 'archivist', { id, element: 'File' }));
    const closed = ok(await secretary.get(`/api/cases/${id}`)).body;
    expect(closed).toMatchObject({ status: 'completed', open: [], next: [] });
    expect(closed.path.at(-1).type).toBe('CaseCompleted');
    expect(closed.variables.conclusion).toBe('passed');
    for (const line of closed.path) expect([line.words.zh, line.words.en].join()).not.toContain('undefined');
  }, 60_000);
});

describe('the record', () => {
  test('is whole, can be taken away and verified, and tells which record was changed by hand', async () => {
    const id = await startSmall(house);
    await throughReview(house, id);
    const inspector = await house.as('discipline-inspector');
    const check = ok(await inspector.get(`/api/cases/${id}/records/check`)).body;
    expect(check).toMatchObject({ whole: true, records: 3 });
    const exported = ok(await inspector.get(`/api/cases/${id}/records/export`));
    expect(exported.headers.get('content-type')).toContain('application/x-ndjson');
    expect(verifyExport(exported.text, sha256)).toMatchObject({ whole: true, records: 3, head: check.head });

    // A superuser who switches the guard off and changes one byte of record 2.
    await house.database.transaction(async (db) => {
      await db.query("set local session_replication_role = 'replica'");
      const { rows } = await db.query<{ name: string }>('select tableoid::regclass::text as name from record where case_id = $1 limit 1', [
        id,
      ]);
      await db.query(`alter table ${rows[0]?.name} disable trigger all`);
      await db.query('update record set bytes = set_byte(bytes, 20, 1 + get_byte(bytes, 20)) where case_id = $1 and n = 2', [id]);
    });
    const bad = ok(await inspector.get(`/api/cases/${id}/records/check`)).body;
    expect(bad).toMatchObject({ whole: false, firstBad: { n: 2 } });
    expect(bad.firstBad.words.zh).toMatch(/[一-鿿]/);
    expect(verifyExport((await inspector.get(`/api/cases/${id}/records/export`)).text, sha256)).toMatchObject({
      whole: false,
      firstBad: { n: 2 },
    });
    expect(ok(await inspector.get(`/api/cases/${id}/records`)).body.total).toBe(3);
  });
});
