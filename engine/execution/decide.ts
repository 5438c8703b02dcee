// decide(procedure, case, command, facts) → events or a refusal. Pure: the given state is not changed.
// A refused attempt to pass a gate leaves one event, PassageRefused, so that the attempt itself is on record.
import type { CaseEvent } from '../case/event.ts';
import { copyCase, openCase } from '../case/evolve.ts';
import type { CaseState } from '../case/state.ts';
import type { Command, Facts } from './command.ts';
import { handOf } from './command.ts';
import { completeTask } from './complete-task.ts';
import { resolveIncident } from './incidents.ts';
import { completeJob, failJob } from './jobs.ts';
import { declareRecusal, signIn } from './meeting-acts.ts';
import { broadcastSignal, correlateMessage, fireTimer, throwErrorAt } from './occurrences.ts';
import type { Procedure } from './procedure.ts';
import { type Refusal, refusalTable, refuse } from './refusal.ts';
import { Run } from './run.ts';
import { startCase } from './start-case.ts';
import { answerObjection, raiseObjection, releaseObjection, takePart } from './supervision-acts.ts';

export type Decision =
  | { readonly ok: true; readonly events: readonly CaseEvent[]; readonly state: CaseState }
  | { readonly ok: false; readonly refusal: Refusal; readonly events: readonly CaseEvent[]; readonly state: CaseState | undefined };

export function decide(procedure: Procedure, state: CaseState | undefined, command: Command, facts: Facts): Decision {
  if (command.type === 'StartCase' && !state) return start(procedure, command, facts);
  if (!state) return { ok: false, refusal: refuse('case.unknown'), events: [], state };
  if (state.status !== 'running' && command.type !== 'StartCase')
    return { ok: false, refusal: refuse('case.not-running'), events: [], state };
  const run = new Run(procedure, copyCase(state), facts);
  const refusal = act(run, command);
  if (refusal) return { ok: false, refusal, events: attempted(state, command, facts, refusal), state };
  run.settle();
  return { ok: true, events: run.events, state: run.state };
}

function start(procedure: Procedure, command: Extract<Command, { type: 'StartCase' }>, facts: Facts): Decision {
  const begun = startCase(procedure, command, facts);
  if (!begun.ok) return { ok: false, refusal: begun.refusal, events: [], state: undefined };
  const run = new Run(procedure, openCase(begun.event), facts);
  run.events.push(begun.event);
  if (begun.start) {
    run.armScope(run.state.root, 0);
    run.begin(run.state.root, begun.start);
  } else run.enterScope(run.state.root, 0);
  run.settle();
  return { ok: true, events: run.events, state: run.state };
}

/** Emits the first events of the act, or says why not and emits nothing. */
function act(run: Run, command: Command): Refusal | undefined {
  switch (command.type) {
    case 'CompleteTask':
      return completeTask(run, command);
    case 'CompleteJob':
      return completeJob(run, command);
    case 'FailJob':
      return failJob(run, command);
    case 'CorrelateMessage':
      return correlateMessage(run, command);
    case 'BroadcastSignal':
      return broadcastSignal(run, command);
    case 'FireTimer':
      return fireTimer(run, command);
    case 'ThrowError':
      return throwErrorAt(run, command);
    case 'TakePart':
      return takePart(run, command);
    case 'RaiseObjection':
      return raiseObjection(run, command);
    case 'AnswerObjection':
      return answerObjection(run, command);
    case 'ReleaseObjection':
      return releaseObjection(run, command);
    case 'SignIn':
      return signIn(run, command);
    case 'DeclareRecusal':
      return declareRecusal(run, command);
    case 'ResolveIncident':
      return resolveIncident(run, command);
    case 'StartCase':
      return refuse('case.exists');
  }
}

function attempted(state: CaseState, command: Command, facts: Facts, refusal: Refusal): readonly CaseEvent[] {
  if (!refusalTable[refusal.code].gate || !('node' in command)) return [];
  const n = state.nodes.get(command.node);
  if (!n) return [];
  const by = handOf(facts);
  return [
    {
      type: 'PassageRefused',
      node: n.id,
      element: n.element,
      kind: n.kind,
      code: refusal.code,
      attempted: command.type,
      awaited: refusal.awaited,
      ...(by ? { by } : {}),
    },
  ];
}
