// A meeting inside a case: sign-in, quorum, opinions in order, the chief last, an open ballot, the result computed and never handed in.
import { describe, expect, it } from 'vitest';
import { ruleObject } from '../../../engine/index.ts';
import { bpmn, inside, parallelOver, rules, sequentialOver } from '../bpmn.ts';
import { given, type Play, person } from '../play.ts';

const rule = ruleObject.parse({
  key: 'r',
  version: 1,
  title: { zh: '规则', en: 'rules' },
  deliberation: {
    body: 'committee',
    quorum: { ordinary: { numerator: 1, denominator: 2, strict: true }, major: { numerator: 2, denominator: 3, strict: false } },
    pass: { numerator: 1, denominator: 2, strict: true, of: 'entitled' },
    opinions: ['agree', 'disagree', 'postpone'],
    ballots: ['agree', 'disagree', 'abstain'],
    ballotMethod: 'open',
    split: { marginAtMost: 1, postponeAtLeast: { numerator: 1, denominator: 3, strict: false } },
    chiefLast: true,
  },
});
const choice = (key: string, ...values: string[]) => ({
  key,
  label: { zh: key, en: key },
  type: 'choice' as const,
  required: true,
  options: values.map((value) => ({ value, label: { zh: value, en: value } })),
});
const text = (key: string) => ({ key, label: { zh: key, en: key }, type: 'longText' as const, required: false, maxLength: 100 });
const forms = [
  { key: 'opinion', title: { zh: '意见', en: 'opinion' }, fields: [choice('view', 'agree', 'disagree', 'postpone'), text('reason')] },
  { key: 'ballot', title: { zh: '票', en: 'ballot' }, fields: [choice('choice', 'agree', 'disagree', 'abstain')] },
];
const member = (id: string, order: number, chair = false) => ({ person: id, name: id, office: `o-${id}`, chair, order });
const directory = {
  bodies: { committee: [member('chief', 1, true), member('a', 2), member('b', 3), member('c', 4), member('d', 5)] },
  holders: {},
};
const task = (stage: string, ...more: string[]) => `userTask|${rules(`<gc:deliberation stage="${stage}"/>`, ...more)}`;
const drawing = bpmn({
  nodes: {
    S: 'startEvent',
    M: `subProcess|${rules('<gc:deliberation stage="meeting" body="committee" level="major"/>')}${inside(
      {
        head: '<bpmn:property id="speakers" name="speakers"/><bpmn:property id="voters" name="voters"/>',
        nodes: {
          s: 'startEvent',
          signIn: task('signIn', '<gc:assignment offices="secretary"/>'),
          speak: task('opinions', '<gc:assignment person="who"/>', '<gc:form key="opinion"/>') + sequentialOver('speakers', 'who'),
          chief: task('chiefOpinion', '<gc:assignment person="chief"/>', '<gc:form key="opinion"/>'),
          vote: task('ballot', '<gc:assignment person="voter"/>', '<gc:form key="ballot"/>') + parallelOver('voters', 'voter'),
          result: task('announce', '<gc:assignment offices="secretary"/>'),
          e: 'endEvent',
        },
        flows: ['s -> signIn', 'signIn -> speak', 'speak -> chief', 'chief -> vote', 'vote -> result', 'result -> e'],
      },
      'i',
    )}`,
    E: 'endEvent',
  },
  flows: ['S -> M', 'M -> E'],
});
const secretary = person('sec', 'secretary');
const open = async (): Promise<Play> => (await given(drawing, { rules: rule, forms, directory })).start({}, secretary);
const signIn = (p: Play, ...who: string[]): Play =>
  who.reduce((q, w) => q.act({ type: 'SignIn', node: q.nodeId('signIn'), person: w }, person(w)), p);
const speak = (p: Play, who: string, view: string): Play =>
  p.complete(who === 'chief' ? 'chief' : 'speak', { view, reason: 'because' }, person(who));
const everybody = ['a', 'b', 'c', 'd', 'chief'];

describe('a meeting', () => {
  it('asks for opinions in order, the chief last, then ballots, and computes the result', async () => {
    const p = signIn(await open(), ...everybody).complete('signIn', {}, secretary);
    for (const who of ['a', 'b', 'c', 'd']) {
      expect(p.waiting()).toEqual(['speak']);
      speak(p, who, 'agree');
    }
    expect(p.waiting()).toEqual(['chief']);
    speak(p, 'chief', 'agree');
    for (const who of everybody) p.complete('vote', { choice: who === 'd' ? 'disagree' : 'agree' }, person(who));
    p.complete('result', {}, secretary);
    expect(p.state?.status).toBe('completed');
    expect(p.variables()).toMatchObject({
      conclusion: 'passed',
      passed: true,
      ballotTally: { agree: 4, disagree: 1, abstain: 0 },
      quorumMet: true,
      bigSplit: false,
    });
    expect(p.variables()).not.toHaveProperty('view');
    expect(p.variables()).not.toHaveProperty('choice');
  });
  it('refuses the chief before the others, whoever asks, and another member out of turn', async () => {
    const p = signIn(await open(), ...everybody).complete('signIn', {}, secretary);
    expect(speak(p, 'b', 'agree').refusal).toBe('gate.not-assigned');
    expect(p.complete('speak', { view: 'agree', reason: '' }, person('chief', 'o-chief')).refusal).toBe('gate.not-assigned');
  });
  it('counts quorum exactly: of five, a major matter needs four', async () => {
    const three = signIn(await open(), 'a', 'b', 'chief').complete('signIn', {}, secretary);
    expect(three.state?.nodes.get(three.nodeId('M'))?.variables.get('quorumMet')).toBe(false);
    const four = signIn(await open(), 'a', 'b', 'c', 'chief').complete('signIn', {}, secretary);
    expect(four.state?.nodes.get(four.nodeId('M'))?.variables.get('quorumMet')).toBe(true);
  });
  it('a passed majority of those present is still short when the entitled are more', async () => {
    const p = signIn(await open(), 'a', 'b', 'c', 'chief').complete('signIn', {}, secretary);
    for (const who of ['a', 'b', 'c', 'chief']) speak(p, who, 'agree');
    for (const who of ['a', 'b', 'c', 'chief'])
      p.complete('vote', { choice: who === 'a' || who === 'b' ? 'agree' : 'abstain' }, person(who));
    p.complete('result', {}, secretary);
    expect(p.variables()).toMatchObject({ conclusion: 'rejected' });
  });
  it('a ballot without quorum is refused and recorded', async () => {
    const p = signIn(await open(), 'a', 'chief').complete('signIn', {}, secretary);
    speak(speak(p, 'a', 'agree'), 'chief', 'agree').complete('vote', { choice: 'agree' }, person('a'));
    expect(p.refusal).toBe('gate.quorum-not-met');
    expect(p.events.at(-1)?.type).toBe('PassageRefused');
  });
  it('a recused member neither speaks nor votes, and is still counted in the base', async () => {
    const p = signIn(await open(), ...everybody);
    p.act({ type: 'DeclareRecusal', node: p.nodeId('signIn'), person: 'c', reason: 'kin' }, person('c')).complete('signIn', {}, secretary);
    expect(p.state?.nodes.get(p.nodeId('M'))?.variables.get('voters')).toEqual(['a', 'b', 'd', 'chief']);
    expect(p.state?.nodes.get(p.nodeId('M'))?.variables.get('entitled')).toBe(5);
  });
  it('a split of one vote, or a third for postponing, is a big split', async () => {
    const p = signIn(await open(), ...everybody).complete('signIn', {}, secretary);
    const views: Record<string, string> = { a: 'agree', b: 'disagree', c: 'disagree', d: 'agree', chief: 'agree' };
    for (const who of everybody) speak(p, who, views[who] ?? 'agree');
    expect(p.state?.nodes.get(p.nodeId('M'))?.variables.get('bigSplit')).toBe(true);
  });
  it('only the member or the secretary signs a member in; strangers are refused', async () => {
    const p = await open();
    const act = (who: string) => ({ type: 'SignIn', node: p.nodeId('signIn'), person: who }) as const;
    expect(p.act(act('a'), person('b')).refusal).toBe('meeting.sign-in-for-others');
    expect(p.act(act('nobody'), secretary).refusal).toBe('meeting.not-a-member');
    expect(p.act(act('a'), secretary).refusal).toBeUndefined();
    expect(p.act(act('a'), person('a')).refusal).toBe('meeting.already-signed-in');
  });
  it('no answer can smuggle a result into the variables', async () => {
    const p = signIn(await open(), ...everybody);
    p.complete('signIn', { quorumMet: true }, secretary);
    expect(p.refusal).toBe('gate.form-incomplete');
  });
});
