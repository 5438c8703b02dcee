// Which fields the panel shows for each gc: element, and on which BPMN elements each may be set. Data only; order is the order on the page.
// Promise: the same attributes, choices and duties as engine/model/dialect.ts and gc-moddle.ts (tests/modeler-ui/diagram compares them).
import type { DrafterWords } from '../drafter-words.ts';

export type FieldInput = 'text' | 'longText' | 'whole' | 'choice' | 'office' | 'offices' | 'body' | 'form' | 'steps';

export interface FieldSpec {
  readonly name: string;
  readonly input: FieldInput;
  readonly required: boolean;
  readonly label: keyof DrafterWords['ruleField'];
  /** Values of a `choice`; their words stand in `ruleChoice`. */
  readonly choices?: readonly (keyof DrafterWords['ruleChoice'])[];
  /** What a newly added element starts with. */
  readonly initial?: string;
  /** What holds where the attribute is not written. */
  readonly fallback?: keyof DrafterWords['ruleChoice'];
}

export interface RuleSpec {
  readonly rule: keyof DrafterWords['rule'];
  readonly type: string;
  readonly many: boolean;
  readonly fields: readonly FieldSpec[];
}

const must = (name: string, input: FieldInput, label: FieldSpec['label'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  input,
  label,
  required: true,
  ...more,
});
const may = (name: string, input: FieldInput, label: FieldSpec['label'], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  input,
  label,
  required: false,
  ...more,
});

const unit = may('unit', 'choice', 'unit', { choices: ['working', 'calendar'], initial: 'working', fallback: 'working' });

export const ruleSpecs = {
  matter: {
    rule: 'matter',
    type: 'gc:Matter',
    many: false,
    fields: [
      must('class', 'choice', 'matterClass', {
        choices: ['major-decision', 'appointment', 'major-project', 'large-fund', 'ordinary'],
        initial: 'major-decision',
      }),
      may('item', 'text', 'matterItem'),
    ],
  },
  basis: { rule: 'basis', type: 'gc:Basis', many: true, fields: [must('text', 'longText', 'basisText')] },
  rules: {
    rule: 'rules',
    type: 'gc:Rules',
    many: false,
    fields: [must('key', 'text', 'rulesKey'), must('version', 'whole', 'rulesVersion', { initial: '1' })],
  },
  power: {
    rule: 'power',
    type: 'gc:Power',
    many: false,
    fields: [
      must('kind', 'choice', 'powerKind', { choices: ['decide', 'execute', 'supervise', 'advise', 'public'], initial: 'execute' }),
      may('office', 'office', 'office'),
      may('body', 'body', 'body'),
    ],
  },
  step: {
    rule: 'step',
    type: 'gc:Step',
    many: false,
    fields: [
      must('subject', 'text', 'stepSubject'),
      must('condition', 'longText', 'stepCondition'),
      must('goal', 'longText', 'stepGoal'),
      must('limit', 'text', 'stepLimit'),
      must('requirement', 'longText', 'stepRequirement'),
      may('kind', 'text', 'stepKind'),
    ],
  },
  assignment: {
    rule: 'assignment',
    type: 'gc:Assignment',
    many: false,
    fields: [
      may('offices', 'offices', 'offices'),
      may('person', 'text', 'person'),
      may('mode', 'choice', 'assignmentMode', { choices: ['any', 'all', 'inOrder', 'share'], initial: 'any', fallback: 'any' }),
      may('differentFrom', 'steps', 'differentFrom'),
    ],
  },
  supervision: {
    rule: 'supervision',
    type: 'gc:Supervision',
    many: true,
    fields: [
      must('office', 'office', 'office'),
      must('mode', 'choice', 'supervisionMode', { choices: ['attend', 'cosign', 'review', 'inform'], initial: 'attend' }),
      must('when', 'choice', 'supervisionWhen', { choices: ['before', 'during', 'after'], initial: 'during' }),
    ],
  },
  deliberation: {
    rule: 'deliberation',
    type: 'gc:Deliberation',
    many: false,
    fields: [
      must('stage', 'choice', 'stage', {
        choices: ['meeting', 'signIn', 'quorum', 'present', 'opinions', 'chiefOpinion', 'ballot', 'announce'],
        initial: 'meeting',
      }),
      may('body', 'body', 'body'),
      may('level', 'choice', 'level', { choices: ['ordinary', 'major'], fallback: 'ordinary' }),
    ],
  },
  deadline: { rule: 'deadline', type: 'gc:Deadline', many: false, fields: [must('days', 'whole', 'days', { initial: '5' }), unit] },
  minimum: { rule: 'minimum', type: 'gc:Minimum', many: false, fields: [must('days', 'whole', 'days', { initial: '5' }), unit] },
  risk: {
    rule: 'risk',
    type: 'gc:Risk',
    many: true,
    fields: [
      must('point', 'longText', 'riskPoint'),
      must('level', 'choice', 'riskLevel', { choices: ['high', 'medium', 'low'], initial: 'medium' }),
      may('measure', 'longText', 'riskMeasure'),
      may('owner', 'text', 'riskOwner'),
    ],
  },
  document: {
    rule: 'document',
    type: 'gc:Document',
    many: true,
    fields: [must('name', 'text', 'documentName'), may('series', 'text', 'documentSeries'), may('keeper', 'office', 'documentKeeper')],
  },
  disclose: {
    rule: 'disclose',
    type: 'gc:Disclose',
    many: false,
    fields: [
      must('class', 'text', 'discloseClass'),
      may('audience', 'choice', 'audience', { choices: ['public', 'members', 'cadres', 'leaders'], initial: 'public', fallback: 'public' }),
      must('days', 'whole', 'days', { initial: '20' }),
      unit,
    ],
  },
  form: { rule: 'form', type: 'gc:Form', many: false, fields: [must('key', 'form', 'formKey')] },
  return: { rule: 'return', type: 'gc:Return', many: false, fields: [must('to', 'steps', 'returnTo')] },
} as const satisfies Record<string, RuleSpec>;

export type RuleName = keyof typeof ruleSpecs;

const stepRules: readonly RuleName[] = [
  'step',
  'assignment',
  'supervision',
  'deliberation',
  'deadline',
  'minimum',
  'risk',
  'document',
  'disclose',
  'form',
  'return',
];
const doing = new Set(['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask']);
const automatic = new Set([
  'bpmn:ServiceTask',
  'bpmn:ScriptTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:BusinessRuleTask',
  'bpmn:CallActivity',
]);
const inside = new Set(['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']);
const events = new Set([
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
]);

/** The rules that the panel offers on an element of this type; one that is already drawn elsewhere is still shown by the panel. */
export function rulesFor(type: string): readonly RuleName[] {
  if (type === 'bpmn:Process') return ['matter', 'basis', 'rules', 'form'];
  if (type === 'bpmn:Lane') return ['power'];
  if (doing.has(type)) return stepRules;
  if (inside.has(type)) return ['step', 'supervision', 'deliberation', 'deadline', 'minimum', 'risk', 'document', 'disclose'];
  if (automatic.has(type)) return ['step', 'supervision', 'deadline', 'risk', 'document', 'disclose'];
  if (events.has(type)) return ['deadline', 'minimum'];
  return [];
}
