// Timers: what their text says, when they are due next. ISO 8601 stands as it is; anything else is FEEL that yields such a text.
import type { Fault } from '../behaviour/incident-table.ts';
import type { Stage } from '../behaviour/stage.ts';
import { dueOf, parseTimer } from '../calendar/timer.ts';
import type { Waiting } from '../case/event.ts';
import type { ExpressionText } from '../model/graph.ts';

export const isTimerLiteral = (source: string): boolean => /^(P(T|\d)|R\d*\/|\d{4}-\d{2}-\d{2})/.test(source.trim());

export type TimerWait = Extract<Waiting, { kind: 'timer' }>;
type Armed = { readonly ok: true; readonly wait: TimerWait } | Fault;

export function armedTimer(stage: Stage, text: ExpressionText, from: number): Armed {
  if (isTimerLiteral(text.source)) return dueFirst(stage, text.source.trim());
  const found = stage.evaluate(text, from);
  if (!found.ok) return found;
  if (typeof found.value !== 'string') return { ok: false, code: 'timer.unreadable', detail: text.source };
  return dueFirst(stage, found.value);
}

function dueFirst(stage: Stage, text: string): Armed {
  return nextTurn({ text, armedAt: stage.facts.at, fired: 0 }, stage.facts.zone) ?? { ok: false, code: 'timer.unreadable', detail: text };
}

/** The turn after `fired` firings; undefined when there is none. */
export function nextTurn(
  t: Pick<TimerWait, 'text' | 'armedAt' | 'fired'>,
  zone: string,
): { readonly ok: true; readonly wait: TimerWait } | undefined {
  const read = parseTimer(t.text);
  const due = read.ok ? dueOf({ timer: read.timer, from: t.armedAt, zone, fired: t.fired }) : undefined;
  return due ? { ok: true, wait: { kind: 'timer', ...t, dueAt: due.dueAt, left: due.left } } : undefined;
}
