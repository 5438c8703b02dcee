// Times in plain words. Pure: the moment "now" comes in. Instants are ISO 8601; days are the reader's own.
import type { Language } from '../words/zh.ts';

const locale = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');
const dayOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
const dayMs = 86_400_000;
const hourMs = 3_600_000;

export interface MomentWords {
  readonly when: 'today' | 'yesterday' | 'date';
  readonly text: string;
}

const clock = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);

/** Short for lists: the clock for today and yesterday, the date otherwise, the year only when it is another one. */
export function shortMoment(iso: string, now: number, language: Language): MomentWords {
  const date = new Date(iso);
  const days = Math.round((dayOf(new Date(now)) - dayOf(date)) / dayMs);
  if (days === 0) return { when: 'today', text: clock(date, language) };
  if (days === 1) return { when: 'yesterday', text: clock(date, language) };
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const day = new Intl.DateTimeFormat(locale(language), {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(date);
  return { when: 'date', text: `${day} ${clock(date, language)}` };
}

/** To the second, for "updated at". */
export const clockSeconds = (ms: number, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(ms);

/** Complete, for records and print. */
export const fullMoment = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));

export const fullDay = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(iso));

export interface DueWords {
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly key: 'overdueDays' | 'overdueHours' | 'overdueNow' | 'leftHours' | 'leftSoon' | 'leftDays';
  readonly n: number;
}

export function dueWords(dueAt: string, now: number): DueWords {
  const left = new Date(dueAt).getTime() - now;
  if (left < 0) {
    const over = -left;
    if (over >= dayMs) return { tone: 'bad', key: 'overdueDays', n: Math.floor(over / dayMs) };
    return over >= hourMs ? { tone: 'bad', key: 'overdueHours', n: Math.floor(over / hourMs) } : { tone: 'bad', key: 'overdueNow', n: 0 };
  }
  if (left < hourMs) return { tone: 'warn', key: 'leftSoon', n: 0 };
  if (left < dayMs) return { tone: 'warn', key: 'leftHours', n: Math.floor(left / hourMs) };
  return { tone: 'plain', key: 'leftDays', n: Math.floor(left / dayMs) };
}
