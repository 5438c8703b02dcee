// What is wrong with single steps, one change of the regulated town each: for each rule a wrong and a right drawing.
import { user } from '../model/draw.ts';
import { each, facts, type Given, offices, person, stage, type Town, town } from './regulated.ts';

export interface Case {
  readonly rule: string;
  readonly it: string;
  readonly wrong: Partial<Town>;
  readonly given?: Given;
  readonly says: readonly string[];
  /** A change of the same place that is right. */
  readonly right?: Partial<Town>;
}

const draft = (rules: string) => ({ draft: user('draft', facts('draft') + rules) });
const drafter = offices('procedure-drafter');
const lanes = (power: string) =>
  `<bpmn:laneSet id="L"><bpmn:lane id="lane"><bpmn:extensionElements><gc:power ${power}/></bpmn:extensionElements><bpmn:flowNodeRef>draft</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>`;
export const ballotOf = (rules: string, over = each('voters', 'voter', false)) => ({
  ballot: user('ballot', facts('ballot') + rules + stage('ballot'), { after: over }),
});
export const attended = '<gc:supervision office="discipline-inspector" mode="attend" when="during"/>';

export const wrongSteps: readonly Case[] = [
  {
    rule: 'feel-syntax',
    it: 'a person that is no expression',
    wrong: draft('<gc:assignment person="the mayor, please ("/>'),
    says: ['feel.syntax @ draft'],
    right: draft('<gc:assignment person="= owner"/>'),
  },
  {
    rule: 'drawn-rule-object',
    it: 'rules that are not at hand',
    wrong: {},
    given: { rules: undefined },
    says: ['rules.missing @ P'],
    right: {},
  },
  {
    rule: 'drawn-rule-object',
    it: 'another version of the rules',
    wrong: { rules: town.rules.replace('version="1"', 'version="2"') },
    says: ['rules.other @ P'],
  },
  {
    rule: 'drawn-rule-object',
    it: 'rules that the drawing does not name',
    wrong: { rules: '<gc:matter class="major-decision"/>' },
    says: ['rules.not-named @ P'],
  },
  {
    rule: 'kept-supervision',
    it: 'the supervision of the ballot removed',
    wrong: ballotOf(`${person('voter')}`),
    says: ['supervision.removed @ ballot'],
    right: ballotOf(`${person('voter')}${attended}`),
  },
  {
    rule: 'kept-supervision',
    it: 'the supervision weakened to being informed',
    wrong: ballotOf(`${person('voter')}${attended.replace('attend', 'inform')}`),
    says: ['supervision.removed @ ballot'],
  },
  {
    rule: 'kept-supervision',
    it: 'the kind of the step changed',
    wrong: { ballot: user('ballot', facts('vote') + person('voter') + stage('ballot'), { after: each('voters', 'voter', false) }) },
    says: ['supervision.kind-vanished @ P'],
  },
  {
    rule: 'kept-supervision',
    it: 'supervision and the reference to the rules removed together',
    wrong: { rules: '<gc:matter class="major-decision"/>', ...ballotOf(person('voter')) },
    says: ['rules.not-named @ P', 'supervision.removed @ ballot'],
  },
  { rule: 'assigned-steps', it: 'nobody assigned', wrong: draft(''), says: ['step.unassigned @ draft'], right: draft(offices('mayor')) },
  {
    rule: 'assigned-steps',
    it: 'an assignment of nobody',
    wrong: draft('<gc:assignment mode="any"/>'),
    says: ['step.unassigned @ draft'],
    right: draft(person('author')),
  },
  {
    rule: 'five-facts',
    it: 'a step without its five facts',
    wrong: { draft: user('draft', drafter) },
    says: ['step.facts-missing @ draft'],
    right: draft(drafter),
  },
  {
    rule: 'known-offices',
    it: 'an unknown office',
    wrong: draft(offices('emperor')),
    says: ['office.unknown @ draft'],
    right: draft(offices('mayor')),
  },
  {
    rule: 'known-offices',
    it: 'an unknown supervisor and an unknown keeper',
    wrong: draft(`${drafter}<gc:supervision office="nobody" mode="attend" when="after"/><gc:document name="d" keeper="noone"/>`),
    says: ['office.unknown @ draft', 'office.unknown @ draft'],
    right: draft(`${drafter}<gc:supervision office="mayor" mode="attend" when="after"/><gc:document name="d" keeper="mayor"/>`),
  },
  {
    rule: 'known-offices',
    it: 'an unknown office of a lane',
    wrong: { lanes: lanes('kind="decide" office="nobody"') },
    says: ['office.unknown @ lane'],
    right: { lanes: lanes('kind="decide" office="mayor"') },
  },
  {
    rule: 'known-offices',
    it: 'an unknown body of a lane',
    wrong: { lanes: lanes('kind="decide" body="senate"') },
    says: ['body.unknown @ lane'],
    right: { lanes: lanes('kind="decide" body="party-committee"') },
  },
  {
    rule: 'known-forms',
    it: 'an unknown form',
    wrong: draft(`${drafter}<gc:form key="gone"/>`),
    says: ['form.unknown @ draft'],
    right: draft(`${drafter}<gc:form key="proposal"/>`),
  },
  {
    rule: 'known-forms',
    it: 'an unknown form at the start',
    wrong: { rules: town.rules.replace('proposal', 'gone') },
    says: ['form.unknown @ P'],
  },
  {
    rule: 'known-forms',
    it: 'a ballot paper without a choice',
    wrong: ballotOf(`${person('voter')}${attended}<gc:form key="proposal"/>`),
    says: ['form.key-missing @ ballot'],
    right: ballotOf(`${person('voter')}${attended}<gc:form key="ballot"/>`),
  },
  {
    rule: 'separated-targets',
    it: 'separated from nothing',
    wrong: draft('<gc:assignment offices="mayor" differentFrom="gone"/>'),
    says: ['separation.target @ draft'],
    right: draft('<gc:assignment offices="mayor" differentFrom="publish"/>'),
  },
  {
    rule: 'separated-targets',
    it: 'separated from itself',
    wrong: draft('<gc:assignment offices="mayor" differentFrom="draft"/>'),
    says: ['separation.target @ draft'],
  },
  {
    rule: 'separated-targets',
    it: 'separated from an event',
    wrong: draft('<gc:assignment offices="mayor" differentFrom="s"/>'),
    says: ['separation.target @ draft'],
  },
  {
    rule: 'executed-rules',
    it: 'sent back by a rule instead of a drawn way',
    wrong: { publish: user('publish', `${facts('publish')}${offices('mayor')}<gc:return to="draft"/>`) },
    says: ['rule.not-executed @ publish'],
    right: { publish: user('publish', `${facts('publish')}${offices('mayor')}`) },
  },
  {
    rule: 'executed-rules',
    it: 'an assignment whose mode is not enforced',
    wrong: draft('<gc:assignment offices="mayor" mode="all"/>'),
    says: ['rule.not-executed @ draft'],
    right: draft(offices('mayor')),
  },
  {
    rule: 'independent-supervision',
    it: 'supervised by who does it',
    wrong: draft(`${drafter}<gc:supervision office="procedure-drafter" mode="cosign" when="after"/>`),
    says: ['supervision.by-the-doer @ draft'],
    right: draft(`${drafter}<gc:supervision office="mayor" mode="cosign" when="after"/>`),
  },
  {
    rule: 'mitigated-risk',
    it: 'a high risk without an owner',
    wrong: draft(`${drafter}<gc:risk point="p" level="high" measure="m"/>`),
    says: ['risk.unmitigated @ draft'],
    right: draft(`${drafter}<gc:risk point="p" level="high" measure="m" owner="o"/>`),
  },
  {
    rule: 'mitigated-risk',
    it: 'a high risk without a measure',
    wrong: draft(`${drafter}<gc:risk point="p" level="high" owner="o"/>`),
    says: ['risk.unmitigated @ draft'],
    right: draft(`${drafter}<gc:risk point="p" level="medium"/>`),
  },
  {
    rule: 'minimum-within-deadline',
    it: 'a minimum beyond the deadline',
    wrong: draft(`${drafter}<gc:minimum days="7"/><gc:deadline days="5"/>`),
    says: ['minimum.beyond-deadline @ draft'],
    right: draft(`${drafter}<gc:minimum days="5"/><gc:deadline days="5"/>`),
  },
];
