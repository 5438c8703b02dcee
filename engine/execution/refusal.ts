// The one table of refusals: why an order was not carried out, in both languages, and what to do.
// `gate: true` means that somebody tried to pass a gate: the attempt itself is recorded.
import type { AwaitedSupervision } from '../case/event.ts';
import type { FormFault } from '../model/form.ts';
import type { Words } from '../model/json.ts';

interface Entry extends Words {
  readonly gate: boolean;
}

export const refusalTable = {
  'case.exists': { gate: false, zh: '事项编号已被使用。', en: 'This case id is already in use.' },
  'case.not-running': { gate: false, zh: '事项已经结束，不能再办理。', en: 'The case has ended; nothing more can be done in it.' },
  'case.unknown': { gate: false, zh: '没有这个事项，或您无权查看。', en: 'There is no such case, or you may not see it.' },
  'start.ambiguous': { gate: false, zh: '这个规程有多个起点，请指明从哪里开始。', en: 'This procedure has several starts; say which one.' },
  'start.unknown': { gate: false, zh: '规程没有这个起点。', en: 'The procedure has no such start.' },
  'task.unknown': {
    gate: false,
    zh: '这一步已经办结或不存在，请刷新页面。',
    en: 'This step is done already or does not exist; please reload.',
  },
  'task.wrong-kind': { gate: true, zh: '这一步不能用这种方式办理。', en: 'This step cannot be done in this way.' },
  'task.held': {
    gate: true,
    zh: '这一步已办完，正等待监督，不能重复办理。',
    en: 'This step is done and awaits its supervision; it cannot be done again.',
  },
  'wait.unknown': { gate: false, zh: '没有等待中的这个定时。', en: 'No such timer is waiting.' },
  'wait.not-due': { gate: true, zh: '时间未到。', en: 'It is not due yet.' },
  'message.not-awaited': { gate: false, zh: '没有步骤在等待这个消息。', en: 'No step is waiting for this message.' },
  'signal.not-awaited': { gate: false, zh: '没有步骤在等待这个信号。', en: 'No step is waiting for this signal.' },
  'error.not-caught': { gate: false, zh: '图上没有处理这个错误的出口。', en: 'The drawing has no way out for this error.' },
  'incident.unknown': { gate: false, zh: '没有这个异常，或已经处理。', en: 'No such incident, or it is resolved already.' },
  'gate.not-assigned': { gate: true, zh: '这一步不由您的岗位办理。', en: 'This step is not assigned to your office.' },
  'gate.system-may-not-act': { gate: true, zh: '这一步必须由人办理，系统不得代办。', en: 'People must do this step; the system may not.' },
  'gate.separated-hands': {
    gate: true,
    zh: '职责分离：您已办理过与本步骤相分离的步骤，须由他人办理。',
    en: 'Separated duties: you did a step that must be in other hands than this one.',
  },
  'gate.supervisor-awaited': {
    gate: true,
    zh: '监督尚未参与，这一步不能通过。',
    en: 'Supervision has not taken part yet; this step cannot be passed.',
  },
  'gate.objection-open': {
    gate: true,
    zh: '监督异议尚未解除，这一步不能通过。',
    en: 'A supervisor’s objection is not released yet; this step cannot be passed.',
  },
  'gate.form-incomplete': { gate: false, zh: '表单未填写完整或有误。', en: 'The form is incomplete or wrong.' },
  'gate.not-before': {
    gate: true,
    zh: '法定期限未满，不能提前通过。',
    en: 'The prescribed period has not passed; it cannot be shortened.',
  },
  'gate.chief-last': {
    gate: true,
    zh: '主要负责人须末位表态：尚有成员未发表意见。',
    en: 'The chief speaks last: a member has not yet given an opinion.',
  },
  'gate.quorum-not-met': { gate: true, zh: '到会人数不足，不能表决。', en: 'There is no quorum; no ballot may be held.' },
  'gate.recused': {
    gate: true,
    zh: '您已回避本议题，不能发表意见或表决。',
    en: 'You are recused from this item; you may neither speak nor vote.',
  },
  'meeting.none': { gate: false, zh: '这一步不在会议中。', en: 'This step is not part of a meeting.' },
  'meeting.not-a-member': { gate: true, zh: '不是本次会议的组成人员。', en: 'Not a member of the meeting.' },
  'meeting.already-signed-in': { gate: false, zh: '已经签到。', en: 'Signed in already.' },
  'meeting.sign-in-for-others': { gate: true, zh: '只有本人或会议秘书可以签到。', en: 'Only the member or the secretary may sign in.' },
  'meeting.view-unknown': { gate: true, zh: '意见只能是规则所列的几种。', en: 'The opinion must be one that the rules list.' },
  'meeting.choice-unknown': { gate: true, zh: '表决只能选择规则所列的几种。', en: 'The choice must be one that the rules list.' },
  'supervision.not-asked': {
    gate: true,
    zh: '这一步没有要求您的岗位以这种方式参与监督。',
    en: 'This step does not ask your office to take part in this way.',
  },
  'supervision.done-already': { gate: false, zh: '已经参与过监督。', en: 'Supervision has taken part already.' },
  'supervision.not-yet': {
    gate: true,
    zh: '这一步尚未办完，事后监督须在办完之后进行。',
    en: 'The step is not done yet; supervision afterwards comes after it.',
  },
  'supervision.not-independent': { gate: true, zh: '监督者不得是本步骤的办理人。', en: 'Who does a step may not supervise it.' },
  'objection.unknown': { gate: false, zh: '没有这个异议，或已经解除。', en: 'No such objection, or it is released already.' },
  'objection.not-answered': {
    gate: true,
    zh: '异议尚未得到答复，不能解除。',
    en: 'The objection has not been answered; it cannot be released.',
  },
  'objection.not-yours': { gate: true, zh: '只有提出异议的岗位可以解除。', en: 'Only the office that objected may release.' },
  'variables.too-large': { gate: false, zh: '提交的内容过大。', en: 'What was submitted is too large.' },
} as const satisfies Record<string, Entry>;

export type RefusalCode = keyof typeof refusalTable;

export interface Refusal {
  readonly code: RefusalCode;
  readonly element?: string;
  readonly awaited: readonly AwaitedSupervision[];
  readonly faults: readonly FormFault[];
}

export const refuse = (code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}): Refusal => ({
  code,
  awaited: [],
  faults: [],
  ...more,
});
