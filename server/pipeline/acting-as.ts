// In which office somebody acts: the one that the order is about, of those held.
import type { Actor, CaseState, Command, TaskState } from '../../engine/index.ts';
import { askedFor } from './open-step.ts';
import { actorOf, type Reader } from './who-acts.ts';

/** Timers and workers. They hold no office, so the core lets them do nothing that people must do. */
export const systemActor: Actor = { kind: 'system', person: 'system', office: 'system', offices: [] };

export function actingAs(reader: Pick<Reader, 'person' | 'offices'>, state: CaseState | undefined, command: Command): Actor {
  const task = 'node' in command ? state?.nodes.get(command.node)?.task : undefined;
  const actor = actorOf(reader, task ? officesFor(task, command) : []);
  // The record names an office for every act; somebody without one acts in none.
  return actor.office === '' ? { ...actor, office: 'none' } : actor;
}

function officesFor(task: TaskState, command: Command): readonly string[] {
  switch (command.type) {
    case 'TakePart':
      return [...task.supervision.filter((s) => s.mode === command.mode).map((s) => s.office), ...askedFor(task)];
    case 'RaiseObjection':
      return [...task.supervision.map((s) => s.office), ...task.offices];
    case 'ReleaseObjection':
      return [...task.objections.filter((o) => o.id === command.objection).map((o) => o.by.office), ...askedFor(task)];
    default:
      return askedFor(task);
  }
}
