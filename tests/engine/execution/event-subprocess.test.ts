// Event subprocesses as BPMN 2.0.2 §13.5.4 says them, on small drawings.
import { describe, expect, it } from 'vitest';
import { bpmn, inside, parallelOver, rules } from '../bpmn.ts';
import { given, person } from '../play.ts';

const roots =
  '<bpmn:error id="Err" errorCode="broken"/><bpmn:escalation id="L" escalationCode="late"/><bpmn:message id="M" name="hello"/><bpmn:signal id="Sig" name="alarm"/>';
const message = '<bpmn:messageEventDefinition messageRef="M"/>';
const signal = '<bpmn:signalEventDefinition signalRef="Sig"/>';
const error = '<bpmn:errorEventDefinition errorRef="Err"/>';
const escalation = '<bpmn:escalationEventDefinition escalationRef="L"/>';
/** An event subprocess that waits for a person. */
const handler = (prefix: string, definition: string, interrupting = true): string =>
  `subProcess triggeredByEvent="true"|${inside(
    {
      nodes: {
        [`${prefix}s`]: `startEvent isInterrupting="${interrupting}"|${definition}`,
        [`${prefix}a`]: 'userTask',
        [`${prefix}e`]: 'endEvent',
      },
      flows: [`${prefix}s -> ${prefix}a`, `${prefix}a -> ${prefix}e`],
    },
    prefix,
  )}`;

describe('event subprocesses', () => {
  it('an error that reaches the process is caught there and the case does not fail', async () => {
    const inner = inside({ nodes: { s: 'startEvent', x: `endEvent|${error}` }, flows: ['s -> x'] }, 'i');
    const p = (
      await given(
        bpmn({
          roots,
          nodes: { S: 'startEvent', P: `subProcess|${inner}`, E: 'endEvent', H: handler('h', error) },
          flows: ['S -> P', 'P -> E'],
        }),
      )
    ).start();
    expect(p.waiting()).toEqual(['ha']);
    expect(p.complete('ha').state?.status).toBe('completed');
    expect(p.passed()).toEqual(['S', 's', 'x', 'hs', 'ha', 'he', 'H']);
  });
  it('once interrupted, a scope hears neither its other events nor the same one again', async () => {
    const p = (
      await given(
        bpmn({
          roots,
          nodes: { S: 'startEvent', A: 'userTask', E: 'endEvent', H: handler('h', message), K: handler('k', signal, false) },
          flows: ['S -> A', 'A -> E'],
        }),
      )
    )
      .start()
      .message('hello');
    expect(p.waiting()).toEqual(['ha']);
    expect(p.state?.waits.size).toBe(0);
    expect(p.message('hello').refusal).toBe('message.not-awaited');
  });
  it('an error inside one that runs beside is caught by another of the same scope', async () => {
    const throws = `subProcess triggeredByEvent="true"|${inside(
      { nodes: { ks: `startEvent isInterrupting="false"|${message}`, kx: `endEvent|${error}` }, flows: ['ks -> kx'] },
      'k',
    )}`;
    const p = (
      await given(
        bpmn({
          roots,
          nodes: { S: 'startEvent', A: 'userTask', E: 'endEvent', K: throws, H: handler('h', error) },
          flows: ['S -> A', 'A -> E'],
        }),
      )
    )
      .start()
      .message('hello');
    expect(p.waiting()).toEqual(['ha']);
  });
  it('an escalation interrupts the scope that throws it', async () => {
    const p = (
      await given(
        bpmn({
          roots,
          nodes: { S: 'startEvent', T: `intermediateThrowEvent|${escalation}`, A: 'userTask', E: 'endEvent', H: handler('h', escalation) },
          flows: ['S -> T', 'T -> A', 'A -> E'],
        }),
      )
    ).start();
    expect(p.passed()).toEqual(['S', 'T', 'hs']);
    expect(p.waiting()).toEqual(['ha']);
  });
  it('each instance of a repeated subprocess has its own', async () => {
    const inner = inside(
      { nodes: { s: 'startEvent', a: 'userTask', e: 'endEvent', H: handler('h', message) }, flows: ['s -> a', 'a -> e'] },
      'i',
    );
    const p = (
      await given(
        bpmn({
          roots,
          head: '<bpmn:property id="people" name="people"/>',
          nodes: { S: 'startEvent', P: `subProcess|${parallelOver('people', 'who')}${inner}`, E: 'endEvent' },
          flows: ['S -> P', 'P -> E'],
        }),
      )
    )
      .start({ people: ['a', 'b'] })
      .message('hello');
    expect([...p.waiting()].sort()).toEqual(['a', 'ha']);
    expect(p.complete('ha').complete('a').state?.status).toBe('completed');
  });
  it('an incident of what it ends is over', async () => {
    const p = (
      await given(
        bpmn({
          roots,
          nodes: { S: 'startEvent', G: 'exclusiveGateway', E: 'endEvent', F: 'endEvent', H: handler('h', message) },
          flows: ['S -> G', 'G -> E ? x = 1', 'G -> F ? x = 2'],
        }),
      )
    ).start({ x: 3 });
    expect(p.state?.incidents.size).toBe(1);
    expect(p.message('hello').state?.incidents.size).toBe(0);
    expect(p.complete('ha').state?.status).toBe('completed');
  });
  it('a subprocess that is done and held for its supervisor begins none', async () => {
    const inner = inside(
      { nodes: { s: 'startEvent', a: 'userTask', e: 'endEvent', H: handler('h', message) }, flows: ['s -> a', 'a -> e'] },
      'i',
    );
    const supervision = rules('<gc:supervision office="watch" mode="review" when="after"/>');
    const p = (
      await given(
        bpmn({
          roots,
          nodes: { S: 'startEvent', P: `subProcess|${supervision}${inner}`, E: 'endEvent' },
          flows: ['S -> P', 'P -> E'],
        }),
      )
    )
      .start()
      .complete('a');
    expect(p.state?.status).toBe('running');
    expect(p.message('hello').refusal).toBe('message.not-awaited');
    const held = [...(p.state?.nodes.values() ?? [])].find((n) => n.element === 'P');
    p.act({ type: 'TakePart', node: held?.id ?? 0, mode: 'review', remark: '' }, person('w', 'watch'));
    expect(p.state?.status).toBe('completed');
  });
});
