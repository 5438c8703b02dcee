// Who does the jobs of service tasks, by topic. A job may be done twice (a worker died after doing it): handlers must bear that.
import type { JsonObject } from '../../engine/index.ts';

export interface Job {
  readonly case: string;
  readonly node: number;
  readonly topic: string;
  readonly attempt: number;
  /** Variables of the case that the step sees, nearest scope first. */
  readonly variables: JsonObject;
  /** Given when the worker's lease is about to end. */
  readonly signal: AbortSignal;
}
/** `error`: a BPMN error code that the drawing may catch. A handler that throws is tried again. */
export type JobResult = { readonly variables: JsonObject } | { readonly error: string; readonly detail: string };
export type JobHandler = (job: Job) => Promise<JobResult>;
export type JobHandlers = ReadonlyMap<string, JobHandler>;
