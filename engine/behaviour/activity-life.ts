// The life of an activity (BPMN 2.0.2 §13.3.2–3): what is asked of whom, boundary events, holding for supervision, leaving.

import { addDays } from '../calendar/add-days.ts';
import type { AwaitedSupervision, Hand, OpenedTask } from '../case/event.ts';
import type { NodeState, TaskState } from '../case/state.ts';
import { foldMeeting } from '../deliberation/meeting.ts';
import type { FlowNode } from '../model/graph.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { armTrigger } from '../triggers/arm.ts';
import { disarmStarts } from '../triggers/disarm.ts';
import type { Fault } from './incident-table.ts';
import { at, type Stage } from './stage.ts';

export type Asked = { readonly ok: true; readonly task: OpenedTask } | Fault;

/** What an activity asks of people, fixed at this moment. `at`: where variables are looked up; `locals`: seen first. */
export function whatIsAsked(stage: Stage, node: FlowNode, from: number, locals: JsonObject): Asked {
  const people = personsOf(stage, node, from, locals);
  if (!people.ok) return people;
  return {
    ok: true,
    task: {
      ...limitsOf(stage, node),
      offices: node.rules.assignment?.offices ?? [],
      persons: people.persons,
      ...invitedOf(stage, node, from),
      supervision: node.rules.supervision.map(asAwaited),
    },
  };
}

/** Members of the meeting around the step sign in at it; completing it is the secretary's. */
function invitedOf(stage: Stage, node: FlowNode, from: number): Pick<OpenedTask, 'invited'> {
  if (node.rules.deliberation?.stage !== 'signIn') return {};
  for (let n = stage.live(from); n; n = stage.live(n.within))
    if (n.meeting.length > 0) return { invited: foldMeeting(n.meeting).members.map((m) => m.person) };
  return {};
}

const asAwaited = (s: AwaitedSupervision): AwaitedSupervision => ({ office: s.office, mode: s.mode, when: s.when });

function limitsOf(stage: Stage, node: FlowNode): Pick<OpenedTask, 'dueAt' | 'notBefore' | 'topic'> {
  const from = stage.facts.at;
  const zone = stage.facts.zone;
  const { deadline, minimum } = node.rules;
  return {
    ...(deadline ? { dueAt: addDays({ from, days: deadline.days, unit: deadline.unit, zone }).dueAt } : {}),
    ...(minimum ? { notBefore: addDays({ from, days: minimum.days, unit: minimum.unit, zone }).dueAt } : {}),
    ...(node.topic === undefined ? {} : { topic: node.topic }),
  };
}

type People = { readonly ok: true; readonly persons: readonly string[] } | Fault;
function personsOf(stage: Stage, node: FlowNode, from: number, locals: JsonObject): People {
  const person = node.rules.assignment?.person;
  if (person === undefined) return { ok: true, persons: [] };
  const found = stage.evaluate({ source: person.replace(/^=/, ''), element: node.id }, from, locals);
  if (!found.ok) return found;
  const persons = Array.isArray(found.value) ? found.value : [found.value];
  const ids = persons.filter((p): p is string => typeof p === 'string' && p !== '');
  // Nobody to do it: stop and raise, never pass by itself.
  if (ids.length === 0 || ids.length !== persons.length) return { ok: false, code: 'assignment.nobody', detail: person };
  return { ok: true, persons: ids };
}

/** After an activity has opened: its boundary events and its deadline begin to wait. Instances leave boundaries to the whole. */
export function arm(stage: Stage, node: FlowNode, id: number, isInstance: boolean): void {
  if (!isInstance) for (const b of node.boundary) armTrigger(stage, id, stage.nodeOf(b));
  const dueAt = stage.live(id)?.task?.dueAt;
  if (dueAt !== undefined) stage.arm(id, node, { kind: 'deadline', dueAt });
}

export const pendingSupervision = (task: TaskState): readonly AwaitedSupervision[] =>
  task.supervision.filter((s) => s.by === undefined && s.mode !== 'inform').map(asAwaited);

const isBlocked = (task: TaskState | undefined): boolean =>
  task !== undefined && (task.objections.length > 0 || pendingSupervision(task).length > 0);

/** The work of a live activity is done: it leaves, or is held until those who must take part have done so. */
export function finish(stage: Stage, id: number, by: Hand | undefined, output: JsonObject): void {
  const n = stage.live(id);
  if (!n) return;
  const node = stage.nodeOf(n.element);
  const within = stage.live(n.within);
  const inner = within?.role === 'instances';
  const routed = inner ? { ok: true as const, flows: [] } : stage.route(node, n.within, output);
  if (isBlocked(n.task) || !routed.ok) hold(stage, n, by, output);
  if (!routed.ok) return stage.incident({ node: id, element: node }, routed.code, routed.detail);
  if (isBlocked(n.task)) return;
  const scope = scopeAbove(stage, n);
  const moved = { scope, take: [], put: stage.send(scope, routed.flows) };
  const collected = inner ? collect(node, n, output) : undefined;
  const common = { node: id, ...at(node), ...moved, output: inner ? withoutItem(node, output) : output };
  if (n.role === 'instances') stage.emit({ type: 'InstancesFinished', ...common });
  else if (n.role === 'scope') stage.emit({ type: 'SubprocessLeft', ...common, ...(collected === undefined ? {} : { collected }) });
  else stage.emit({ type: 'TaskCompleted', ...common, ...(by ? { by } : {}), ...(collected === undefined ? {} : { collected }) });
  if (inner) stage.advance(n.within);
}

function hold(stage: Stage, n: NodeState, by: Hand | undefined, output: JsonObject): void {
  if (n.task?.status === 'held') return;
  if (n.role === 'scope') disarmStarts(stage, n.id);
  stage.emit({ type: 'TaskHeld', node: n.id, element: n.element, kind: n.kind, output, ...(by ? { by } : {}) });
}

/** A held activity looks again whether it may leave. */
export function resume(stage: Stage, id: number): void {
  const t = stage.live(id)?.task;
  if (t?.status === 'held' && !isBlocked(t)) finish(stage, id, t.doneBy, t.output ?? {});
}

function scopeAbove(stage: Stage, n: NodeState): number {
  let up = stage.live(n.within);
  while (up && up.role !== 'scope') up = stage.live(up.within);
  return up?.id ?? stage.state.root;
}

/** An instance's output item is its own: it is collected, not written around the loop. */
function withoutItem(node: FlowNode, output: JsonObject): JsonObject {
  const own = node.loop?.kind === 'multi' ? node.loop.output?.item : undefined;
  return own === undefined || !(own in output) ? output : Object.fromEntries(Object.entries(output).filter(([name]) => name !== own));
}

function collect(node: FlowNode, n: NodeState, output: JsonObject): Json | undefined {
  const wanted = node.loop?.kind === 'multi' ? node.loop.output : undefined;
  if (!wanted) return undefined;
  return output[wanted.item] ?? n.variables.get(wanted.item) ?? null;
}
