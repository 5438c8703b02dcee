// What is wrong with meetings, one change of the regulated town each: for each rule a wrong and a right drawing.
import { make, user } from '../model/draw.ts';
import { each, facts, offices, person, stage, town, townRules } from './regulated.ts';
import { attended, ballotOf, type Case } from './wrong-step.ts';

const draft = (rules: string) => ({ draft: user('draft', facts('draft') + rules) });
const drafter = offices('procedure-drafter');
const opinion = '<gc:form key="opinion"/>';
const { deliberation: _, ...withoutDeliberation } = townRules;

export const wrongMeetings: readonly Case[] = [
  { rule: 'meeting-drawn', it: 'a meeting of no body', wrong: { meetingRule: stage('meeting') }, says: ['meeting.body-missing @ meeting'] },
  {
    rule: 'meeting-drawn',
    it: 'a meeting of a body without rules',
    wrong: { meetingRule: stage('meeting', 'body="council"') },
    given: { bodies: undefined },
    says: ['meeting.body-not-ruled @ meeting'],
  },
  {
    rule: 'meeting-drawn',
    it: 'rules that say nothing of meetings',
    wrong: {},
    given: { rules: withoutDeliberation as typeof townRules },
    says: ['meeting.without-rules @ meeting'],
  },
  {
    rule: 'meeting-drawn',
    it: 'a meeting that is a task',
    wrong: draft(`${drafter}${stage('meeting', 'body="party-committee"')}`),
    says: ['meeting.not-a-subprocess @ draft'],
    right: draft(drafter),
  },
  {
    rule: 'meeting-drawn',
    it: 'a meeting without sign-in',
    wrong: { signIn: undefined, insideMeeting: ['s2 > opinions', ...town.insideMeeting.slice(2)] },
    says: ['meeting.stage-missing @ meeting'],
  },
  {
    rule: 'meeting-stages',
    it: 'a stage outside the meeting',
    wrong: draft(`${drafter}${stage('present')}`),
    says: ['meeting.stage-outside @ draft'],
    right: { signIn: user('signIn', facts('sign-in') + offices('meeting-secretary') + stage('signIn')) },
  },
  {
    rule: 'meeting-stages',
    it: 'an announcement by a machine',
    wrong: {
      announce: make('serviceTask')('announce', { before: `<bpmn:extensionElements>${stage('announce')}</bpmn:extensionElements>` }),
    },
    says: ['meeting.stage-kind @ announce'],
  },
  {
    rule: 'meeting-stages',
    it: 'one ballot paper for all',
    wrong: ballotOf(person('voter') + attended, ''),
    says: ['stage.not-repeated @ ballot'],
  },
  {
    rule: 'meeting-stages',
    it: 'opinions all at once',
    wrong: {
      opinions: user('opinions', facts('opinions') + person('speaker') + stage('opinions') + opinion, {
        after: each('speakers', 'speaker', false),
      }),
    },
    says: ['stage.not-in-order @ opinions'],
    right: {
      opinions: user('opinions', facts('opinions') + person('who') + stage('opinions') + opinion, { after: each('speakers', 'who', true) }),
    },
  },
  {
    rule: 'meeting-stages',
    it: 'a chief who speaks twice',
    wrong: {
      chief: user('chief', facts('chief-opinion') + person('chief') + stage('chiefOpinion'), { after: each('members', 'member', true) }),
    },
    says: ['stage.repeated @ chief'],
  },
  {
    rule: 'meeting-stages',
    it: 'a ballot among others than the voters',
    wrong: ballotOf(person('voter') + attended, each('members', 'voter', false)),
    says: ['stage.collection @ ballot'],
  },
  {
    rule: 'meeting-stages',
    it: 'an office that votes for the voter',
    wrong: ballotOf(`<gc:assignment offices="mayor" person="voter"/>${attended}`),
    says: ['stage.person @ ballot'],
    right: ballotOf(person('voter') + attended),
  },
  {
    rule: 'meeting-stages',
    it: 'a ballot of one and the same person',
    wrong: ballotOf(person('chief') + attended),
    says: ['stage.person @ ballot'],
  },
  {
    rule: 'meeting-stages',
    it: 'voters without a name',
    wrong: ballotOf(person('voter') + attended, each('voters', '', false)),
    says: ['stage.person @ ballot'],
  },
  {
    rule: 'meeting-order',
    it: 'a way to the chief around the opinions',
    wrong: { insideMeeting: [...town.insideMeeting, 'signIn > chief #around : urgent'] },
    says: ['meeting.order @ chief'],
    right: { insideMeeting: [...town.insideMeeting, 'chief > opinions #again : unclear'] },
  },
  {
    rule: 'meeting-order',
    it: 'the chief before the opinions',
    wrong: {
      insideMeeting: ['s2 > signIn', 'signIn > chief', 'chief > opinions', 'opinions > ballot', 'ballot > announce', 'announce > e2'],
    },
    says: ['meeting.order @ chief'],
  },
  {
    rule: 'meeting-order',
    it: 'a ballot before sign-in',
    wrong: { insideMeeting: [...town.insideMeeting, 's2 > ballot #early'] },
    says: ['meeting.order @ ballot'],
  },
  {
    rule: 'meeting-order',
    it: 'a result without a ballot',
    wrong: { insideMeeting: [...town.insideMeeting, 'chief > announce #short : clear'] },
    says: ['meeting.order @ announce'],
  },
];
