// Sequence flows of all scopes, with both ends resolved (BPMN 2.0.2 §8.4.13).
// Promise: a Flow joins two nodes of its own scope; every other drawn flow is reported and left out. The flows of a node are in
// document order, which is the order in which an exclusive gateway tries them.
import { type Drawn, is } from './drawn.ts';
import type { Flow } from './graph.ts';
import { present } from './present.ts';
import { readExpression } from './read-expression.ts';
import type { DrawnFlow, DrawnNode, DrawnScope } from './read-scopes.ts';
import type { Reading } from './reading.ts';

export interface Flows {
  /** By scope index. */
  readonly ofScope: readonly (readonly Flow[])[];
  readonly into: ReadonlyMap<string, readonly Flow[]>;
  readonly outOf: ReadonlyMap<string, readonly Flow[]>;
}

const condition = { zh: '条件', en: 'condition' };

export function readFlows(scopes: readonly DrawnScope[], reading: Reading): Flows {
  const scopeOf = new Map<object, number>();
  for (const scope of scopes) for (const node of scope.nodes) scopeOf.set(node, scope.index);
  const into = new Map<string, Flow[]>();
  const outOf = new Map<string, Flow[]>();
  const ofScope = scopes.map((scope) => {
    const flows: Flow[] = [];
    for (const drawn of scope.flows) {
      const ends = resolveEnds(drawn, { scope: scope.index, scopeOf, reading });
      if (!ends) continue;
      const flow: Flow = {
        index: flows.length,
        id: drawn.id,
        source: ends.source.id,
        target: ends.target.id,
        isDefault: (ends.source as Drawn<{ default?: object }>).default === drawn,
        ...present({
          name: drawn.name,
          condition: drawn.conditionExpression && readExpression(drawn.conditionExpression, { host: drawn.id, what: condition }, reading),
        }),
      };
      flows.push(flow);
      append(outOf, flow.source, flow);
      append(into, flow.target, flow);
    }
    return flows;
  });
  for (const scope of scopes) for (const node of scope.nodes) checkLists(node, reading);
  return { ofScope, into, outOf };
}

function append(lists: Map<string, Flow[]>, key: string, flow: Flow): void {
  const list = lists.get(key);
  if (list) list.push(flow);
  else lists.set(key, [flow]);
}

interface Where {
  readonly scope: number;
  readonly scopeOf: ReadonlyMap<object, number>;
  readonly reading: Reading;
}

function resolveEnds(
  flow: DrawnFlow,
  { scope, scopeOf, reading }: Where,
): { readonly source: DrawnNode; readonly target: DrawnNode } | undefined {
  const { sourceRef: source, targetRef: target } = flow as DrawnFlow & { sourceRef?: DrawnNode; targetRef?: DrawnNode };
  if (!source || !target) {
    reading.report('flow.dangling', flow.id);
    return undefined;
  }
  for (const end of [source, target])
    if (!is(end, 'bpmn:FlowNode')) {
      reading.report('flow.wrong-end', flow.id, { target: (end as Drawn).id ?? '' });
      return undefined;
    }
  if (scopeOf.get(source) !== scope || scopeOf.get(target) !== scope) {
    reading.report('flow.crosses-scope', flow.id);
    return undefined;
  }
  return { source, target };
}

/** incoming/outgoing say again what the flows say; a contradiction is a drawing that two tools read in two ways. */
function checkLists(node: DrawnNode, { report }: Reading): void {
  for (const flow of node.outgoing ?? []) if (flow.sourceRef !== node) report('flow.inconsistent', node.id, { flow: flow.id ?? '' });
  for (const flow of node.incoming ?? []) if (flow.targetRef !== node) report('flow.inconsistent', node.id, { flow: flow.id ?? '' });
  const named = (node as Drawn<{ default?: Drawn<{ sourceRef?: object }> }>).default;
  if (named && named.sourceRef !== node) report('default.wrong', node.id, { flow: named.id ?? '' });
}
