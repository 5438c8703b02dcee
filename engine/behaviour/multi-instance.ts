// Multi-instance activities (BPMN 2.0.2 §13.3.7): how many, over which items, one after another or side by side, and when enough is enough.

import type { NodeState } from '../case/state.ts';
import type { FlowNode } from '../model/graph.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { arm, finish, whatIsAsked } from './activity-life.ts';
import type { Fault } from './incident-table.ts';
import { at, type Stage } from './stage.ts';

type Plan = { readonly ok: true; readonly count: number; readonly items?: readonly Json[] } | Fault;

/** Bound of one loop: a record must hold what one act opens. */
const maximumInstances = 10_000;

/** Takes the token and plans the instances; the supervision asked of the step is asked once, of the whole. */
export function planInstances(stage: Stage, scope: number, node: FlowNode, taken: readonly string[]): void {
  if (node.loop?.kind !== 'multi') return;
  const plan = planOf(stage, node, scope);
  if (!plan.ok) return stage.incident({ node: scope, element: node }, plan.code, plan.detail);
  const id = stage.nextId();
  stage.emit({
    type: 'InstancesPlanned',
    node: id,
    within: scope,
    ...at(node),
    scope,
    take: taken,
    put: [],
    count: plan.count,
    sequential: node.loop.sequential,
    ...(plan.items ? { items: plan.items } : {}),
    task: { offices: [], persons: [], supervision: node.rules.supervision.map((s) => ({ office: s.office, mode: s.mode, when: s.when })) },
  });
  arm(stage, node, id, false);
  stage.advance(id);
}

function planOf(stage: Stage, node: FlowNode, scope: number): Plan {
  const loop = node.loop;
  if (loop?.kind !== 'multi') return { ok: false, code: 'loop.unreadable', detail: node.id };
  if (loop.collection !== undefined) {
    const found = stage.read(loop.collection, scope);
    if (!Array.isArray(found)) return { ok: false, code: 'loop.not-a-list', detail: loop.collection };
    return bounded(found.length, found as readonly Json[]);
  }
  if (!loop.cardinality) return { ok: false, code: 'loop.unreadable', detail: node.id };
  const n = stage.evaluate(loop.cardinality, scope);
  if (!n.ok) return n;
  if (typeof n.value !== 'number' || !Number.isSafeInteger(n.value) || n.value < 0)
    return { ok: false, code: 'loop.not-a-count', detail: loop.cardinality.source };
  return bounded(n.value);
}
const bounded = (count: number, items?: readonly Json[]): Plan =>
  count > maximumInstances ? { ok: false, code: 'loop.too-many', detail: String(count) } : { ok: true, count, ...(items ? { items } : {}) };

/** Opens what is to be opened next, or finishes. Called whenever an instance has ended and after resuming. */
export function advanceInstances(stage: Stage, id: number): void {
  for (;;) {
    const n = stage.live(id);
    if (!n?.instances || n.task?.status === 'held') return;
    const { count, started, finished, sequential } = n.instances;
    const enough = finished > 0 && isEnough(stage, n);
    if (finished === count || enough) return finishAll(stage, n);
    if (started === count || (sequential && started > finished)) return;
    if (!openNext(stage, n, started)) return;
  }
}

function isEnough(stage: Stage, n: NodeState): boolean {
  const node = stage.nodeOf(n.element);
  const condition = node.loop?.kind === 'multi' ? node.loop.completion : undefined;
  if (!condition || !n.instances) return false;
  const { count, started, finished, results } = n.instances;
  const collected = node.loop?.kind === 'multi' && node.loop.output ? { [node.loop.output.collection]: results } : {};
  const found = stage.evaluate(condition, n.within, {
    ...collected,
    numberOfInstances: count,
    numberOfActiveInstances: started - finished,
    numberOfCompletedInstances: finished,
    numberOfTerminatedInstances: 0,
  });
  if (!found.ok) stage.incident({ node: n.id, element: node }, found.code, found.detail);
  return found.ok && found.value === true;
}

function openNext(stage: Stage, n: NodeState, index: number): boolean {
  const node = stage.nodeOf(n.element);
  const work = stage.workOf(node);
  if (!work || node.loop?.kind !== 'multi') return false;
  const item = node.loop.item !== undefined && n.instances?.items ? { [node.loop.item]: n.instances.items[index] ?? null } : {};
  const locals: JsonObject = { loopCounter: index + 1, ...item };
  const asked = whatIsAsked(stage, node, n.within, locals);
  if (!asked.ok) {
    stage.incident({ node: n.id, element: node }, asked.code, asked.detail);
    return false;
  }
  work.open(stage, node, { scope: n.within, within: n.id }, { taken: [], locals, task: { ...asked.task, supervision: [] } });
  return (stage.live(n.id)?.instances?.started ?? 0) > index;
}

function finishAll(stage: Stage, n: NodeState): void {
  const node = stage.nodeOf(n.element);
  for (const child of [...stage.state.nodes.values()]) if (child.within === n.id) stage.cancel(child.id, 'instancesComplete');
  const output = node.loop?.kind === 'multi' ? node.loop.output : undefined;
  finish(stage, n.id, undefined, output && n.instances ? { [output.collection]: n.instances.results } : {});
}
