// Messages from outside: to the one case that waits, else a new one; never guessed, never twice under one key.
import { beforeAll, describe, expect, test } from 'vitest';
import { deployProcedure } from '../../../server/pipeline/deploy-procedure.ts';
import { catching, draw, end, message, start } from '../../engine/model/draw.ts';
import { type Asker, openHouse } from './open-house.ts';
import { ok } from './small-case.ts';

const house = openHouse();
let secretary: Asker;
const named =
  (name: string, more = '') =>
  (xml: string) =>
    xml.replace('<bpmn:message id="M" name="paid"/>', `<bpmn:message id="M" name="${name}"/><bpmn:message id="N" name="never"/>${more}`);
/** The message is correlated by the variable `file`. */
const byFile =
  '<bpmn:correlationProperty id="cp" name="file"><bpmn:correlationPropertyRetrievalExpression id="cr" messageRef="M"><bpmn:messagePath>= file</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression></bpmn:correlationProperty>';
const waiting = draw(
  [start('s'), catching('wait', message()), catching('then', message('N')), end('e')],
  ['s > wait', 'wait > then', 'then > e'],
);
const opened = draw([start('asked', message()), catching('rest', message('N')), end('e')], ['asked > rest', 'rest > e']);

async function deploy(key: string, xml: string): Promise<void> {
  const outcome = await deployProcedure(house.services, {
    key,
    xml,
    process: 'P',
    forms: {},
    baseVersion: 0,
    note: 'test',
    by: 'p-procedure-drafter',
    at: house.clock.now,
  });
  expect(outcome).toMatchObject({ ok: true });
}
const begin = async (procedure: string, variables: object = {}): Promise<string> => {
  house.clock.now += 1;
  return ok(await secretary.send('POST', '/api/cases', { procedure, title: '等候来文', variables })).body.case;
};
const send = (body: object, key?: string) =>
  secretary.send('POST', '/api/messages', body, key === undefined ? {} : { 'idempotency-key': key });
const state = async (id: string) => (await house.services.desk.stand(id))?.state;
const stands = async (id: string) => [...((await state(id))?.waits.values() ?? [])].map((wait) => wait.element);

beforeAll(async () => {
  secretary = await house.as('meeting-secretary');
  await deploy('plain', named('paid')(waiting));
  await deploy('keyed', named('answered', byFile)(waiting));
  await deploy('opening', named('applied')(opened));
});

describe('a message from outside', () => {
  test('reaches the case that waits for it, with its variables, by the hand of who brought it in', async () => {
    const id = await begin('plain');
    const { body } = ok(await send({ name: 'paid', variables: { receipt: '0042' } }));
    expect(body).toEqual({ case: id, version: 2, started: false });
    expect(await stands(id)).toEqual(['then']);
    const root = (await state(id))?.nodes.get(1);
    expect(root?.variables.get('receipt')).toBe('0042');
    const [, record] = await house.services.cases.records(id, 1, 10);
    expect(JSON.parse(new TextDecoder().decode(record?.bytes))).toMatchObject({ by: { person: 'p-meeting-secretary' } });
  });

  test('is refused where more than one case would fit, until the case is named', async () => {
    const [one, other] = [await begin('plain'), await begin('plain')];
    const unsaid = await send({ name: 'paid' });
    expect([unsaid.status, unsaid.body.code]).toEqual([409, 'message.ambiguous']);
    expect(ok(await send({ name: 'paid', case: other })).body.case).toBe(other);
    expect([await stands(one), await stands(other)]).toEqual([['wait'], ['then']]);
    const again = await send({ name: 'paid', case: other });
    expect([again.status, again.body.code]).toEqual([404, 'message.nobody-waits']);
    expect(await stands(one)).toEqual(['wait']);
    ok(await send({ name: 'paid', case: one }));
  });

  test('with a key reaches the case that waits for that key only', async () => {
    const [one, other] = [await begin('keyed', { file: 'A-1' }), await begin('keyed', { file: 'B-2' })];
    for (const body of [{ name: 'answered' }, { name: 'answered', key: 'C-3' }, { name: 'answered', key: 'A-1', case: other }])
      expect((await send(body)).body.code).toBe('message.nobody-waits');
    expect(ok(await send({ name: 'answered', key: 'B-2' })).body.case).toBe(other);
    expect([await stands(one), await stands(other)]).toEqual([['wait'], ['then']]);
  });

  test('that nobody waits for starts the procedure that it opens', async () => {
    const { body } = ok(await send({ name: 'applied', variables: { applicant: '张三' } }));
    expect(body).toMatchObject({ version: 1, started: true });
    expect(ok(await secretary.get(`/api/cases/${body.case}`)).body).toMatchObject({ procedure: 'opening', status: 'running' });
    const only = await send({ name: 'applied', case: body.case });
    expect([only.status, only.body.code]).toEqual([404, 'message.nobody-waits']);
  });

  test('that nobody waits for and nothing starts with is said to be so', async () => {
    const answer = await send({ name: 'unheard-of' });
    expect([answer.status, answer.body.code]).toEqual([404, 'message.nobody-waits']);
    expect((await send({ name: '' })).status).toBe(400);
  });

  test('repeated under its key gets the first answer and goes nowhere else', async () => {
    const first = await begin('plain');
    const sent = ok(await send({ name: 'paid' }, 'letter-7')).body;
    expect(sent.case).toBe(first);
    expect(ok(await send({ name: 'paid' }, 'letter-7')).body).toEqual(sent);
    const second = await begin('plain');
    expect(ok(await send({ name: 'paid' }, 'letter-7')).body).toEqual(sent);
    expect(await stands(second)).toEqual(['wait']);
    const racing = await Promise.all(Array.from({ length: 5 }, () => send({ name: 'applied' }, 'letter-8')));
    expect(new Set(racing.map((answer) => ok(answer).body.case)).size).toBe(1);
    ok(await send({ name: 'paid' }, 'letter-9'));
  });

  test('that was aimed at a case which has moved on, before it was delivered there, goes where it is awaited now', async () => {
    const gone = await begin('plain');
    const aim = { was: undefined, now: JSON.stringify({ to: 'case', case: gone }), at: house.clock.now };
    await house.services.cases.aimMessage({ sender: 'p-meeting-secretary', key: 'letter-10' }, aim);
    ok(await send({ name: 'paid' }));
    const now = await begin('plain');
    expect(ok(await send({ name: 'paid' }, 'letter-10')).body.case).toBe(now);
  });

  test('is for secretaries to bring in', async () => {
    const answer = await (await house.as('procedure-drafter')).send('POST', '/api/messages', { name: 'paid' });
    expect(answer.status).toBe(403);
  });
});
