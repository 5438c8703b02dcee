// Problems of the rules drawn on a procedure (gc: elements), found by engine/verification.
import type { Words } from './json.ts';

export const ruleProblems = {
  'process.missing': {
    zh: '图中没有本规程要执行的流程（isExecutable）。请把要执行的流程设为可执行。',
    en: 'The drawing has no executable process for this procedure (isExecutable). Make the process executable.',
  },
  'rule.not-executed': {
    zh: '这里画的规则「{rule}」目前还不能执行，不能部署。请去掉它，或改用「{instead}」。',
    en: 'The rule "{rule}" drawn here is not executed yet, so it cannot be deployed. Remove it, or use "{instead}".',
  },
  'feel.syntax': {
    zh: '表达式「{source}」有误：{why}。请改正。',
    en: 'The expression "{source}" is wrong: {why}. Mend it.',
  },
  'step.unassigned': {
    zh: '这一步没有写明由谁办理。请在办理规则里选择岗位，或写明人员。',
    en: 'Nobody is assigned to this step. Choose offices in its assignment, or say which person.',
  },
  'step.facts-missing': {
    zh: '这一步没有写明主体、条件、目标、时限、要求。请填写五要素。',
    en: 'This step does not say who, on what condition, to what end, by when and how. Fill in its five facts.',
  },
  'office.unknown': {
    zh: '「{rule}」中的岗位「{office}」不存在。请改选已设置的岗位。',
    en: 'The office "{office}" in {rule} does not exist. Choose one that is set up.',
  },
  'body.unknown': {
    zh: '「{rule}」中的议事机构「{body}」不存在。请改选已设置的机构。',
    en: 'The body "{body}" in {rule} does not exist. Choose one that is set up.',
  },
  'form.unknown': {
    zh: '表单「{form}」不存在。请改选本规程的表单。',
    en: 'The form "{form}" does not exist. Choose a form of this procedure.',
  },
  'form.key-missing': {
    zh: '表单「{form}」没有「{key}」这一项，议事步骤无法取得结果。请补上。',
    en: 'The form "{form}" has no field "{key}", which this step of the meeting needs. Add it.',
  },
  'separation.target': {
    zh: '职责分离所指的「{target}」不是图中的另一项活动。请改选。',
    en: '"{target}", from which this step must be in other hands, is no other activity of the drawing. Choose again.',
  },
  'rules.missing': {
    zh: '流程使用规则「{wanted}」，但没有提供。请选定该规则，或去掉引用。',
    en: 'The process uses the rules "{wanted}", which are not there. Choose them, or remove the reference.',
  },
  'rules.other': {
    zh: '流程使用规则「{wanted}」，但提供的是「{given}」。请统一。',
    en: 'The process uses the rules "{wanted}", but was given "{given}". Make them agree.',
  },
  'rules.not-named': {
    zh: '本规程有规则「{given}」，但图上没有引用，其中的监督要求可能落空。请在流程上引用它。',
    en: 'The procedure has the rules "{given}", but the drawing does not name them, so their supervision could be left out. Name them on the process.',
  },
  'supervision.removed': {
    zh: '这一步必须有监督（{office}，{mode}，{when}），不能删去：{reason}。请恢复。',
    en: 'This step must be supervised ({office}, {mode}, {when}) and the supervision cannot be removed: {reason}. Put it back.',
  },
  'supervision.kind-vanished': {
    zh: '图中没有「{kind}」这类步骤，而规则要求它受监督：{reason}。请恢复该步骤，或改正步骤的类别。',
    en: 'The drawing has no step of the kind "{kind}", which the rules want supervised: {reason}. Put the step back, or mend its kind.',
  },
  'supervision.by-the-doer': {
    zh: '岗位「{office}」既办理又监督这一步，监督不独立。请改由其他岗位监督。',
    en: 'The office "{office}" both does and supervises this step. Let another office supervise it.',
  },
  'risk.unmitigated': {
    zh: '高风险点「{point}」没有写明{missing}。请填写。',
    en: 'The high risk "{point}" has no {missing}. Fill it in.',
  },
  'minimum.beyond-deadline': {
    zh: '这一步至少须满 {minimum} 天，时限却只有 {deadline} 天，必然超期。请改正其一。',
    en: 'This step must last at least {minimum} days but is due after {deadline}: it is always late. Mend one of them.',
  },
  'meeting.not-a-subprocess': {
    zh: '会议（meeting）只能是内嵌子流程。请把规则移到会议的子流程上。',
    en: 'Only an embedded subprocess can be a meeting. Move the rule to the subprocess of the meeting.',
  },
  'meeting.body-missing': {
    zh: '会议没有写明议事机构。请选择。',
    en: 'The meeting does not say which body meets. Choose it.',
  },
  'meeting.body-not-ruled': {
    zh: '会议的议事机构是「{body}」，规则却是为「{ruled}」制定的。请改选机构或规则。',
    en: 'The meeting is one of "{body}", but the rules are made for "{ruled}". Choose the body or the rules again.',
  },
  'meeting.without-rules': {
    zh: '会议没有议事规则，法定人数和通过票数无从计算。请在流程上引用带议事规定的规则。',
    en: 'The meeting has no rules of deliberation, so neither quorum nor result can be counted. Name such rules on the process.',
  },
  'meeting.stage-missing': {
    zh: '会议缺少「{stage}」环节。请补画。',
    en: 'The meeting lacks the stage "{stage}". Draw it.',
  },
  'meeting.stage-outside': {
    zh: '「{stage}」环节不在会议的子流程里。请移入会议。',
    en: 'The stage "{stage}" is not inside a meeting. Move it into the subprocess of the meeting.',
  },
  'meeting.stage-kind': {
    zh: '「{stage}」环节必须是用户任务。请更改类型。',
    en: 'The stage "{stage}" must be a user task. Change its type.',
  },
  'meeting.order': {
    zh: '不经过「{before}」也能走到这里，议事次序没有保证。请改画，使它必在「{before}」之后。',
    en: 'This can be reached without "{before}", so the order of the meeting is not kept. Redraw it so that it always comes after "{before}".',
  },
  'stage.not-repeated': {
    zh: '「{stage}」环节必须对每名成员各进行一次。请设为多实例。',
    en: 'The stage "{stage}" takes place once for each member. Make it multi-instance.',
  },
  'stage.not-in-order': {
    zh: '发表意见必须逐一进行。请设为顺序多实例。',
    en: 'Opinions are given one after another. Make the stage sequential multi-instance.',
  },
  'stage.repeated': {
    zh: '主要负责人表态只有一次。请去掉多实例。',
    en: 'The chief gives an opinion once. Remove the multi-instance marker.',
  },
  'stage.collection': {
    zh: '「{stage}」环节必须对「{wanted}」逐人进行。请把多实例的集合改为「{wanted}」。',
    en: 'The stage "{stage}" takes place for each of "{wanted}". Set the collection of the multi-instance marker to "{wanted}".',
  },
  'stage.person': {
    zh: '「{stage}」环节必须由「{wanted}」本人办理。请把办理人写为「{wanted}」，不写岗位。',
    en: 'The stage "{stage}" is done by "{wanted}" in person. Assign it to the person "{wanted}", not to offices.',
  },
} as const satisfies Record<string, Words>;
