// Events as BPMN 2.0.2 §13.5 says them, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn, inside, timer } from '../bpmn.ts';
import { given, system } from '../play.ts';

const error = '<bpmn:error id="Err" name="broken" errorCode="broken"/>';
const msg = '<bpmn:message id="Msg" name="hello"/>';

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
  it('what a boundary message of a subprocess carries is there behind the event', async () => {
    const inner = inside({ nodes: { s: 'startEvent', a: 'userTask', e: 'endEvent' }, flows: ['s -> a', 'a -> e'] }, 'i');
    const xml = bpmn({
      roots: msg,
      nodes: {
        S: 'startEvent',
        P: `subProcess|${inner}`,
        B: 'boundaryEvent attachedToRef="P"|<bpmn:messageEventDefinition messageRef="Msg"/>',
        A: 'userTask',
        E: 'endEvent',
      },
      flows: ['S -> P', 'P -> E', 'B -> A', 'A -> E'],
    });
    const p = (await given(xml)).start().message('hello', { x: 1 });
    expect(p.waiting()).toEqual(['A']);
    expect(p.variables()).toEqual({ x: 1 });
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
