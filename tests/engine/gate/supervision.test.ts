// Supervision cannot be passed by, and every attempt is on record.
import { describe, expect, it } from 'vitest';
import { bpmn, rules } from '../bpmn.ts';
import { given, person, system } from '../play.ts';

const clerk = person('p-clerk', 'clerk');
const inspector = person('p-inspector', 'inspector');
const assignment = '<gc:assignment offices="clerk"/>';
const drawing = (...more: readonly string[]) =>
  bpmn({
    nodes: {
      S: 'startEvent',
      A: `userTask|${rules(assignment, ...more)}`,
      B: `userTask|${rules('<gc:assignment offices="clerk"/>')}`,
      E: 'endEvent',
    },
    flows: ['S -> A', 'A -> B', 'B -> E'],
  });
const supervised = (mode: string, when: string) => drawing(`<gc:supervision office="inspector" mode="${mode}" when="${when}"/>`);

describe('a supervised step', () => {
  it.each(['before', 'during'])(
    'cannot be completed while the supervisor (%s) has not taken part; the attempt is recorded with who is awaited',
    async (when) => {
      const p = (await given(supervised('cosign', when))).start({}, clerk).complete('A', {}, clerk);
      expect(p.refusal).toBe('gate.supervisor-awaited');
      expect(p.events.at(-1)).toMatchObject({
        type: 'PassageRefused',
        element: 'A',
        by: { person: 'p-clerk', office: 'clerk' },
        awaited: [{ office: 'inspector', mode: 'cosign', when }],
      });
      expect(p.waiting()).toEqual(['A']);
      p.act({ type: 'TakePart', node: p.nodeId('A'), mode: 'cosign', remark: 'seen' }, inspector).complete('A', {}, clerk);
      expect(p.waiting()).toEqual(['B']);
    },
  );
  it('is held after the work when supervision comes afterwards, and goes on by the supervisor’s act alone', async () => {
    const p = (await given(supervised('review', 'after'))).start({}, clerk);
    p.act({ type: 'TakePart', node: p.nodeId('A'), mode: 'review', remark: '' }, inspector);
    expect(p.refusal).toBe('supervision.not-yet');
    p.complete('A', {}, clerk);
    expect(p.state?.nodes.get(p.nodeId('A'))?.task?.status).toBe('held');
    expect(p.complete('A', {}, clerk).refusal).toBe('task.held');
    p.act({ type: 'TakePart', node: p.nodeId('A'), mode: 'review', remark: 'ok' }, inspector);
    expect(p.waiting()).toEqual(['B']);
  });
  it('is not stopped by somebody who only has to be informed', async () => {
    expect((await given(supervised('inform', 'during'))).start({}, clerk).complete('A', {}, clerk).waiting()).toEqual(['B']);
  });
  it('cannot be supervised by who does it, nor by another office, nor by the system', async () => {
    const both = person('p-clerk', 'clerk', 'inspector');
    const p = (await given(supervised('cosign', 'after'))).start({}, clerk).complete('A', {}, clerk);
    const act = { type: 'TakePart', node: p.nodeId('A'), mode: 'cosign', remark: '' } as const;
    expect(p.act(act, both).refusal).toBe('supervision.not-independent');
    expect(p.act(act, person('x', 'other')).refusal).toBe('supervision.not-asked');
    expect(p.act(act, system).refusal).toBe('gate.system-may-not-act');
    expect(p.events.filter((e) => e.type === 'PassageRefused')).toHaveLength(3);
  });
});

describe('an objection', () => {
  it('holds the step until it is answered by those who do it and released by the office that objected', async () => {
    const p = (await given(supervised('inform', 'during'))).start({}, clerk);
    const node = p.nodeId('A');
    p.act({ type: 'RaiseObjection', node, reason: 'papers are missing' }, inspector);
    const objection = p.state?.nodes.get(node)?.task?.objections[0]?.id ?? 0;
    expect(p.complete('A', {}, clerk).refusal).toBe('gate.objection-open');
    expect(p.act({ type: 'ReleaseObjection', node, objection, remark: '' }, inspector).refusal).toBe('objection.not-answered');
    expect(p.act({ type: 'AnswerObjection', node, objection, answer: 'x' }, person('y', 'other')).refusal).toBe('gate.not-assigned');
    p.act({ type: 'AnswerObjection', node, objection, answer: 'here they are' }, clerk);
    expect(p.act({ type: 'ReleaseObjection', node, objection, remark: '' }, clerk).refusal).toBe('objection.not-yours');
    p.act({ type: 'ReleaseObjection', node, objection, remark: 'fine' }, inspector).complete('A', {}, clerk);
    expect(p.waiting()).toEqual(['B']);
  });
});

describe('assignment and separated hands', () => {
  it('refuses other offices and the system', async () => {
    const p = (await given(drawing())).start({}, clerk);
    expect(p.complete('A', {}, person('z', 'other')).refusal).toBe('gate.not-assigned');
    expect(p.complete('A', {}, system).refusal).toBe('gate.system-may-not-act');
  });
  it('keeps two duties in two hands, whichever comes first', async () => {
    const xml = bpmn({
      nodes: {
        S: 'startEvent',
        F: 'parallelGateway',
        A: `userTask|${rules('<gc:assignment offices="clerk" differentFrom="B"/>')}`,
        B: `userTask|${rules('<gc:assignment offices="clerk"/>')}`,
        J: 'parallelGateway',
        E: 'endEvent',
      },
      flows: ['S -> F', 'F -> A', 'F -> B', 'A -> J', 'B -> J', 'J -> E'],
    });
    const p = (await given(xml)).start({}, clerk).complete('A', {}, clerk);
    expect(p.complete('B', {}, clerk).refusal).toBe('gate.separated-hands');
    expect(p.complete('B', {}, person('p-other', 'clerk')).state?.status).toBe('completed');
    const q = (await given(xml)).start({}, clerk).complete('B', {}, clerk);
    expect(q.complete('A', {}, clerk).refusal).toBe('gate.separated-hands');
  });
});

describe('periods', () => {
  it('a minimum period cannot be shortened by anybody', async () => {
    const p = (await given(drawing('<gc:minimum days="5" unit="working"/>'))).start({}, clerk);
    expect(p.complete('A', {}, clerk).refusal).toBe('gate.not-before');
    p.at += 8 * 86_400_000;
    expect(p.complete('A', {}, clerk).waiting()).toEqual(['B']);
  });
  it('a deadline that passes is noted and completes nothing', async () => {
    const p = (await given(drawing('<gc:deadline days="2" unit="working"/>'))).start({}, clerk).fire('A');
    expect(p.events.at(-2)).toMatchObject({ type: 'DeadlinePassed', element: 'A' });
    expect(p.waiting()).toEqual(['A']);
  });
});
