// What a person may do at an open step now: what pages offer. It asks the same gates as decide, so a page cannot promise more.
// `complete` is offered to whom the step belongs even while a supervisor is awaited: trying tells why, and is recorded.

import { copyCase } from '../case/evolve.ts';
import type { CaseState, NodeState, TaskState } from '../case/state.ts';
import { assigned } from '../gate/assigned.ts';
import type { Attempt } from '../gate/attempt.ts';
import { separatedHands } from '../gate/separated-hands.ts';
import type { Facts } from './command.ts';
import { decide } from './decide.ts';
import { meetingOf } from './meeting-acts.ts';
import type { Procedure } from './procedure.ts';
import { Run } from './run.ts';
import { answeringOffice, watchingOffices } from './supervision-acts.ts';

export type MayDo =
  | 'complete'
  | 'attend'
  | 'cosign'
  | 'review'
  | 'inform'
  | 'object'
  | 'answer'
  | 'release'
  | 'signIn'
  | 'signInOthers'
  | 'recuse';

export function mayDo(procedure: Procedure, state: CaseState, node: number, facts: Facts): readonly MayDo[] {
  const live = state.nodes.get(node);
  if (!live?.task || facts.by.kind !== 'person' || state.status !== 'running') return [];
  const run = new Run(procedure, copyCase(state), facts);
  return [
    ...completes(run, live, live.task),
    ...supervises(procedure, state, live, facts),
    ...objects(run, live.task),
    ...signs(run, live, live.task),
  ];
}

function completes(run: Run, live: NodeState, task: TaskState): readonly MayDo[] {
  if (live.role !== 'task' || task.status !== 'open' || (live.kind !== 'bpmn:UserTask' && live.kind !== 'bpmn:ManualTask')) return [];
  const attempt: Attempt = { stage: run, live, task, node: run.nodeOf(live.element), facts: run.facts, values: {} };
  return assigned(attempt) || separatedHands(attempt) ? [] : ['complete'];
}

function supervises(procedure: Procedure, state: CaseState, live: NodeState, facts: Facts): readonly MayDo[] {
  const modes = new Set((live.task?.supervision ?? []).filter((s) => s.by === undefined).map((s) => s.mode));
  return [...modes].filter((mode) => decide(procedure, state, { type: 'TakePart', node: live.id, mode, remark: '' }, facts).ok);
}

function objects(run: Run, task: TaskState): readonly MayDo[] {
  const watching = watchingOffices(run);
  const found: MayDo[] = run.facts.by.offices.some((o) => watching.has(o)) ? ['object'] : [];
  if (task.objections.some((o) => answeringOffice(run, task, o.by.office) !== undefined)) found.push('answer');
  if (task.objections.some((o) => o.answer && run.facts.by.offices.includes(o.by.office))) found.push('release');
  return found;
}

function signs(run: Run, live: NodeState, task: TaskState): readonly MayDo[] {
  if (run.nodeOf(live.element).rules.deliberation?.stage !== 'signIn' || task.status !== 'open') return [];
  const meeting = meetingOf(run, live)?.state;
  if (!meeting) return [];
  const me = run.facts.by.person;
  const found: MayDo[] = [];
  const member = meeting.members.some((m) => m.person === me);
  if (member && !meeting.present.includes(me)) found.push('signIn');
  if (member && !meeting.recused.some((r) => r.person === me)) found.push('recuse');
  if (run.facts.by.offices.some((o) => task.offices.includes(o))) found.push('signInOthers');
  return found;
}
