// Outside demonstration mode its accounts are nobody: not listed, not let in, and their open sessions are over.
import { expect, test } from 'vitest';
import { demoPassword } from '../../../server/features/demo/town.ts';
import { openHouse } from './open-house.ts';

const house = openHouse({ demo: false });

test('no list, no sign-in, no session', async () => {
  expect((await house.nobody.get('/api/demo/accounts')).status).toBe(404);
  const signIn = await house.nobody.send('POST', '/api/session', { account: '会议秘书', password: demoPassword });
  expect([signIn.status, signIn.body.code]).toEqual([403, 'session.demo-account']);
  const left = await house.as('meeting-secretary');
  expect((await left.get('/api/session')).body).toEqual({ me: null, demo: false });
  expect((await left.get('/api/cases')).status).toBe(401);
});

test('one address may try to sign in sixty times a minute', async () => {
  const codes: string[] = [];
  for (let i = 0; i < 61; i++) codes.push((await house.nobody.send('POST', '/api/session', {})).body.code);
  expect(codes[0]).toBe('request.invalid');
  expect(codes.at(-1)).toBe('request.too-many');
  expect((await house.nobody.get('/api/session')).status).toBe(200);
});
