// What supervisors do at a step: take part, object, release; and the answer to an objection.
import { resume } from '../behaviour/activity-life.ts';
import { at } from '../behaviour/stage.ts';
import type { Hand } from '../case/event.ts';
import type { NodeState, TaskState } from '../case/state.ts';
import type { Command } from './command.ts';
import { meetingOf } from './meeting-acts.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Run } from './run.ts';

type Found = { readonly ok: true; readonly live: NodeState; readonly task: TaskState } | { readonly ok: false; readonly refusal: Refusal };

function openTask(run: Run, id: number): Found {
  const live = run.live(id);
  if (!live?.task) return { ok: false, refusal: refuse('task.unknown') };
  if (run.facts.by.kind !== 'person') return { ok: false, refusal: refuse('gate.system-may-not-act', { element: live.element }) };
  return { ok: true, live, task: live.task };
}
const holds = (run: Run, office: string): boolean => run.facts.by.offices.includes(office);
const hand = (run: Run, office: string): Hand => ({ person: run.facts.by.person, office });

export function takePart(run: Run, c: Extract<Command, { type: 'TakePart' }>): Refusal | undefined {
  const found = openTask(run, c.node);
  if (!found.ok) return found.refusal;
  const { live, task } = found;
  const element = live.element;
  const mine = task.supervision.filter((s) => s.mode === c.mode && holds(run, s.office));
  if (mine.length === 0) return refuse('supervision.not-asked', { element });
  const open = mine.find((s) => s.by === undefined);
  if (!open) return refuse('supervision.done-already', { element });
  if (open.when === 'after' && task.status === 'open') return refuse('supervision.not-yet', { element });
  if (!isIndependent(run, live, task)) return refuse('supervision.not-independent', { element });
  run.emit({
    type: 'SupervisorTookPart',
    node: live.id,
    ...at(run.nodeOf(element)),
    office: open.office,
    mode: open.mode,
    by: hand(run, open.office),
    remark: c.remark,
  });
  resume(run, live.id);
  return undefined;
}

/** Not who does or did the step, nor a voting member of the meeting that is watched. */
function isIndependent(run: Run, live: NodeState, task: TaskState): boolean {
  const me = run.facts.by.person;
  if (task.doneBy?.person === me || task.persons.includes(me) || run.state.hands.get(live.element)?.includes(me)) return false;
  return !meetingOf(run, live)?.state.members.some((m) => m.person === me);
}

/** Offices that watch over this procedure: asked for supervision anywhere in it, or holders of a supervising lane. */
export function watchingOffices(run: Pick<Run, 'procedure'>): ReadonlySet<string> {
  const { graph } = run.procedure;
  const asked = [...graph.nodes.values()].flatMap((n) => n.rules.supervision.map((s) => s.office));
  const lanes = graph.lanes.flatMap((l) => (l.rules.power?.kind === 'supervise' && l.rules.power.office ? [l.rules.power.office] : []));
  return new Set([...asked, ...lanes]);
}

export function raiseObjection(run: Run, c: Extract<Command, { type: 'RaiseObjection' }>): Refusal | undefined {
  const found = openTask(run, c.node);
  if (!found.ok) return found.refusal;
  const watching = watchingOffices(run);
  const office = run.facts.by.offices.find((o) => watching.has(o));
  if (office === undefined) return refuse('supervision.not-asked', { element: found.live.element });
  run.emit({
    type: 'ObjectionRaised',
    node: c.node,
    objection: run.nextId(),
    ...at(run.nodeOf(found.live.element)),
    by: hand(run, office),
    reason: c.reason,
  });
  return undefined;
}

export function answerObjection(run: Run, c: Extract<Command, { type: 'AnswerObjection' }>): Refusal | undefined {
  const found = openTask(run, c.node);
  if (!found.ok) return found.refusal;
  const objection = found.task.objections.find((o) => o.id === c.objection);
  if (!objection) return refuse('objection.unknown', { element: found.live.element });
  const office = answeringOffice(run, found.task, objection.by.office);
  if (office === undefined) return refuse('gate.not-assigned', { element: found.live.element });
  run.emit({
    type: 'ObjectionAnswered',
    node: c.node,
    objection: c.objection,
    ...at(run.nodeOf(found.live.element)),
    by: hand(run, office),
    answer: c.answer,
  });
  return undefined;
}

/** Those who do the step answer for it; where nobody in particular does (a whole meeting), any other office of the case. */
export function answeringOffice(run: Pick<Run, 'facts'>, task: TaskState, objector: string): string | undefined {
  const { by } = run.facts;
  if (task.persons.includes(by.person)) return by.office;
  if (task.offices.length > 0) return by.offices.find((o) => task.offices.includes(o));
  return task.persons.length > 0 ? undefined : by.offices.find((o) => o !== objector);
}

export function releaseObjection(run: Run, c: Extract<Command, { type: 'ReleaseObjection' }>): Refusal | undefined {
  const found = openTask(run, c.node);
  if (!found.ok) return found.refusal;
  const element = found.live.element;
  const objection = found.task.objections.find((o) => o.id === c.objection);
  if (!objection) return refuse('objection.unknown', { element });
  if (!holds(run, objection.by.office)) return refuse('objection.not-yours', { element });
  if (!objection.answer) return refuse('objection.not-answered', { element });
  run.emit({
    type: 'ObjectionReleased',
    node: c.node,
    objection: c.objection,
    ...at(run.nodeOf(element)),
    by: hand(run, objection.by.office),
    remark: c.remark,
  });
  resume(run, c.node);
  return undefined;
}
