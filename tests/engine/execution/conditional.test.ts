// Conditional events as BPMN 2.0.2 §10.5.5 says them, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn, inside, parallelOver } from '../bpmn.ts';
import { given } from '../play.ts';

const when = (condition: string): string =>
  `<bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition.replaceAll('>', '&gt;').replaceAll('<', '&lt;')}</bpmn:condition></bpmn:conditionalEventDefinition>`;
const beside = (condition: string) =>
  bpmn({
    nodes: { S: 'startEvent', G: 'parallelGateway', C: `intermediateCatchEvent|${when(condition)}`, A: 'userTask', E: 'endEvent' },
    flows: ['S -> G', 'G -> C', 'G -> A', 'C -> E', 'A -> E'],
  });

describe('conditional events', () => {
  it('an answer that is neither yes nor no is an incident; resumed, it is asked again', async () => {
    const p = (await given(beside('amount'))).start({ amount: 5 });
    const incident = [...(p.state?.incidents.values() ?? [])][0];
    expect(incident).toMatchObject({ element: 'C', code: 'condition.not-boolean' });
    p.complete('A', { amount: true });
    expect(p.passed()).toContain('C');
    expect(p.state?.status).toBe('completed');
    const q = (await given(beside('amount'))).start({ amount: 5 });
    q.act({ type: 'ResolveIncident', incident: [...(q.state?.incidents.keys() ?? [])][0] ?? 0 });
    expect(q.state?.incidents.size).toBe(1);
    expect([...(q.state?.waits.values() ?? [])].filter((w) => w.element === 'C')).toHaveLength(1);
  });
  it('is asked when data that it names was written, and only then', async () => {
    const p = (await given(beside('amount > 0 and now() > date and time("2026-11-03T00:00:00@Asia/Shanghai")'))).start({ amount: 1 });
    p.at += 24 * 3_600_000;
    expect(p.complete('A', { other: 1 }).waiting()).toEqual(['C']);
    const q = (await given(beside('amount > 0 and now() > date and time("2026-11-03T00:00:00@Asia/Shanghai")'))).start({ amount: 1 });
    q.at += 24 * 3_600_000;
    expect(q.complete('A', { amount: 1 }).waiting()).toEqual([]);
  });
  it('a boundary event on a subprocess sees the data inside it', async () => {
    const inner = inside(
      { nodes: { s: 'startEvent', a: 'userTask', b: 'userTask', e: 'endEvent' }, flows: ['s -> a', 'a -> b', 'b -> e'] },
      'i',
    );
    const xml = bpmn({
      nodes: {
        S: 'startEvent',
        P: `subProcess|<bpmn:property id="x" name="x"/>${inner}`,
        C: `boundaryEvent attachedToRef="P"|${when('x > 1')}`,
        E: 'endEvent',
        F: 'endEvent',
      },
      flows: ['S -> P', 'P -> E', 'C -> F'],
    });
    expect((await given(xml)).start().complete('a', { x: 1 }).waiting()).toEqual(['b']);
    const p = (await given(xml)).start().complete('a', { x: 2 });
    expect(p.passed()).toEqual(['S', 's', 'a', 'C', 'F']);
    expect(p.state?.status).toBe('completed');
  });
  it('on several instances it waits on the whole', async () => {
    const xml = bpmn({
      head: '<bpmn:property id="people" name="people"/>',
      nodes: {
        S: 'startEvent',
        A: `userTask|${parallelOver('people', 'who')}`,
        C: `boundaryEvent attachedToRef="A"|${when('stop')}`,
        E: 'endEvent',
        F: 'endEvent',
      },
      flows: ['S -> A', 'A -> E', 'C -> F'],
    });
    const p = (await given(xml)).start({ people: ['a', 'b', 'c'] });
    expect(p.state?.waits.size).toBe(1);
    expect(p.complete('A', { stop: true }).passed()).toEqual(['S', 'A', 'C', 'F']);
    expect(p.state?.status).toBe('completed');
  });
});
