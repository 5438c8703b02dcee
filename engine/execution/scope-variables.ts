// What a subprocess leaves behind when it is left: its variables pass to the scope around it, except those declared in it
// (properties, data objects) and those that belong to one instance of a loop.
import type { NodeState } from '../case/state.ts';
import type { FlowNode } from '../model/graph.ts';
import type { JsonObject } from '../model/json.ts';
import type { Procedure } from './procedure.ts';

export function mergedUp(procedure: Procedure, node: FlowNode, scope: NodeState): JsonObject {
  const declared = node.inner === undefined ? [] : (procedure.graph.scopes[node.inner]?.declared ?? []);
  const own = new Set([...declared, 'loopCounter', node.loop?.kind === 'multi' ? (node.loop.item ?? '') : '']);
  return Object.fromEntries([...scope.variables].filter(([name]) => !own.has(name)));
}
