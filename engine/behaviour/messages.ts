// Sending a message: the case says that it was sent and what it carries; delivery is the host's.
import type { FlowNode } from '../model/graph.ts';
import type { Json } from '../model/json.ts';
import { at, type Stage } from './stage.ts';

/** Carries the variables of the scopes in sight, nearer ones first. */
export function sendMessage(stage: Stage, node: FlowNode, from: number, name: string): void {
  const payload: Record<string, Json> = {};
  for (let n = stage.live(from); n; n = stage.live(n.within)) for (const [k, v] of n.variables) if (!(k in payload)) payload[k] = v;
  stage.emit({ type: 'MessageSent', ...at(node), name, payload });
}
