// What a command or view comes to: a value, or a refusal with a code and words. Refusals are values; only bugs throw.
// The codes are the engine's (engine/execution/refusal) and the server's own, listed here once, in both languages.

import type { AwaitedSupervision, FormFault, Problem, Words } from '../../engine/index.ts';
import { type RefusalCode, refusalTable } from '../../engine/index.ts';

export const serverFaultTable = {
  'session.required': { zh: '请先登录。', en: 'Please sign in first.' },
  'session.wrong-credentials': { zh: '账号或密码不正确。', en: 'The account or the password is not right.' },
  'session.too-many-attempts': { zh: '登录尝试过多，请稍后再试。', en: 'Too many attempts to sign in; please wait a little.' },
  'session.demo-account': {
    zh: '这是示范账号，只能在示范模式下登录。',
    en: 'This is a demonstration account; it can sign in only in demonstration mode.',
  },
  'access.refused': { zh: '您的岗位无权使用这一功能。', en: 'Your office may not use this.' },
  'resource.unknown': { zh: '没有这个内容，或您无权查看。', en: 'There is no such thing here, or you may not see it.' },
  'procedure.unknown': { zh: '没有这个规程或这个版本。', en: 'There is no such procedure or version.' },
  'draft.stale': {
    zh: '草稿已被他人更新，请重新打开后再操作。',
    en: 'Somebody changed the draft after you opened it; open it again first.',
  },
  'draft.none': { zh: '没有可部署的草稿，请先保存。', en: 'There is no draft to deploy; save one first.' },
  'draft.unchanged': {
    zh: '图与现行版本相同，没有需要部署的改动。',
    en: 'The drawing is the same as the version in force; there is nothing to deploy.',
  },
  'draft.base-moved': {
    zh: '草稿所依据的版本已不是现行版本，请在现行版本上重新修改。',
    en: 'The draft was made from a version that is no longer in force; make the change again on the newest one.',
  },
  'drawing.problems': {
    zh: '图中有问题，不能部署；请按所列元素修改。',
    en: 'The drawing has problems and cannot be deployed; mend the listed elements.',
  },
  'request.invalid': { zh: '提交的内容不符合要求。', en: 'What was submitted does not have the required form.' },
  'request.too-large': { zh: '提交的内容过大。', en: 'What was submitted is too large.' },
  'request.media-type': { zh: '只接受 JSON 格式的内容。', en: 'Only JSON is accepted.' },
  'request.cross-site': {
    zh: '请求不是来自本系统的页面，已拒绝。',
    en: 'The request does not come from a page of this system and was refused.',
  },
  'request.too-many': { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; please wait a little.' },
  'live.too-many-streams': { zh: '同时打开的实时页面过多，请关闭一些。', en: 'Too many live pages are open at once; please close some.' },
  'message.nobody-waits': {
    zh: '没有事项在等待这个消息，也没有由它发起的规程。请核对消息名称和关联值。',
    en: 'No case waits for this message and no procedure starts with it. Check its name and key.',
  },
  'message.ambiguous': {
    zh: '有不止一处可以接收这个消息。请写明关联值或事项。',
    en: 'More than one place could take this message. Say the key or the case.',
  },
  'case.changed-meanwhile': {
    zh: '事项刚被他人办理，请刷新后再试。',
    en: 'Somebody acted on the case at the same moment; please reload and try again.',
  },
  'record.unreadable': {
    zh: '记录无法读取，已停止办理，请核验记录。',
    en: 'The record cannot be read; nothing more is done before it is verified.',
  },
  'server.busy': { zh: '系统繁忙，请稍后再试。', en: 'The system is busy; please try again in a moment.' },
  'server.failed': {
    zh: '系统出错，已记录。请把请求编号告诉管理员。',
    en: 'Something went wrong and was logged. Please tell the administrator the request id.',
  },
} as const satisfies Record<string, Words>;

export type ServerFaultCode = keyof typeof serverFaultTable;
export type OutcomeCode = ServerFaultCode | RefusalCode;

export interface Refused {
  readonly code: OutcomeCode;
  readonly element?: string;
  readonly awaited?: readonly AwaitedSupervision[];
  readonly faults?: readonly FormFault[];
  readonly problems?: readonly Problem[];
}
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refused };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (code: OutcomeCode, more: Omit<Refused, 'code'> = {}): { readonly ok: false; readonly refusal: Refused } => ({
  ok: false,
  refusal: { code, ...more },
});

export const wordsOf = (code: OutcomeCode): Words => {
  const entry: Words = code in serverFaultTable ? serverFaultTable[code as ServerFaultCode] : refusalTable[code as RefusalCode];
  return { zh: entry.zh, en: entry.en };
};
