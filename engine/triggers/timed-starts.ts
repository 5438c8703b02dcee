// The timer start events of a procedure: when each first starts a case if the procedure comes into force now, and when again.
// Promise: a time that lies before the deployment starts nothing; one that cannot be known at deployment is a problem, not a guess.
// A start by signal is a problem too: signals reach cases that wait, and start none yet.
// FEEL is evaluated without variables: there is no case yet.
import { dueOf, parseTimer } from '../calendar/timer.ts';
import { compileExpression } from '../expression/compile-expression.ts';
import type { ExpressionText, Problem, ProcessGraph } from '../model/graph.ts';
import { problem } from '../model/problems.ts';
import { isTimerLiteral } from './timer.ts';

export interface TimedStart {
  /** Id of the start event. */
  readonly element: string;
  /** ISO 8601 date, duration or cycle. */
  readonly text: string;
  /** Epoch milliseconds of its first turn. */
  readonly dueAt: number;
}
/** The moment of deployment and the zone in which days are counted. */
export interface Moment {
  readonly at: number;
  readonly zone: string;
}

export function timedStarts(
  graph: ProcessGraph,
  moment: Moment,
): { readonly starts: readonly TimedStart[]; readonly problems: readonly Problem[] } {
  const starts: TimedStart[] = [];
  const problems: Problem[] = [];
  for (const element of graph.scopes[0]?.starts ?? []) {
    const trigger = graph.nodes.get(element)?.trigger;
    if (trigger?.kind === 'signal') problems.push(problem('start.signal-unserved', element, { signal: trigger.name }));
    if (trigger?.kind !== 'timer') continue;
    const text = textOf(trigger.expression, moment);
    const dueAt = text === undefined ? undefined : nextTimedStart({ text, from: moment.at, fired: 0 }, moment.zone);
    if (text === undefined || dueAt === undefined)
      problems.push(problem('start.time-unknown', element, { text: trigger.expression.source }));
    else if (dueAt >= moment.at) starts.push({ element, text, dueAt });
  }
  return { starts, problems };
}

function textOf(expression: ExpressionText, { at, zone }: Moment): string | undefined {
  if (isTimerLiteral(expression.source)) return expression.source.trim();
  const compiled = compileExpression(expression.source);
  const found = compiled.ok ? compiled.expression.evaluate(() => undefined, { now: at, zone }) : undefined;
  return found?.ok && typeof found.value === 'string' ? found.value : undefined;
}

/** When a timer counted from `from` is due after it has fired so often; undefined when it does not fire again. */
export function nextTimedStart(
  armed: { readonly text: string; readonly from: number; readonly fired: number },
  zone: string,
): number | undefined {
  const read = parseTimer(armed.text);
  return read.ok ? dueOf({ timer: read.timer, from: armed.from, zone, fired: armed.fired })?.dueAt : undefined;
}
