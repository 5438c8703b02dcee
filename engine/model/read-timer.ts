// Timers as drawn: a date, a duration or a cycle, in ISO 8601 or as a FEEL expression that starts with "=".
// Promise: the form is checked, not the arithmetic; that is the calendar's. "=" is how the two are told apart.
import type { Drawn, Kinds } from './drawn.ts';
import type { Trigger } from './graph.ts';
import type { Words } from './json.ts';
import { type DrawnExpression, type ExpressionContext, readRaw, withoutEquals } from './read-expression.ts';

type Form = 'date' | 'duration' | 'cycle';
type TimerTrigger = Extract<Trigger, { kind: 'timer' }>;

const date =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?(?:\[[A-Za-z][\w+/-]{0,60}\])?)?$/;
const duration =
  /^P(?=.)(?:\d{1,6}Y)?(?:\d{1,6}M)?(?:\d{1,6}W)?(?:\d{1,6}D)?(?:T(?=.)(?:\d{1,7}H)?(?:\d{1,8}M)?(?:\d{1,9}(?:\.\d{1,3})?S)?)?$/;

const forms: Readonly<Record<Form, { readonly name: Words; readonly example: string }>> = {
  date: { name: { zh: '日期时间', en: 'date and time' }, example: '2026-03-01T09:00:00+08:00' },
  duration: { name: { zh: '时长', en: 'duration' }, example: 'P3D' },
  cycle: { name: { zh: '周期', en: 'repeating interval' }, example: 'R3/PT1H' },
};

function isDate(text: string): boolean {
  const match = date.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = [31, (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** R[n]/duration or R[n]/start/duration; a cycle that says its end is not executed. */
function isCycle(text: string): boolean {
  const [repeat = '', first = '', second, ...rest] = text.split('/');
  if (!/^R(?:\d{0,6})$/.test(repeat) || Number(repeat.slice(1) || 1) < 1 || rest.length > 0) return false;
  return second === undefined ? duration.test(first) : isDate(first) && duration.test(second);
}

export function isIsoTime(form: Form, text: string): boolean {
  if (form === 'date') return isDate(text);
  return form === 'duration' ? duration.test(text) : isCycle(text);
}

export function readTimer(definition: Drawn<Kinds['bpmn:TimerEventDefinition']>, host: string, context: ExpressionContext): TimerTrigger {
  const given: readonly (readonly [Form, DrawnExpression | undefined])[] = [
    ['date', definition.timeDate],
    ['duration', definition.timeDuration],
    ['cycle', definition.timeCycle],
  ];
  const said = given.filter((pair): pair is readonly [Form, DrawnExpression] => pair[1] !== undefined);
  const [form, expression] = said[0] ?? (['duration', undefined] as const);
  if (!expression) context.report('timer.missing', host);
  if (said.length > 1) context.report('timer.several', host);
  const raw = expression ? readRaw(expression, host, context) : undefined;
  if (expression && raw !== undefined) checkTime(form, raw, { host, context });
  return { kind: 'timer', form, expression: { source: withoutEquals(raw ?? ''), element: host } };
}

function checkTime(form: Form, raw: string, { host, context }: { host: string; context: ExpressionContext }): void {
  if (raw === '' || raw === '=') return context.report('timer.missing', host);
  if (raw.startsWith('=') || isIsoTime(form, raw)) return;
  context.report('timer.malformed', host, { text: raw, form: forms[form].name, example: forms[form].example });
}
