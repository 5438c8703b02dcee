// A person completes a step: gates first, then what the step means to its meeting, then the token moves.
import { finish } from '../behaviour/activity-life.ts';
import { at } from '../behaviour/stage.ts';
import type { MeetingFact } from '../case/event.ts';
import type { NodeState } from '../case/state.ts';
import { completeStep, type StepDone } from '../deliberation/step.ts';
import { type Attempt, handFor } from '../gate/attempt.ts';
import { passGates } from '../gate/list.ts';
import type { Command } from './command.ts';
import { meetingOf } from './meeting-acts.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Run } from './run.ts';

const people: ReadonlySet<string> = new Set(['bpmn:UserTask', 'bpmn:ManualTask']);

export function completeTask(run: Run, command: Extract<Command, { type: 'CompleteTask' }>): Refusal | undefined {
  const live = run.live(command.node);
  if (!live?.task) return refuse('task.unknown');
  const node = run.nodeOf(live.element);
  if (live.role !== 'task' || !people.has(live.kind)) return refuse('task.wrong-kind', { element: node.id });
  if (live.task.status === 'held') return refuse('task.held', { element: node.id });
  const attempt: Attempt = { stage: run, live, task: live.task, node, facts: run.facts, values: command.variables };
  const refused = passGates(attempt);
  if (refused) return refused;
  const done = meetingStep(run, live, attempt);
  if (!done.ok) return refuse(done.code, { element: node.id });
  finish(run, live.id, handFor(run.facts, live.task), done.output);
  return undefined;
}

/** Records what the step means to its meeting; a step outside any meeting leaves its values as they are. */
function meetingStep(run: Run, live: NodeState, attempt: Attempt): StepDone {
  const stage = attempt.node.rules.deliberation?.stage;
  if (stage === undefined) return { ok: true, facts: [], output: attempt.values };
  const meeting = meetingOf(run, live);
  if (!meeting) return { ok: false, code: 'meeting.none' };
  const done = completeStep(meeting.state, { stage, person: run.facts.by.person, values: attempt.values }, meeting.rule);
  // Facts are flat records of strings, numbers, booleans and lists of such: the case keeps them as plain data.
  if (done.ok)
    for (const f of done.facts)
      run.emit({ type: 'MeetingActed', node: meeting.node, ...at(attempt.node), fact: f as unknown as MeetingFact });
  return done;
}
