// An attempt to complete a person's step, as the gates see it. A gate says why not, or nothing. There is no way to skip one.
import type { Stage } from '../behaviour/stage.ts';
import type { Hand } from '../case/event.ts';
import type { NodeState, TaskState } from '../case/state.ts';
import type { Facts } from '../execution/command.ts';
import type { Refusal } from '../execution/refusal.ts';
import type { FlowNode } from '../model/graph.ts';
import type { JsonObject } from '../model/json.ts';

export interface Attempt {
  readonly stage: Stage;
  readonly live: NodeState;
  readonly task: TaskState;
  readonly node: FlowNode;
  readonly facts: Facts;
  readonly values: JsonObject;
}
export type Gate = (a: Attempt) => Refusal | undefined;

/** Who acts, in the office by which the step is theirs. */
export function handFor(facts: Facts, task: TaskState): Hand {
  const office = facts.by.offices.find((o) => task.offices.includes(o)) ?? facts.by.office;
  return { person: facts.by.person, office };
}

/** The task of the whole where the step is one instance of several. */
export function wholeOf(stage: Stage, live: NodeState): TaskState | undefined {
  const above = stage.live(live.within);
  return above?.role === 'instances' ? above.task : undefined;
}
