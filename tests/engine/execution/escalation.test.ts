// Escalation events as BPMN 2.0.2 §10.5.7 says them, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn, inside, parallelOver } from '../bpmn.ts';
import { given } from '../play.ts';

const roots = '<bpmn:escalation id="L" escalationCode="late"/><bpmn:escalation id="M" escalationCode="more"/>';
const escalation = (ref = ''): string => `<bpmn:escalationEventDefinition${ref === '' ? '' : ` escalationRef="${ref}"`}/>`;
const thrower = (prefix: string): string =>
  inside(
    {
      nodes: { [`${prefix}s`]: 'startEvent', [`${prefix}x`]: `endEvent|${escalation('L')}` },
      flows: [`${prefix}s -> ${prefix}x`],
    },
    prefix,
  );

describe('escalations', () => {
  it('the event with the very code goes before the one that catches all', async () => {
    const xml = (...caught: readonly string[]) =>
      bpmn({
        roots,
        nodes: {
          S: 'startEvent',
          P: `subProcess|${thrower('i')}`,
          ...Object.fromEntries(caught.map((ref, i) => [`B${i}`, `boundaryEvent attachedToRef="P"|${escalation(ref)}`])),
          E: 'endEvent',
        },
        flows: ['S -> P', 'P -> E', ...caught.map((_, i) => `B${i} -> E`)],
      });
    expect((await given(xml('', 'L'))).start().passed()).toEqual(['S', 'is', 'ix', 'B1', 'E']);
    expect((await given(xml('M', ''))).start().passed()).toEqual(['S', 'is', 'ix', 'B1', 'E']);
    expect((await given(xml('M'))).start().passed()).toEqual(['S', 'is', 'ix', 'P', 'E']);
  });
  it('the innermost activity catches it, and only that one', async () => {
    const caughtInside = inside(
      {
        nodes: {
          os: 'startEvent',
          Q: `subProcess|${thrower('i')}`,
          C: `boundaryEvent attachedToRef="Q" cancelActivity="false"|${escalation()}`,
          oe: 'endEvent',
        },
        flows: ['os -> Q', 'Q -> oe', 'C -> oe'],
      },
      'o',
    );
    const xml = bpmn({
      roots,
      nodes: {
        S: 'startEvent',
        P: `subProcess|${caughtInside}`,
        B: `boundaryEvent attachedToRef="P"|${escalation('L')}`,
        E: 'endEvent',
      },
      flows: ['S -> P', 'P -> E', 'B -> E'],
    });
    const p = (await given(xml)).start();
    expect(p.passed()).not.toContain('B');
    expect(p.passed().filter((e) => e === 'C' || e === 'Q')).toEqual(['C', 'Q']);
    expect(p.state?.status).toBe('completed');
  });
  it('out of one of several instances it is caught on the whole', async () => {
    const xml = (cancel: boolean) =>
      bpmn({
        roots,
        head: '<bpmn:property id="people" name="people"/>',
        nodes: {
          S: 'startEvent',
          P: `subProcess|${parallelOver('people', 'who')}${thrower('i')}`,
          B: `boundaryEvent attachedToRef="P" cancelActivity="${cancel}"|${escalation('L')}`,
          E: 'endEvent',
          F: 'endEvent',
        },
        flows: ['S -> P', 'P -> E', 'B -> F'],
      });
    const people = { people: ['a', 'b', 'c'] };
    const beside = (await given(xml(false))).start(people);
    expect(beside.passed().filter((e) => e === 'B')).toHaveLength(3);
    expect(beside.passed().at(-1)).toBe('E');
    const instead = (await given(xml(true))).start(people);
    expect(instead.passed().filter((e) => e === 'B' || e === 'E')).toEqual(['B']);
    expect(instead.state?.status).toBe('completed');
  });
});
