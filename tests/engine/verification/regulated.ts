// A small regulated procedure, right in every rule, for tests to break in one place: draft → meeting (sign-in, opinions, chief, ballot,
// announcement) → publish, with the rule object, forms, offices and bodies that it needs.
import type { Form } from '../../../engine/model/form.ts';
import { readDrawing } from '../../../engine/model/read-drawing.ts';
import { type RuleObject, ruleObject } from '../../../engine/model/rule-object.ts';
import { checkProcedure, type ProcedureCheck } from '../../../engine/verification/check-procedure.ts';
import { draw, end, multi, type Node, start, sub, user } from '../model/draw.ts';

const words = (zh: string, en: string) => ({ zh, en });
const half = { numerator: 1, denominator: 2, strict: true };

export const townRules: RuleObject = ruleObject.parse({
  key: 'town-rules',
  version: 1,
  title: words('规则', 'Rules'),
  deliberation: {
    body: 'party-committee',
    quorum: { ordinary: half, major: half },
    pass: { ...half, of: 'entitled' },
    opinions: ['agree', 'disagree', 'postpone'],
    ballots: ['agree', 'disagree', 'abstain'],
    ballotMethod: 'open',
    split: { marginAtMost: 1, postponeAtLeast: { numerator: 1, denominator: 3, strict: false } },
    chiefLast: true,
  },
  supervised: [
    {
      kind: 'ballot',
      reason: words('防止代为表决', 'nobody may vote for another'),
      office: 'discipline-inspector',
      mode: 'attend',
      when: 'during',
    },
  ],
});

const form = (key: string, ...keys: readonly string[]): Form => ({
  key,
  title: words('表', 'Form'),
  fields: keys.map((field) => ({ key: field, label: words('项', 'Field'), required: true, type: 'text', maxLength: 200 })),
});
export const townForms: ReadonlyMap<string, Form> = new Map(
  [form('proposal', 'title'), form('opinion', 'view', 'reason'), form('ballot', 'choice')].map((one) => [one.key, one]),
);

export const facts = (kind: string) => `<gc:step kind="${kind}" subject="甲" condition="乙" goal="丙" limit="丁" requirement="戊"/>`;
export const offices = (...keys: readonly string[]) => `<gc:assignment offices="${keys.join(' ')}"/>`;
export const person = (name: string) => `<gc:assignment person="${name}"/>`;
export const stage = (name: string, more = '') => `<gc:deliberation stage="${name}" ${more}/>`;
export const each = (collection: string, item: string, sequential: boolean) =>
  multi(
    `<bpmn:loopDataInputRef>Data_${collection}</bpmn:loopDataInputRef>${item === '' ? '' : `<bpmn:inputDataItem id="Item_${item}" name="${item}"/>`}`,
    `isSequential="${sequential}"`,
  );

const attended = '<gc:supervision office="discipline-inspector" mode="attend" when="during"/>';

/** The parts that a test may replace. */
export interface Town {
  readonly rules: string;
  readonly lanes: string;
  readonly draft: Node;
  readonly meetingRule: string;
  readonly signIn: Node | undefined;
  readonly opinions: Node;
  readonly chief: Node;
  readonly ballot: Node;
  readonly announce: Node;
  readonly insideMeeting: readonly string[];
  readonly publish: Node;
  readonly flows: readonly string[];
}

export const town: Town = {
  rules: '<gc:matter class="major-decision"/><gc:rules key="town-rules" version="1"/><gc:form key="proposal"/>',
  lanes: '',
  draft: user('draft', facts('draft') + offices('procedure-drafter')),
  meetingRule: stage('meeting', 'body="party-committee" level="major"'),
  signIn: user('signIn', facts('sign-in') + offices('meeting-secretary') + stage('signIn')),
  opinions: user('opinions', `${facts('opinions')}${person('speaker')}${stage('opinions')}<gc:form key="opinion"/>`, {
    after: each('speakers', 'speaker', true),
  }),
  chief: user('chief', `${facts('chief-opinion')}${person('chief')}${stage('chiefOpinion')}<gc:form key="opinion"/>`),
  ballot: user('ballot', `${facts('ballot')}${person('voter')}${attended}${stage('ballot')}<gc:form key="ballot"/>`, {
    after: each('voters', 'voter', false),
  }),
  announce: user('announce', facts('announce') + offices('meeting-secretary') + stage('announce')),
  insideMeeting: ['s2 > signIn', 'signIn > opinions', 'opinions > chief', 'chief > ballot', 'ballot > announce', 'announce > e2'],
  publish: user('publish', facts('publish') + offices('disclosure-officer')),
  flows: ['s > draft', 'draft > meeting', 'meeting > publish', 'publish > e'],
};

export function drawTown(changed: Partial<Town>): string {
  const t = { ...town, ...changed };
  const data = ['speakers', 'voters', 'members'].map((name) => `<bpmn:property id="Data_${name}" name="${name}"/>`).join('');
  const inside = [start('s2'), ...(t.signIn ? [t.signIn] : []), t.opinions, t.chief, t.ballot, t.announce, end('e2')];
  const meeting = sub('meeting', inside, t.insideMeeting, {
    before: `<bpmn:extensionElements>${t.meetingRule}</bpmn:extensionElements>${data}`,
  });
  return draw([start('s'), t.draft, meeting, t.publish, end('e')], t.flows, { rules: t.rules, before: t.lanes });
}

export type Given = Partial<Omit<ProcedureCheck, 'drawing'>>;

/** "code @ element" of everything that is wrong with a drawing, its rules and forms being the town's unless said otherwise. */
export async function judged(xml: string, given: Given = {}): Promise<readonly string[]> {
  const { drawing, problems } = await readDrawing(xml);
  if (!drawing) throw new Error(`cannot be read: ${JSON.stringify(problems)}`);
  const found = checkProcedure({
    drawing,
    rules: townRules,
    forms: townForms,
    offices: new Set(['procedure-drafter', 'meeting-secretary', 'discipline-inspector', 'disclosure-officer', 'mayor']),
    bodies: new Set(['party-committee']),
    ...given,
  });
  return found.map(({ code, element }) => `${code} @ ${element}`);
}
