// The job of a service task: its handler does it, the case is told. Tried again with growing pauses, then it is an incident for people.
import type { CaseState, Json, JsonObject } from '../../engine/index.ts';
import type { Debt } from '../ports/case-store.ts';
import { backOff, done, type EffectTools, lease, putOff, settled, type Tried } from './effect.ts';
import type { JobHandler, JobResult } from './job-handlers.ts';

const mostAttempts = 5;
const longestPauseMs = 300_000;
/** Handlers are told to stop while the lease still holds, so that nobody else has begun. */
const timeForHandlerMs = lease.jobMs - 10_000;

type Worked = { readonly ok: true; readonly result: JobResult } | { readonly ok: false; readonly why: string };

export async function doJob(tools: EffectTools, debt: Debt): Promise<Tried> {
  const stand = await tools.desk.stand(debt.case);
  const node = stand?.state.nodes.get(debt.ref);
  if (!stand || stand.state.status !== 'running' || node?.task?.status !== 'open') return settled;
  const topic = debt.topic ?? node.element;
  const handler = tools.handlers.get(topic);
  const worked: Worked = handler
    ? await work(handler, { debt, topic, variables: variablesSeen(stand.state, debt.ref) })
    : { ok: false, why: `没有处理“${topic}”的作业程序。 No worker here does "${topic}".` };
  if (!worked.ok && debt.attempts < mostAttempts) return putOff(tools.now() + backOff(debt.attempts, longestPauseMs), worked.why);
  const outcome = await tools.desk.orderBySystem({ case: debt.case, command: reportOf(debt, worked) });
  if (outcome.ok) return done;
  switch (outcome.refusal.code) {
    // Somebody was faster, or the step is gone: done twice does no harm.
    case 'task.unknown':
    case 'task.held':
    case 'case.unknown':
    case 'case.not-running':
      return settled;
    default:
      return putOff(tools.now() + backOff(debt.attempts, longestPauseMs), outcome.refusal.code);
  }
}

async function work(
  handler: JobHandler,
  { debt, topic, variables }: { debt: Debt; topic: string; variables: JsonObject },
): Promise<Worked> {
  const signal = AbortSignal.timeout(timeForHandlerMs);
  try {
    const late = new Promise<never>((_, fail) =>
      signal.addEventListener('abort', () => fail(new Error('the worker took too long')), { once: true }),
    );
    const result = await Promise.race([
      handler({ case: debt.case, node: debt.ref, topic, attempt: debt.attempts, variables, signal }),
      late,
    ]);
    return { ok: true, result };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function reportOf(debt: Debt, worked: Worked) {
  const node = debt.ref;
  if (!worked.ok) return { type: 'FailJob', node, detail: worked.why } as const;
  if ('error' in worked.result) return { type: 'FailJob', node, error: worked.result.error, detail: worked.result.detail } as const;
  return { type: 'CompleteJob', node, variables: worked.result.variables } as const;
}

/** Nearest scope first, as the core sees them. */
function variablesSeen(state: CaseState, from: number): JsonObject {
  const seen = new Map<string, Json>();
  for (let node = state.nodes.get(from); node; node = state.nodes.get(node.within))
    for (const [name, value] of node.variables) if (!seen.has(name)) seen.set(name, value);
  return Object.fromEntries(seen);
}
