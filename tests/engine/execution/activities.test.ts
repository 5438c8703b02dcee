// Activities as BPMN 2.0.2 §13.3 says them, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn, inside, parallelOver, sequentialOver } from '../bpmn.ts';
import { given, system } from '../play.ts';

const error = '<bpmn:error id="Err" name="broken" errorCode="broken"/>';

describe('activities', () => {
  it('scripts write variables; a subprocess hands its variables on', async () => {
    const inner = inside(
      {
        nodes: { s: 'startEvent', t: 'scriptTask scriptFormat="feel"|<bpmn:script>{ y: x * 2 }</bpmn:script>', e: 'endEvent' },
        flows: ['s -> t', 't -> e'],
      },
      'i',
    );
    const p = (
      await given(bpmn({ nodes: { S: 'startEvent', P: `subProcess|${inner}`, E: 'endEvent' }, flows: ['S -> P', 'P -> E'] }))
    ).start({ x: 21 });
    expect(p.variables()).toEqual({ x: 21, y: 42 });
  });
  it('runs instances one after another, and side by side', async () => {
    const head = '<bpmn:property id="people" name="people"/>';
    const one = bpmn({
      head,
      nodes: { S: 'startEvent', A: `userTask|${sequentialOver('people', 'who')}`, E: 'endEvent' },
      flows: ['S -> A', 'A -> E'],
    });
    const p = (await given(one)).start({ people: ['a', 'b', 'c'] });
    expect(p.open('A').map((n) => n.variables.get('who'))).toEqual(['a']);
    expect(
      p
        .complete('A')
        .open('A')
        .map((n) => n.variables.get('who')),
    ).toEqual(['b']);
    expect(p.complete('A').complete('A').state?.status).toBe('completed');
    const all = bpmn({
      head,
      nodes: { S: 'startEvent', A: `userTask|${parallelOver('people', 'who')}`, E: 'endEvent' },
      flows: ['S -> A', 'A -> E'],
    });
    const q = (await given(all)).start({ people: ['a', 'b', 'c'] });
    expect(q.open('A')).toHaveLength(3);
    expect(q.complete('A').complete('A').complete('A').state?.status).toBe('completed');
  });
  it('an empty list passes at once; the completion condition ends the rest', async () => {
    const head = '<bpmn:property id="people" name="people"/>';
    const done =
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">numberOfCompletedInstances &gt;= 2</bpmn:completionCondition>';
    const xml = bpmn({
      head,
      nodes: { S: 'startEvent', A: `userTask|${parallelOver('people', 'who', done)}`, E: 'endEvent' },
      flows: ['S -> A', 'A -> E'],
    });
    expect((await given(xml)).start({ people: [] }).state?.status).toBe('completed');
    const p = (await given(xml))
      .start({ people: ['a', 'b', 'c'] })
      .complete('A')
      .complete('A');
    expect(p.state?.status).toBe('completed');
    expect(p.events.filter((e) => e.type === 'ActivityCancelled')).toHaveLength(1);
  });
  it('each token that reaches a task opens its own instance', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', F: 'parallelGateway', M: 'exclusiveGateway', A: 'userTask', E: 'endEvent' },
      flows: ['S -> F', 'F -> M', 'F -> M', 'M -> A', 'A -> E'],
    });
    const p = (await given(xml)).start();
    expect(p.open('A')).toHaveLength(2);
    expect(p.complete('A').state?.status).toBe('running');
    expect(p.complete('A').state?.status).toBe('completed');
  });
  it('a job that fails takes the drawn error path, or stops with an incident that can be resumed', async () => {
    const xml = bpmn({
      roots: error,
      nodes: {
        S: 'startEvent',
        J: 'serviceTask implementation="notify"',
        B: 'boundaryEvent attachedToRef="J"|<bpmn:errorEventDefinition errorRef="Err"/>',
        A: 'task',
        E: 'endEvent',
      },
      flows: ['S -> J', 'J -> E', 'B -> A', 'A -> E'],
    });
    const p = (await given(xml)).start();
    expect(p.open('J')[0]?.task?.topic).toBe('notify');
    expect(p.act({ type: 'FailJob', node: p.nodeId('J'), error: 'broken', detail: 'x' }, system).passed()).toContain('A');
    const q = (await given(xml)).start();
    q.act({ type: 'FailJob', node: q.nodeId('J'), detail: 'no network' }, system);
    const [incident] = [...(q.state?.incidents.values() ?? [])];
    expect(incident?.code).toBe('job.failed');
    q.act({ type: 'ResolveIncident', incident: incident?.id ?? 0 }).complete('J');
    expect(q.state?.status).toBe('completed');
  });
  it('two thousand tasks in a row need no stack', async () => {
    const names = Array.from({ length: 2000 }, (_, i) => `T${i}`);
    const nodes = Object.fromEntries([['S', 'startEvent'], ...names.map((n) => [n, 'task']), ['E', 'endEvent']]);
    const flows = ['S', ...names].map((n, i) => `${n} -> ${[...names, 'E'][i]}`);
    expect((await given(bpmn({ nodes, flows }))).start().state?.status).toBe('completed');
  });
  it('a drawing that loops without waiting stops with an incident', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', X: 'exclusiveGateway', A: 'task', Y: 'exclusiveGateway', E: 'endEvent' },
      flows: ['S -> X', 'X -> A', 'A -> Y', 'Y -> X ? true', 'Y -> E !'],
    });
    const p = (await given(xml)).start();
    expect([...(p.state?.incidents.values() ?? [])][0]?.code).toBe('case.too-many-steps');
  });
});
