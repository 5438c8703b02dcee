// End event (BPMN 2.0.2 §13.5.6): consumes the token and gives its result: none, message, signal, error, escalation, terminate.
import type { FlowNode } from '../model/graph.ts';
import { endEach } from './fragments.ts';
import { sendMessage } from './messages.ts';
import { at, type Behaviour, type Stage } from './stage.ts';

export const endEvent: Behaviour = {
  fragment: (node) => endEach(node, node.trigger.kind === 'terminate' ? 'scope' : undefined),
  fire: (stage, scope, transition, taken) => end(stage, scope, transition.node, taken),
};

function end(stage: Stage, scope: number, node: FlowNode, taken: readonly string[]): void {
  const t = node.trigger;
  if (t.kind === 'message') sendMessage(stage, node, scope, t.name);
  const all = t.kind === 'terminate' ? (stage.live(scope)?.tokens ?? taken) : taken;
  stage.emit({ type: 'ElementPassed', ...at(node), scope, take: all, put: [] });
  if (t.kind === 'signal') stage.broadcast(node, t.name);
  if (t.kind === 'error') stage.throwError(scope, node, t.code ?? '');
  if (t.kind === 'escalation') stage.escalate(scope, node, t.code ?? '');
  if (t.kind === 'terminate') terminate(stage, scope, node);
}

/** Everything else in this scope instance ends; the scope itself then completes (§13.5.6). */
function terminate(stage: Stage, scope: number, node: FlowNode): void {
  for (const n of [...stage.state.nodes.values()]) if (n.within === scope) stage.cancel(n.id, 'terminated');
  if (scope === stage.state.root) stage.emit({ type: 'CaseTerminated', element: node.id });
}
