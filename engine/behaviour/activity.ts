// An activity made of its work: opens on each token, once, in rounds or as multi-instance, and closes when the work is done.
import type { FlowNode } from '../model/graph.ts';
import { whatIsAsked } from './activity-life.ts';
import { openAndClose } from './fragments.ts';
import { advanceInstances, planInstances } from './multi-instance.ts';
import type { Behaviour, Stage, Work } from './stage.ts';
import { advanceLoop, beginLoop } from './standard-loop.ts';

export const activity = (work: Work, more: Partial<Behaviour> = {}): Behaviour => ({
  fragment: (node) => openAndClose(node),
  fire: (stage, scope, transition, taken) => begin(stage, scope, transition.node, taken),
  work,
  ...more,
});

function begin(stage: Stage, scope: number, node: FlowNode, taken: readonly string[]): void {
  if (node.loop?.kind === 'multi') return planInstances(stage, scope, node, taken);
  if (node.loop?.kind === 'standard') return beginLoop(stage, scope, node, taken);
  const asked = whatIsAsked(stage, node, scope, {});
  if (!asked.ok) return stage.incident({ node: scope, element: node }, asked.code, asked.detail);
  stage.workOf(node)?.open(stage, node, { scope, within: scope }, { taken, task: asked.task });
}

/** A repeated activity opens what is to be opened next, or finishes. */
export function advance(stage: Stage, id: number): void {
  const n = stage.live(id);
  if (!n?.instances) return;
  if (stage.nodeOf(n.element).loop?.kind === 'standard') advanceLoop(stage, n);
  else advanceInstances(stage, id);
}
