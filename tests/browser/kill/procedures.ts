// Two small procedures that the drafter brings into force for the kill test, over the interface like any other.
import { expect } from 'vitest';
import { boundary, draw, end, start, timer, user, xor } from '../../engine/model/draw.ts';
import { post, put } from '../people.ts';
import type { Visitor } from '../visitors.ts';

const assigned = '<gc:assignment offices="meeting-secretary"/>';

const drawings: Readonly<Record<string, string>> = {
  'again-and-again': draw(
    [start('Start'), user('Again', assigned), xor('Enough', 'default="f_Enough_Again"'), end('End')],
    ['Start > Again', 'Again > Enough', 'Enough > Again', 'Enough > End : 1 = 2'],
  ),
  'one-second': draw(
    [start('Start'), user('Wait', assigned), boundary('Late', 'Wait', timer('PT1S')), end('Done'), end('TooLate')],
    ['Start > Wait', 'Wait > Done', 'Late > TooLate'],
  ),
};

export async function bringIntoForce(drafter: Visitor): Promise<void> {
  for (const [key, xml] of Object.entries(drawings)) {
    const saved = await put(drafter, `/api/procedures/${key}/draft`, { xml, revision: 0 });
    const told = await post(drafter, `/api/procedures/${key}/deploy`, { revision: saved.body.revision, note: '测试用' });
    expect(told, JSON.stringify(told.body)).toMatchObject({ status: 200, body: { version: 1 } });
  }
}
