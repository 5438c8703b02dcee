// Service jobs: a worker's report. A job may be reported twice; the second finds the task gone and is refused without harm.
import { finish } from '../behaviour/activity-life.ts';
import { catcherOf } from './catcher.ts';
import type { Command } from './command.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Run } from './run.ts';

function jobRefusal(run: Run, id: number): Refusal | undefined {
  const live = run.live(id);
  if (!live?.task) return refuse('task.unknown');
  if (live.kind !== 'bpmn:ServiceTask' || live.role !== 'task') return refuse('task.wrong-kind', { element: live.element });
  return live.task.status === 'held' ? refuse('task.held', { element: live.element }) : undefined;
}

export function completeJob(run: Run, c: Extract<Command, { type: 'CompleteJob' }>): Refusal | undefined {
  const refused = jobRefusal(run, c.node);
  if (!refused) finish(run, c.node, undefined, c.variables);
  return refused;
}

/** An error code that the drawing catches takes its path; anything else is an incident on the task. */
export function failJob(run: Run, c: Extract<Command, { type: 'FailJob' }>): Refusal | undefined {
  const refused = jobRefusal(run, c.node);
  const live = run.live(c.node);
  if (refused || !live) return refused;
  const element = run.nodeOf(live.element);
  if (c.error !== undefined && catcherOf(run, c.node, { kind: 'error', code: c.error })) run.throwError(c.node, element, c.error);
  else run.incident({ node: c.node, element }, 'job.failed', c.detail);
  return undefined;
}
