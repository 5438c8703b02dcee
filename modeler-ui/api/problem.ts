// What can go wrong between page and server, as one kind of error with words in both languages.
// Promise: every failed call throws CallFailed; nothing else reaches the pages. Never shows a raw message of the machine.
import type { z } from 'zod';
import type { awaited, drawingProblem, fieldFault, Problem } from '../../server/contract/answers.ts';
import { en } from '../words/en.ts';
import { type Language, zh } from '../words/zh.ts';

export type Awaited = z.infer<typeof awaited>;
export type FieldFault = z.infer<typeof fieldFault>;
export type DrawingProblem = z.infer<typeof drawingProblem>;

/** `refused`: the server said no and why; `signedOut`: no session (any more); `offline`: no answer came; `broken`: an answer nobody can read. */
export type FailureKind = 'refused' | 'signedOut' | 'offline' | 'broken';

export class CallFailed extends Error {
  readonly kind: FailureKind;
  readonly status: number;
  readonly problem: Problem | undefined;
  constructor(kind: FailureKind, status: number, problem?: Problem) {
    super(problem ? `${problem.status} ${problem.code}` : `${kind} ${status}`);
    this.name = 'CallFailed';
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

/** An error in the reader's language, ready to be shown. */
export interface Explained {
  readonly kind: FailureKind;
  readonly code: string;
  readonly text: string;
  readonly awaited: readonly Awaited[];
  readonly faults: readonly FieldFault[];
  readonly problems: readonly DrawingProblem[];
  /** Trying again may help. */
  readonly again: boolean;
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

/** problem+json as the contract has it, or nothing when the body is something else. */
export function asProblem(body: unknown): Problem | undefined {
  if (!isRecord(body) || typeof body.code !== 'string' || typeof body.status !== 'number') return undefined;
  const words = body.words;
  if (!isRecord(words) || typeof words.zh !== 'string' || typeof words.en !== 'string') return undefined;
  return body as Problem;
}

/** What was asked for is not there (any more): an unknown address, or a step that is done. */
export const isGone = (error: unknown): boolean =>
  error instanceof CallFailed && (error.status === 404 || error.problem?.code === 'task.unknown');

export function failureOf(status: number, body: unknown): CallFailed {
  const problem = asProblem(body);
  if (status === 401) return new CallFailed('signedOut', status, problem);
  return problem ? new CallFailed('refused', status, problem) : new CallFailed('broken', status);
}

/** A part of the application that did not arrive; each browser says it in its own words. */
const isPartMissing = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module script|error loading/i.test(error.message);

export function explain(error: unknown, language: Language): Explained {
  const table = (language === 'zh' ? zh : en).error;
  const none = { awaited: [], faults: [], problems: [] };
  if (isPartMissing(error)) return { ...none, kind: 'offline', code: 'page.not-loaded', text: table.load, again: true };
  if (!(error instanceof CallFailed)) return { ...none, kind: 'broken', code: 'page.broken', text: table.page, again: true };
  const { problem, kind, status } = error;
  if (problem)
    return {
      kind,
      code: problem.code,
      text: problem.words[language],
      awaited: problem.awaited ?? [],
      faults: problem.faults ?? [],
      problems: problem.problems ?? [],
      again: status >= 500 || status === 429,
    };
  if (kind === 'offline') return { ...none, kind, code: 'page.offline', text: table.offline, again: true };
  if (kind === 'signedOut') return { ...none, kind, code: 'page.signed-out', text: table.signedOut, again: false };
  return { ...none, kind, code: `page.status-${status}`, text: status === 404 ? table.notFound : table.broken, again: status !== 404 };
}
