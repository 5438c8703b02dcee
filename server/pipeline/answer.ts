// From a refusal to an HTTP answer: the one place that knows HTTP numbers. RFC 9457 problem+json in the reader's language.
// Promise: nothing of the inside (stack, SQL, path) is ever in an answer; every code of both tables has its number (the type says so).
import type { z } from 'zod';
import type { Words } from '../../engine/index.ts';
import type { problem } from '../contract/answers.ts';
import { type OutcomeCode, type Refused, wordsOf } from './outcome.ts';

export type Language = keyof Words;

const statusTable: Record<OutcomeCode, number> = {
  'session.required': 401,
  'session.wrong-credentials': 401,
  'session.too-many-attempts': 429,
  'session.demo-account': 403,
  'access.refused': 403,
  'resource.unknown': 404,
  'procedure.unknown': 404,
  'draft.stale': 409,
  'draft.none': 409,
  'draft.unchanged': 409,
  'draft.base-moved': 409,
  'drawing.problems': 422,
  'request.invalid': 400,
  'request.too-large': 413,
  'request.media-type': 415,
  'request.cross-site': 403,
  'request.too-many': 429,
  'live.too-many-streams': 429,
  'message.nobody-waits': 404,
  'message.ambiguous': 409,
  'case.changed-meanwhile': 409,
  'record.unreadable': 409,
  'server.busy': 503,
  'server.failed': 500,
  'case.exists': 409,
  'case.not-running': 409,
  'case.unknown': 404,
  'start.ambiguous': 422,
  'start.unknown': 422,
  'task.unknown': 409,
  'task.wrong-kind': 409,
  'task.held': 409,
  'wait.unknown': 409,
  'wait.not-due': 409,
  'message.not-awaited': 409,
  'signal.not-awaited': 409,
  'error.not-caught': 409,
  'incident.unknown': 404,
  'gate.not-assigned': 403,
  'gate.system-may-not-act': 403,
  'gate.separated-hands': 403,
  'gate.supervisor-awaited': 409,
  'gate.objection-open': 409,
  'gate.form-incomplete': 422,
  'gate.not-before': 409,
  'gate.chief-last': 409,
  'gate.quorum-not-met': 409,
  'gate.recused': 403,
  'meeting.none': 409,
  'meeting.not-a-member': 403,
  'meeting.already-signed-in': 409,
  'meeting.sign-in-for-others': 403,
  'meeting.view-unknown': 422,
  'meeting.choice-unknown': 422,
  'supervision.not-asked': 403,
  'supervision.done-already': 409,
  'supervision.not-yet': 409,
  'supervision.not-independent': 403,
  'objection.unknown': 404,
  'objection.not-answered': 409,
  'objection.not-yours': 403,
  'variables.too-large': 413,
};

/** Short names of the statuses that occur, for `title`. */
const titles: Record<number, Words> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '需要登录', en: 'Sign-in needed' },
  403: { zh: '不允许', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  409: { zh: '现在不能这样办', en: 'Not possible now' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '格式不支持', en: 'Format not accepted' },
  422: { zh: '内容有问题', en: 'Content has faults' },
  429: { zh: '过于频繁', en: 'Too many requests' },
  500: { zh: '系统出错', en: 'Internal error' },
  503: { zh: '系统繁忙', en: 'Busy' },
};

export const statusOf = (code: OutcomeCode): number => statusTable[code];
export const knownCodes = (): readonly string[] => Object.keys(statusTable);

export interface ProblemAnswer {
  readonly status: number;
  readonly body: z.infer<typeof problem>;
}

/** `officeName` gives an office's words, so that the reader learns who is awaited. */
export function problemAnswer(refusal: Refused, language: Language, officeName: (office: string) => Words): ProblemAnswer {
  const status = statusOf(refusal.code);
  const words = wordsOf(refusal.code);
  const title = titles[status] ?? words;
  const awaited = refusal.awaited ?? [];
  const detail =
    awaited.length === 0
      ? words
      : withAwaited(
          words,
          awaited.map((a) => officeName(a.office)),
        );
  return {
    status,
    body: {
      type: `urn:guicheng:problem:${refusal.code}`,
      title: title[language],
      status,
      detail: detail[language],
      code: refusal.code,
      words: detail,
      ...(refusal.element !== undefined && { element: refusal.element }),
      ...(awaited.length > 0 && { awaited: awaited.map((a) => ({ ...a, officeName: officeName(a.office) })) }),
      ...(refusal.faults !== undefined && refusal.faults.length > 0 && { faults: refusal.faults.map((f) => ({ ...f })) }),
      ...(refusal.problems !== undefined && { problems: refusal.problems.map((p) => ({ ...p })) }),
    },
  };
}

const withAwaited = (words: Words, names: readonly Words[]): Words => ({
  zh: `${words.zh}等待：${names.map((n) => n.zh).join('、')}。`,
  en: `${words.en} Awaited: ${names.map((n) => n.en).join(', ')}.`,
});

/** First of zh and en that the reader accepts, by weight; zh when neither is named. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((x) => x !== undefined);
      return { tag, weight: q === undefined ? 1 : Number(q) };
    })
    .filter((r) => r.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of ranges) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'zh';
}
