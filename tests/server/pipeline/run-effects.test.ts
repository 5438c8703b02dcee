// What cases owe is done when it is due, once, by whichever process takes it: timers, jobs, messages, signals.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  boundary,
  catching,
  draw,
  end,
  error,
  eventGateway,
  message,
  send,
  service,
  signal,
  start,
  throwing,
  timer,
  user,
} from '../../engine/model/draw.ts';
import { elementsOf, nodeAt, openBench, type Process, recordsOf, started } from './open-desk.ts';
import { clerk } from './readers.ts';

const bench = openBench();
const hour = 3_600_000;
const assigned = '<gc:assignment offices="clerk"/>';

const patient = draw(
  [start('s'), user('wait', assigned), boundary('late', 'wait', timer('PT1H')), user('hurry', assigned), end('e'), end('f')],
  ['s > wait', 'wait > e', 'late > hurry', 'hurry > f'],
);
const mailing = draw(
  [
    start('s'),
    service('mail', '', { attributes: 'implementation="mail"' }),
    boundary('refusal', 'mail', error()),
    user('call', assigned),
    end('e'),
    end('f'),
  ],
  ['s > mail', 'mail > e', 'refusal > call', 'call > f'],
);
const sending = draw([start('s'), send('pay'), user('rest', assigned), end('e')], ['s > pay', 'pay > rest', 'rest > e']);
const alarming = draw([start('s'), throwing('ring', signal()), end('e')], ['s > ring', 'ring > e']);
const awaiting = draw([start('s'), catching('paid', message()), user('book', assigned), end('e')], ['s > paid', 'paid > book', 'book > e']);
const listening = draw([start('s'), catching('heard', signal()), user('run', assigned), end('e')], ['s > heard', 'heard > run', 'run > e']);
const opened = draw([start('s', message('A')), user('greet', assigned), end('e')], ['s > greet', 'greet > e']).replace(
  '<bpmn:message',
  '<bpmn:message id="A" name="asked"/><bpmn:message',
);
const asking = draw([start('s'), send('ask', 'A'), end('e')], ['s > ask', 'ask > e']).replace(
  '<bpmn:message',
  '<bpmn:message id="A" name="asked"/><bpmn:message',
);
const either = draw(
  [start('s'), eventGateway('first'), catching('soon', timer('PT1H')), catching('sooner', message()), end('e'), end('f')],
  ['s > first', 'first > soon', 'first > sooner', 'soon > e', 'sooner > f'],
);
const cyclic = draw(
  [
    start('s'),
    user('work', assigned),
    boundary('remind', 'work', timer('R3/PT1H', 'timeCycle'), 'cancelActivity="false"'),
    user('nag', assigned),
    end('e'),
    end('f'),
  ],
  ['s > work', 'work > e', 'remind > nag', 'nag > f'],
);

describe('effects', { timeout: 20_000 }, () => {
  let here: Process;
  beforeAll(async () => {
    const drawings = { patient, mailing, sending, alarming, awaiting, listening, asking, either, cyclic };
    for (const [key, xml] of Object.entries(drawings)) await bench.deploy(key, xml);
    await bench.deploy('opened', opened, ['asked']);
    here = bench.process();
  }, 60_000);
  beforeEach(() => bench.handlers.clear());

  const owed = async (id: string) =>
    (await bench.database.query('select kind, topic, attempts, last_error from owed where case_id = $1', [id])).rows;
  const standsAt = (id: string) => elementsOf(here, id);
  /** Time passes in steps of a minute at most, as sweeps would find it. */
  const pass = async (ms: number) => {
    const end = bench.clock.now + ms;
    while (bench.clock.now < end) {
      bench.clock.now = Math.min(end, bench.clock.now + 600_000);
      await here.effects.runDue();
    }
  };

  it('fire a timer when it is due, not before, and once however many processes try', async () => {
    const id = await started(here, 'patient');
    expect(here.woken.at(-1)).toMatchObject({ case: id, kind: 'timer', at: bench.clock.now + hour });
    await pass(hour - 1);
    expect(await standsAt(id)).toEqual(['wait']);
    bench.clock.now += 1;
    const others = [bench.process(), bench.process()];
    await Promise.all([here, ...others].map((one) => one.effects.runDue()));
    expect(await standsAt(id)).toEqual(['hurry']);
    expect(await recordsOf(here, id)).toHaveLength(2);
    expect(await owed(id)).toEqual([]);
  });

  it('fire a timer again that another process took and died with, when its lease is over', async () => {
    const id = await started(here, 'patient');
    bench.clock.now += hour;
    expect(await here.cases.takeDue({ at: bench.clock.now, lease: { jobMs: 60_000, otherMs: 10_000 }, limit: 100 })).toHaveLength(1);
    await here.effects.runDue();
    expect(await standsAt(id)).toEqual(['wait']);
    bench.clock.now += 10_000;
    await here.effects.runDue();
    expect(await standsAt(id)).toEqual(['hurry']);
  });

  it('leave nothing owed when the step was done before its timer', async () => {
    const id = await started(here, 'patient');
    await here.desk.order({
      case: id,
      command: { type: 'CompleteTask', node: await nodeAt(here, id, 'wait'), variables: {} },
      reader: clerk,
    });
    expect(await owed(id)).toEqual([]);
    await pass(2 * hour);
    expect((await here.desk.stand(id))?.state.status).toBe('completed');
  });

  it('fire a cycle as often as it says', async () => {
    const id = await started(here, 'cyclic');
    await pass(5 * hour);
    expect(await standsAt(id)).toEqual(['nag', 'nag', 'nag', 'work']);
    expect(await owed(id)).toEqual([]);
  });

  it('do a job with the variables of its case and write what it gives', async () => {
    bench.handlers.set('mail', async ({ variables, attempt }) => ({ variables: { sent: `${variables['to']} ${attempt}` } }));
    const id = await started(here, 'mailing', { to: 'town' });
    expect(await owed(id)).toMatchObject([{ kind: 'job', topic: 'mail', attempts: 0 }]);
    await here.effects.runDue();
    expect((await here.desk.stand(id))?.state.status).toBe('completed');
    const last: unknown = JSON.parse(new TextDecoder().decode((await recordsOf(here, id)).at(-1)?.bytes));
    expect(last).toMatchObject({ by: 'system', command: { type: 'CompleteJob', variables: { sent: 'town 1' } } });
  });

  it('try a failing job again with growing pauses, then raise an incident; resolved, it is owed anew', async () => {
    const tries: number[] = [];
    bench.handlers.set('mail', async () => {
      tries.push(bench.clock.now);
      throw new Error('mail server away');
    });
    const begin = bench.clock.now;
    const id = await started(here, 'mailing');
    for (let i = 0; i < 200; i++) {
      await here.effects.runDue();
      bench.clock.now += 1_000;
    }
    expect(tries.map((at) => (at - begin) / 1_000)).toEqual([0, 1, 5, 21, 85]);
    const stuck = await here.desk.stand(id);
    const [incident] = [...(stuck?.state.incidents.values() ?? [])];
    expect(incident).toMatchObject({ element: 'mail', code: 'job.failed', detail: 'mail server away' });
    expect(await owed(id)).toEqual([]);
    bench.handlers.set('mail', async () => ({ variables: {} }));
    await here.desk.order({ case: id, command: { type: 'ResolveIncident', incident: incident?.id ?? 0 }, reader: clerk });
    await here.effects.runDue();
    expect((await here.desk.stand(id))?.state.status).toBe('completed');
  });

  it('take the drawn way out when a job ends in an error that the drawing catches', async () => {
    bench.handlers.set('mail', async () => ({ error: 'refused', detail: 'no such town' }));
    const id = await started(here, 'mailing');
    await here.effects.runDue();
    expect(await standsAt(id)).toEqual(['call']);
  });

  it('say that nobody does a job of this topic, and keep it', async () => {
    const id = await started(here, 'mailing');
    await here.effects.runDue();
    const [row] = await owed(id);
    expect(row).toMatchObject({ kind: 'job', attempts: 1, last_error: expect.stringContaining('No worker here does "mail"') });
    bench.handlers.set('mail', async () => ({ variables: {} }));
    await pass(600_000);
    expect((await here.desk.stand(id))?.state.status).toBe('completed');
  });

  it('carry a message to one case that waits for it, with its variables', async () => {
    const waiting = [await started(here, 'awaiting'), await started(here, 'awaiting')];
    const from = await started(here, 'sending', { amount: 7 });
    await here.effects.runDue();
    const stands = await Promise.all(waiting.map(standsAt));
    expect(stands.flat().sort()).toEqual(['book', 'paid']);
    expect(await owed(from)).toEqual([]);
    const got = waiting[stands.findIndex((at) => at[0] === 'book')] ?? '';
    const stand = await here.desk.stand(got);
    expect(stand?.state.nodes.get(stand.state.root)?.variables.get('amount')).toBe(7);
    await started(here, 'sending');
    await here.effects.runDue();
    expect((await Promise.all(waiting.map(standsAt))).flat()).toEqual(['book', 'book']);
  });

  it('keep a message that nobody awaits yet until somebody does', async () => {
    const from = await started(here, 'sending');
    await here.effects.runDue();
    expect(await owed(from)).toMatchObject([{ kind: 'message', topic: 'paid', last_error: expect.stringContaining('Nobody awaits') }]);
    const late = await started(here, 'awaiting');
    await pass(2 * hour);
    expect(await standsAt(late)).toEqual(['book']);
    expect(await owed(from)).toEqual([]);
  });

  it('deliver a message once although the worker died after delivering it', async () => {
    const first = await started(here, 'awaiting');
    const from = await started(here, 'sending');
    const [debt] = await here.cases.takeDue({ at: bench.clock.now, lease: { jobMs: 1, otherMs: 1 }, limit: 100 });
    // What the dead worker did: aimed, delivered, and was gone before it could settle.
    if (!debt) throw new Error('no message is owed');
    await here.cases.aim(debt, JSON.stringify({ to: 'case', case: first }));
    const command = { type: 'CorrelateMessage', name: 'paid', variables: {} } as const;
    expect(await here.desk.orderBySystem({ case: first, key: `message:${from}:${debt.ref}`, command })).toMatchObject({ ok: true });
    const second = await started(here, 'awaiting');
    bench.clock.now += 10;
    await bench.process().effects.runDue();
    expect([await standsAt(first), await standsAt(second)]).toEqual([['book'], ['paid']]);
    expect(await owed(from)).toEqual([]);
    await started(here, 'sending');
    await here.effects.runDue();
  });

  it('start a case by a message that opens it, once', async () => {
    const before = (await bench.database.query("select id from case_head where procedure_key = 'opened'")).rows.length;
    await started(here, 'asking', { who: 'town' });
    await Promise.all([here, bench.process()].map((one) => one.effects.runDue()));
    const { rows } = await bench.database.query<{ id: string }>("select id from case_head where procedure_key = 'opened'");
    expect(rows).toHaveLength(before + 1);
    expect(await standsAt(rows[0]?.id ?? '')).toEqual(['greet']);
  });

  it('carry a signal to all that wait for it', async () => {
    const all = [await started(here, 'listening'), await started(here, 'listening'), await started(here, 'listening')];
    await started(here, 'alarming');
    await here.effects.runDue();
    expect(await Promise.all(all.map(standsAt))).toEqual([['run'], ['run'], ['run']]);
  });

  it('let only the first of two events of a gateway happen', async () => {
    const id = await started(here, 'either');
    await started(here, 'sending');
    bench.clock.now += hour;
    await Promise.all([here, bench.process()].map((one) => one.effects.runDue()));
    expect((await here.desk.stand(id))?.state.status).toBe('completed');
    expect(await recordsOf(here, id)).toHaveLength(2);
    expect(await owed(id)).toEqual([]);
  });
});
