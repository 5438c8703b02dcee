// What happens to a case from outside: a due timer, a message, a signal, an error at an activity.
import { at } from '../behaviour/stage.ts';
import type { NodeState, WaitState } from '../case/state.ts';
import { catcherOf } from './catcher.ts';
import { type Command, handOf } from './command.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Run } from './run.ts';

export function fireTimer(run: Run, c: Extract<Command, { type: 'FireTimer' }>): Refusal | undefined {
  const wait = run.state.waits.get(c.wait);
  if (!wait || (wait.on.kind !== 'timer' && wait.on.kind !== 'deadline')) return refuse('wait.unknown');
  if (wait.on.dueAt > run.facts.at) return refuse('wait.not-due', { element: wait.element });
  if (wait.on.kind === 'timer') run.occur(wait, undefined);
  else noteDeadline(run, wait, wait.on.dueAt);
  return undefined;
}

/** A deadline warns; it cannot vote, sign, attend or complete anything. */
function noteDeadline(run: Run, wait: WaitState, dueAt: number): void {
  const element = at(run.nodeOf(wait.element));
  run.emit({ type: 'DeadlinePassed', node: wait.node, ...element, dueAt });
  run.emit({ type: 'WaitDisarmed', wait: wait.id, ...element });
}

/** One receiver: the wait that was armed first among those that fit. */
export function correlateMessage(run: Run, c: Extract<Command, { type: 'CorrelateMessage' }>): Refusal | undefined {
  const wait = [...run.state.waits.values()].find(
    (w) => w.on.kind === 'message' && w.on.name === c.name && (w.on.key === undefined || w.on.key === c.key),
  );
  if (!wait) return refuse('message.not-awaited');
  const owner = run.live(wait.node);
  if (owner && Object.keys(c.variables).length > 0)
    run.emit({
      type: 'VariablesWritten',
      scope: scopeOfReceiver(run, wait, owner),
      variables: c.variables,
      ...at(run.nodeOf(wait.element)),
    });
  run.occur(wait, handOf(run.facts));
  return undefined;
}

/** What a boundary event receives belongs where its token goes: around the activity, not into it. */
function scopeOfReceiver(run: Run, wait: WaitState, owner: NodeState): number {
  return owner.role === 'scope' && run.nodeOf(wait.element).attachedTo === undefined ? owner.id : owner.within;
}

export function broadcastSignal(run: Run, c: Extract<Command, { type: 'BroadcastSignal' }>): Refusal | undefined {
  const awaited = [...run.state.waits.values()].some((w) => w.on.kind === 'signal' && w.on.name === c.name);
  if (!awaited) return refuse('signal.not-awaited');
  if (Object.keys(c.variables).length > 0) run.emit({ type: 'VariablesWritten', scope: run.state.root, variables: c.variables });
  run.receiveSignal(c.name);
  return undefined;
}

/** Only where the drawing has a way out for it: an error from outside may not end a case by itself. */
export function throwErrorAt(run: Run, c: Extract<Command, { type: 'ThrowError' }>): Refusal | undefined {
  const live = run.live(c.node);
  if (!live) return refuse('task.unknown');
  if (!catcherOf(run, c.node, { kind: 'error', code: c.code })) return refuse('error.not-caught', { element: live.element });
  run.throwError(c.node, run.nodeOf(live.element), c.code);
  return undefined;
}
