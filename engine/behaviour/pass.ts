// A token passes an element that does not wait.
import type { Transition } from '../model/net.ts';
import { at, type Stage } from './stage.ts';

/** Routes and says so; where nobody can say which way, the tokens stay and an incident is raised. */
export function pass(stage: Stage, scope: number, transition: Transition, taken: readonly string[]): void {
  const routed = stage.route(transition.node, scope);
  if (!routed.ok) return stage.incident({ node: scope, element: transition.node }, routed.code, routed.detail);
  stage.emit({ type: 'ElementPassed', ...at(transition.node), scope, take: taken, put: stage.send(scope, routed.flows) });
}
