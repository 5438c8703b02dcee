// Control flow as BPMN 2.0.2 chapter 13 says it, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn, inside, parallelOver, sequentialOver, timer } from '../bpmn.ts';
import { given, system } from '../play.ts';

const error = '<bpmn:error id="Err" name="broken" errorCode="broken"/>';
const msg = '<bpmn:message id="Msg" name="hello"/>';

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

describe('events', () => {
  it('the first event behind an event gateway wins', async () => {
    const xml = bpmn({
      roots: msg,
      nodes: {
        S: 'startEvent',
        G: 'eventBasedGateway',
        M: 'intermediateCatchEvent|<bpmn:messageEventDefinition messageRef="Msg"/>',
        T: `intermediateCatchEvent|${timer('timeDuration', 'P3D')}`,
        A: 'task',
        B: 'task',
        E: 'endEvent',
      },
      flows: ['S -> G', 'G -> M', 'G -> T', 'M -> A', 'T -> B', 'A -> E', 'B -> E'],
    });
    expect((await given(xml)).start().message('hello', { x: 1 }).passed()).toEqual(['S', 'M', 'A', 'E']);
    const late = (await given(xml)).start().fire('T');
    expect(late.passed()).toEqual(['S', 'T', 'B', 'E']);
    expect(late.message('hello').refusal).toBe('case.not-running');
  });
  it('a timer is refused before it is due, to anybody', async () => {
    const xml = bpmn({
      nodes: { S: 'startEvent', T: `intermediateCatchEvent|${timer('timeDuration', 'P3D')}`, E: 'endEvent' },
      flows: ['S -> T', 'T -> E'],
    });
    const p = (await given(xml)).start();
    const [wait] = [...(p.state?.waits.keys() ?? [])];
    expect(p.act({ type: 'FireTimer', wait: wait ?? 0 }, system).refusal).toBe('wait.not-due');
  });
  it('an interrupting boundary timer ends its host; a cycle beside it goes on a counted number of times', async () => {
    const xml = (cancel: boolean, text: string, form: 'timeDuration' | 'timeCycle') =>
      bpmn({
        nodes: {
          S: 'startEvent',
          A: 'userTask',
          T: `boundaryEvent attachedToRef="A" cancelActivity="${cancel}"|${timer(form, text)}`,
          R: 'task',
          E: 'endEvent',
          E2: 'endEvent',
        },
        flows: ['S -> A', 'A -> E', 'T -> R', 'R -> E2'],
      });
    const cut = (await given(xml(true, 'PT1H', 'timeDuration'))).start().fire('T');
    expect(cut.state?.status).toBe('completed');
    expect(cut.events.some((e) => e.type === 'ActivityCancelled' && e.element === 'A')).toBe(true);
    const remind = (await given(xml(false, 'R2/PT1H', 'timeCycle'))).start().fire('T').fire('T');
    expect(remind.passed().filter((e) => e === 'R')).toHaveLength(2);
    expect(remind.state?.waits.size).toBe(0);
    expect(remind.complete('A').state?.status).toBe('completed');
  });
  it('an error end in a subprocess is caught at its border; an uncaught one fails the case', async () => {
    const inner = inside({ nodes: { s: 'startEvent', x: 'endEvent|<bpmn:errorEventDefinition errorRef="Err"/>' }, flows: ['s -> x'] }, 'i');
    const caught = bpmn({
      roots: error,
      nodes: {
        S: 'startEvent',
        P: `subProcess|${inner}`,
        B: 'boundaryEvent attachedToRef="P"|<bpmn:errorEventDefinition errorRef="Err"/>',
        A: 'task',
        E: 'endEvent',
      },
      flows: ['S -> P', 'P -> E', 'B -> A', 'A -> E'],
    });
    expect((await given(caught)).start().passed()).toEqual(['S', 's', 'x', 'B', 'A', 'E']);
    const uncaught = bpmn({
      roots: error,
      nodes: { S: 'startEvent', P: `subProcess|${inner}`, E: 'endEvent' },
      flows: ['S -> P', 'P -> E'],
    });
    expect((await given(uncaught)).start().state?.status).toBe('failed');
  });
  it('terminate ends everything in its scope', async () => {
    const xml = bpmn({
      nodes: {
        S: 'startEvent',
        F: 'parallelGateway',
        A: 'userTask',
        B: 'userTask',
        T: 'endEvent|<bpmn:terminateEventDefinition/>',
        E: 'endEvent',
      },
      flows: ['S -> F', 'F -> A', 'F -> B', 'A -> T', 'B -> E'],
    });
    const p = (await given(xml)).start().complete('A');
    expect(p.state?.status).toBe('terminated');
    expect(p.events.some((e) => e.type === 'ActivityCancelled' && e.element === 'B')).toBe(true);
  });
});

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
