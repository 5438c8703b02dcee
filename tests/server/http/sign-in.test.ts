// Signing in, sessions and their ends, and that a request from another site gets nowhere.
import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '../../../server/features/demo/town.ts';
import { openSession } from '../../../server/features/identity/index.ts';
import { askerOf, openHouse } from './open-house.ts';

const house = openHouse();
const hour = 3_600_000;
const credentials = { account: '会议秘书', password: demoPassword };

describe('signing in', () => {
  test('the right password opens a session that says who, in which offices, with which roles', async () => {
    const answer = await house.nobody.send('POST', '/api/session', credentials);
    expect(answer.status).toBe(200);
    expect(answer.body.me).toMatchObject({ person: 'p-meeting-secretary', roles: ['secretary'], offices: [{ key: 'meeting-secretary' }] });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^gc=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const again = await askerOf(house.base, cookie.split(';')[0] ?? '').get('/api/session');
    expect(again.body.me.person).toBe('p-meeting-secretary');
  });
  test('a wrong password and an unknown account are refused with the same words', async () => {
    const wrong = await house.nobody.send('POST', '/api/session', { ...credentials, password: 'no' });
    const unknown = await house.nobody.send('POST', '/api/session', { account: '没有这个人', password: 'no' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });
  test('after ten wrong passwords the account waits, even with the right one, and only this account', async () => {
    for (let i = 0; i < 10; i++) await house.nobody.send('POST', '/api/session', { account: '档案员', password: `wrong ${i}` });
    const right = await house.nobody.send('POST', '/api/session', { account: '档案员', password: demoPassword });
    expect([right.status, right.body.code]).toEqual([429, 'session.too-many-attempts']);
    expect((await house.nobody.send('POST', '/api/session', credentials)).status).toBe(200);
  }, 60_000);
  test('only the hash of the cookie is stored', async () => {
    const asker = await house.as('mayor');
    const secret = asker.cookie.split('=')[1] ?? '';
    const { rows } = await house.database.query<{ dump: string }>('select string_agg(session::text, $1) as dump from session', ['\n']);
    expect(rows[0]?.dump).not.toContain(secret);
    expect(rows[0]?.dump).not.toContain(Buffer.from(secret).toString('hex'));
  });
});

describe('the end of a session', () => {
  const opened = async (account: string) => askerOf(house.base, `gc=${await openSession(house.services, account, house.clock.now)}`);
  const isIn = async (asker: ReturnType<typeof askerOf>): Promise<boolean> => (await asker.get('/api/session')).body.me !== null;
  const later = async (ms: number, look: () => Promise<void>): Promise<void> => {
    house.clock.now += ms;
    try {
      await look();
    } finally {
      house.clock.now -= ms;
    }
  };

  test('signing out ends it at once', async () => {
    const asker = await opened('党委书记');
    expect((await asker.send('DELETE', '/api/session')).status).toBe(204);
    expect(await isIn(asker)).toBe(false);
  });
  test('eight hours without use end it, use prolongs it, twenty-four hours end it in any case', async () => {
    const idle = await opened('党委书记');
    await later(8 * hour, async () => expect(await isIn(idle)).toBe(false));
    const used = await opened('党委书记');
    for (let h = 7; h < 24; h += 7) await later(h * hour, async () => expect(await isIn(used)).toBe(true));
    await later(24 * hour, async () => expect(await isIn(used)).toBe(false));
  });
  test('it ends when an office of its person ends, and a new one has only what is left', async () => {
    const asker = await opened('党委副书记');
    const ends = new Date(house.clock.now + hour);
    await house.database.query(
      "update holding set until_at = $1 where person = 'p-deputy-party-secretary' and office = 'deputy-in-charge'",
      [ends],
    );
    expect(await isIn(asker)).toBe(true);
    await later(hour, async () => {
      expect(await isIn(asker)).toBe(false);
      const anew = await (await opened('党委副书记')).get('/api/session');
      expect(anew.body.me.offices.map((o: { key: string }) => o.key)).toEqual(['deputy-party-secretary']);
    });
  });
});

describe('demonstration accounts', () => {
  test('are listed with the password in demonstration mode', async () => {
    const { body } = await house.nobody.get('/api/demo/accounts');
    expect(body.password).toBe(demoPassword);
    expect(body.accounts).toHaveLength(24);
    expect(body.accounts.find((a: { account: string }) => a.account === '纪委书记').roles).toEqual(['member', 'supervisor']);
  });
});

describe('a request from another site', () => {
  let cookie = '';
  beforeAll(async () => {
    cookie = (await house.as('archivist')).cookie;
  });
  /** By hand: fetch sets some of these headers itself. */
  const posted = (headers: Record<string, string>): Promise<number> =>
    new Promise((ok, fail) => {
      const url = new URL('/api/session', house.base);
      const r = request(url, { method: 'DELETE', headers: { cookie, ...headers } }, (answer) => {
        answer.resume();
        ok(answer.statusCode ?? 0);
      });
      r.on('error', fail).end();
    });
  test('is refused: without the header, from another origin, from another site, or from nowhere known', async () => {
    const origin = house.base;
    expect(await posted({ origin })).toBe(403);
    expect(await posted({ origin: 'https://evil.example', 'x-guicheng': '1' })).toBe(403);
    expect(await posted({ origin: 'null', 'x-guicheng': '1' })).toBe(403);
    expect(await posted({ 'sec-fetch-site': 'cross-site', 'x-guicheng': '1' })).toBe(403);
    expect(await posted({ 'sec-fetch-site': 'same-site', origin, 'x-guicheng': '1' })).toBe(403);
    expect(await posted({ 'x-guicheng': '1' })).toBe(403);
    expect((await askerOf(house.base, cookie).get('/api/session')).body.me).not.toBeNull();
  });
  test('is let in from the own origin', async () => {
    expect(await posted({ 'sec-fetch-site': 'same-origin', 'x-guicheng': '1' })).toBe(204);
  });
});
