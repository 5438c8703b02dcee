// Sequence flows and gateways as BPMN 2.0.2 §13.4 says them, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn, timer } from '../bpmn.ts';
import { given } from '../play.ts';

describe('sequence and gateways', () => {
  it('runs a sequence of tasks to the end', async () => {
    const p = (
      await given(bpmn({ nodes: { S: 'startEvent', A: 'task', B: 'task', E: 'endEvent' }, flows: ['S -> A', 'A -> B', 'B -> E'] }))
    ).start();
    expect(p.passed()).toEqual(['S', 'A', 'B', 'E']);
    expect(p.state?.status).toBe('completed');
  });
  it('takes the first condition that holds, else the default', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', X: 'exclusiveGateway', A: 'task', B: 'task', C: 'task', E: 'endEvent' },
      flows: ['S -> X', 'X -> A ? n > 10', 'X -> B ? n > 5', 'X -> C !', 'A -> E', 'B -> E', 'C -> E'],
    });
    expect((await given(xml)).start({ n: 20 }).passed()).toContain('A');
    expect((await given(xml)).start({ n: 7 }).passed()).toContain('B');
    expect((await given(xml)).start({ n: 1 }).passed()).toContain('C');
  });
  it('raises an incident where no condition holds, and goes on after the data are mended', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', X: 'exclusiveGateway', A: 'task', B: 'task', E: 'endEvent' },
      flows: ['S -> X', 'X -> A ? n > 10', 'X -> B ? n < 5', 'A -> E', 'B -> E'],
    });
    const p = (await given(xml)).start({ n: 7 });
    expect([...(p.state?.incidents.values() ?? [])].map((i) => [i.element, i.code])).toEqual([['X', 'gateway.no-way-out']]);
    expect(p.state?.status).toBe('running');
  });
  it('an unknown variable in a condition is an incident, never a silent default', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', X: 'exclusiveGateway', A: 'task', B: 'task', E: 'endEvent' },
      flows: ['S -> X', 'X -> A ? missing > 10', 'X -> B !', 'A -> E', 'B -> E'],
    });
    const p = (await given(xml)).start();
    expect([...(p.state?.incidents.values() ?? [])][0]?.code).toMatch(/^expression\./);
  });
  it('splits and joins in parallel', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', F: 'parallelGateway', A: 'userTask', B: 'userTask', J: 'parallelGateway', C: 'task', E: 'endEvent' },
      flows: ['S -> F', 'F -> A', 'F -> B', 'A -> J', 'B -> J', 'J -> C', 'C -> E'],
    });
    const p = (await given(xml)).start();
    expect(p.waiting()).toEqual(['A', 'B']);
    expect(p.complete('B').state?.status).toBe('running');
    expect(p.complete('A').state?.status).toBe('completed');
    expect(p.passed().filter((e) => e === 'J')).toHaveLength(1);
  });
  it('an exclusive merge after a parallel split passes both tokens', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', F: 'parallelGateway', A: 'task', B: 'task', M: 'exclusiveGateway', C: 'task', E: 'endEvent' },
      flows: ['S -> F', 'F -> A', 'F -> B', 'A -> M', 'B -> M', 'M -> C', 'C -> E'],
    });
    expect(
      (await given(xml))
        .start()
        .passed()
        .filter((e) => e === 'C'),
    ).toHaveLength(2);
  });
});

describe('inclusive gateway', () => {
  const nodes = {
    S: 'startEvent',
    O: 'inclusiveGateway',
    A: 'userTask',
    B: 'userTask',
    C: 'userTask',
    J: 'inclusiveGateway',
    Z: 'task',
    E: 'endEvent',
  };
  const flows = ['S -> O', 'O -> A ? a', 'O -> B ? b', 'O -> C !', 'A -> J', 'B -> J', 'C -> J', 'J -> Z', 'Z -> E'];
  it('waits for every branch that was taken and only for those', async () => {
    const p = (await given(bpmn({ nodes, flows }))).start({ a: true, b: true });
    expect(p.waiting()).toEqual(['A', 'B']);
    p.complete('A');
    expect(p.passed()).not.toContain('J');
    p.complete('B');
    expect(p.passed().filter((e) => e === 'J')).toHaveLength(1);
    expect(p.state?.status).toBe('completed');
  });
  it('takes the default when no condition holds', async () => {
    expect((await given(bpmn({ nodes, flows }))).start({ a: false, b: false }).waiting()).toEqual(['C']);
  });
  it('fires when a token that could still arrive dies elsewhere', async () => {
    const xml = bpmn({
      nodes: { ...nodes, X: 'exclusiveGateway', D: 'endEvent' },
      flows: [
        'S -> O',
        'O -> A ? a',
        'O -> B ? b',
        'O -> C !',
        'A -> J',
        'B -> X',
        'X -> D ? drop',
        'X -> J !',
        'C -> J',
        'J -> Z',
        'Z -> E',
      ],
    });
    const p = (await given(xml)).start({ a: true, b: true, drop: true }).complete('A');
    expect(p.passed()).not.toContain('J');
    p.complete('B');
    expect(p.passed()).toContain('J');
    expect(p.state?.status).toBe('completed');
  });
  it('counts a boundary event as a way out of its host: the join waits for the escalation path too', async () => {
    const xml = bpmn({
      nodes: { ...nodes, T: `boundaryEvent attachedToRef="B" cancelActivity="true"|${timer('timeDuration', 'PT1H')}`, L: 'userTask' },
      flows: ['S -> O', 'O -> A ? a', 'O -> B ? b', 'O -> C !', 'A -> J', 'B -> E', 'T -> L', 'L -> J', 'C -> J', 'J -> Z', 'Z -> E'],
    });
    const p = (await given(xml)).start({ a: true, b: true }).complete('A');
    expect(p.passed()).not.toContain('J');
    p.fire('T').complete('L');
    expect(p.passed().filter((e) => e === 'J')).toHaveLength(1);
    expect(p.state?.status).toBe('completed');
  });
});
