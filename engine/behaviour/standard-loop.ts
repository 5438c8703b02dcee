// Standard loop (BPMN 2.0.2 §13.3.6): the activity again and again, one after another, while its condition holds and its maximum
// is not reached; asked before each round (testBefore) or after it. In an instance `loopCounter` is its number from 1; in the
// condition it is the number of the last round begun, 0 before the first.

import type { NodeState } from '../case/state.ts';
import type { ExpressionText, FlowNode } from '../model/graph.ts';
import { arm, finish, whatIsAsked } from './activity-life.ts';
import { at, type Stage } from './stage.ts';

/** A loop that no person ever ends is stopped here. */
const maximumRounds = 10_000;

/** Takes the token; the supervision asked of the step is asked once, of the whole. */
export function beginLoop(stage: Stage, scope: number, node: FlowNode, taken: readonly string[]): void {
  if (node.loop?.kind !== 'standard') return;
  const id = stage.nextId();
  stage.emit({
    type: 'LoopBegan',
    node: id,
    within: scope,
    ...at(node),
    scope,
    take: taken,
    put: [],
    ...(node.loop.maximum === undefined ? {} : { maximum: node.loop.maximum }),
    task: { offices: [], persons: [], supervision: node.rules.supervision.map((s) => ({ office: s.office, mode: s.mode, when: s.when })) },
  });
  arm(stage, node, id, false);
  stage.advance(id);
}

/** Begins the next round, or finishes. Called whenever a round has ended and after resuming. */
export function advanceLoop(stage: Stage, n: NodeState): void {
  const node = stage.nodeOf(n.element);
  if (node.loop?.kind !== 'standard' || !n.instances || n.task?.status === 'held') return;
  const { started, finished } = n.instances;
  if (started > finished) return;
  const { maximum, condition, testBefore } = node.loop;
  if (started === maximum) return finish(stage, n.id, undefined, {});
  const asked = condition !== undefined && (testBefore || started > 0);
  const goesOn = asked ? holds(stage, n, condition) : true;
  if (goesOn === undefined) return;
  if (!goesOn) return finish(stage, n.id, undefined, {});
  if (started === maximumRounds) return stage.incident({ node: n.id, element: node }, 'loop.too-many', String(maximumRounds));
  openRound(stage, n, node);
}

/** undefined when nobody can say, after an incident was raised. */
function holds(stage: Stage, n: NodeState, condition: ExpressionText): boolean | undefined {
  const element = stage.nodeOf(n.element);
  const found = stage.evaluate(condition, n.within, { loopCounter: n.instances?.started ?? 0 });
  if (!found.ok) stage.incident({ node: n.id, element }, found.code, found.detail);
  else if (typeof found.value !== 'boolean') stage.incident({ node: n.id, element }, 'condition.not-boolean', condition.source);
  return found.ok && typeof found.value === 'boolean' ? found.value : undefined;
}

function openRound(stage: Stage, n: NodeState, node: FlowNode): void {
  const locals = { loopCounter: (n.instances?.started ?? 0) + 1 };
  const asked = whatIsAsked(stage, node, n.within, locals);
  if (!asked.ok) return stage.incident({ node: n.id, element: node }, asked.code, asked.detail);
  stage.workOf(node)?.open(stage, node, { scope: n.within, within: n.id }, { taken: [], locals, task: { ...asked.task, supervision: [] } });
}
