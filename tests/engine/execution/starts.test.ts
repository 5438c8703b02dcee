// Several start events of a process (BPMN 2.0.2 §10.5.2): each case begins at one of them, and only there.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../engine/index.ts';
import { bpmn } from '../bpmn.ts';
import { given } from '../play.ts';

type Start = Partial<Extract<Command, { type: 'StartCase' }>>;

const message = (ref: string): string => `startEvent|<bpmn:messageEventDefinition messageRef="${ref}"/>`;
const xml = (plain: boolean): string =>
  bpmn({
    roots: '<bpmn:message id="M" name="letter"/><bpmn:message id="N" name="call"/>',
    nodes: { ...(plain ? { S: 'startEvent' } : {}), L: message('M'), C: message('N'), A: 'userTask', B: 'userTask', E: 'endEvent' },
    flows: [...(plain ? ['S -> A'] : []), 'L -> A', 'C -> B', 'A -> E', 'B -> E'],
  });
const begun = async (plain: boolean, how: Start) =>
  (await given(xml(plain))).act({ type: 'StartCase', case: 'c', title: 't', variables: {}, ...how });

describe('several start events', () => {
  it('without a word the plain one', async () => {
    expect((await begun(true, {})).passed()).toEqual(['S']);
  });
  it('a message its own', async () => {
    expect((await begun(true, { message: 'letter' })).passed()).toEqual(['L']);
    const call = await begun(true, { message: 'call' });
    expect(call.passed()).toEqual(['C']);
    expect(call.waiting()).toEqual(['B']);
  });
  it('the one that is named', async () => {
    expect((await begun(true, { start: 'C' })).passed()).toEqual(['C']);
  });
  it('refused where nobody can say which', async () => {
    expect((await begun(false, {})).refusal).toBe('start.ambiguous');
    expect((await begun(true, { message: 'smoke' })).refusal).toBe('start.unknown');
  });
});
