// Standard loops as BPMN 2.0.2 §13.3.6 says them, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn } from '../bpmn.ts';
import { given } from '../play.ts';

const looped = (work: string, attributes: string, condition?: string): string =>
  bpmn({
    nodes: {
      S: 'startEvent',
      A: `${work}<bpmn:standardLoopCharacteristics ${attributes}>${condition === undefined ? '' : `<bpmn:loopCondition>${condition}</bpmn:loopCondition>`}</bpmn:standardLoopCharacteristics>`,
      E: 'endEvent',
    },
    flows: ['S -> A', 'A -> E'],
  });

describe('standard loops', () => {
  it('each round knows its number, and the condition the number of the last round', async () => {
    const p = (await given(looped('userTask|', '', 'loopCounter &lt; 3'))).start();
    const counters: unknown[] = [];
    while (p.state?.status === 'running') {
      counters.push(p.open('A')[0]?.variables.get('loopCounter'));
      p.complete('A');
    }
    expect(counters).toEqual([1, 2, 3]);
    expect(p.variables()).toEqual({});
  });
  it('the same condition means the same number of rounds asked before', async () => {
    const p = (await given(looped('task|', 'testBefore="true"', 'loopCounter &lt; 3'))).start();
    expect(p.passed().filter((e) => e === 'A')).toHaveLength(3 + 1);
  });
  it('without a condition it goes on to its maximum', async () => {
    const p = (await given(looped('task|', 'loopMaximum="4"'))).start();
    expect(p.events.filter((e) => e.type === 'TaskOpened')).toHaveLength(4);
    expect(p.state?.status).toBe('completed');
  });
  it('a condition that cannot be answered is an incident; resumed, it is asked again', async () => {
    const p = (await given(looped('userTask|', '', 'again'))).start().complete('A', { again: 'maybe' });
    const [incident] = [...(p.state?.incidents.values() ?? [])];
    expect(incident).toMatchObject({ element: 'A', code: 'condition.not-boolean' });
    p.act({ type: 'ResolveIncident', incident: incident?.id ?? 0 });
    expect([...(p.state?.incidents.values() ?? [])]).toMatchObject([{ code: 'condition.not-boolean' }]);
    expect(p.open('A')).toHaveLength(0);
  });
  it('a loop that nobody ends stops with an incident', async () => {
    const p = (await given(looped('task|', '', 'true'))).start();
    expect([...(p.state?.incidents.values() ?? [])]).toMatchObject([{ element: 'A', code: 'loop.too-many' }]);
  });
});
