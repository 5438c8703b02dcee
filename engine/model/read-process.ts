// One process as drawn → ProcessGraph.
// Promise: scopes, flows, nodes and lanes resolved; what cannot be resolved was reported and is left out.
import { type Drawn, is, type Kinds } from './drawn.ts';
import type { FlowNode, Lane, ProcessGraph } from './graph.ts';
import { present } from './present.ts';
import { type Flows, readFlows } from './read-flows.ts';
import { readDocumentation, readNode } from './read-node.ts';
import { readLaneRules, readProcessRules } from './read-rules.ts';
import { type DrawnScope, gatherScopes } from './read-scopes.ts';
import type { Reading } from './reading.ts';

export function readProcess(drawn: Drawn<Kinds['bpmn:Process']> & { readonly id: string }, reading: Reading): ProcessGraph {
  const scopes = gatherScopes(drawn, reading);
  const flows = readFlows(scopes, reading);
  const lanes = scopes.flatMap(({ container }) => readLanes(container.laneSets ?? [], reading));
  const nodes = readNodes(scopes, { flows, lanes }, reading);
  return {
    id: drawn.id,
    executable: drawn.isExecutable === true,
    nodes,
    scopes: scopes.map((scope) => ({
      index: scope.index,
      id: scope.id,
      ...present({ parent: scope.parent }),
      nodes: scope.nodes.map(({ id }) => id).filter((id) => nodes.has(id)),
      flows: flows.ofScope[scope.index] ?? [],
      starts: scope.nodes.filter(({ $type }) => $type === 'bpmn:StartEvent').map(({ id }) => id),
      declared: scope.declared,
    })),
    lanes,
    rules: readProcessRules(drawn, drawn.id, reading.report),
    ...present({ name: drawn.name, documentation: readDocumentation(drawn) }),
  };
}

interface Around {
  readonly flows: Flows;
  readonly lanes: readonly Lane[];
}

function readNodes(scopes: readonly DrawnScope[], { flows, lanes }: Around, reading: Reading): ReadonlyMap<string, FlowNode> {
  const inner = new Map<object, number>(scopes.map(({ container, index }) => [container, index]));
  // Lanes come outer first: the innermost lane of a node is the last that names it.
  const laneOf = new Map(lanes.flatMap((lane) => lane.nodes.map((node) => [node, lane.id] as const)));
  const boundary = attachBoundaries(scopes, reading);
  const nodes = new Map<string, FlowNode>();
  for (const scope of scopes)
    for (const drawn of scope.nodes) {
      const node = readNode(
        drawn,
        {
          scope: scope.index,
          incoming: flows.into.get(drawn.id) ?? [],
          outgoing: flows.outOf.get(drawn.id) ?? [],
          boundary: boundary.get(drawn.id) ?? [],
          inner: inner.get(drawn),
          lane: laneOf.get(drawn.id),
        },
        reading,
      );
      if (node) nodes.set(node.id, node);
    }
  return nodes;
}

/** Activity id → its boundary events, in document order. */
function attachBoundaries(scopes: readonly DrawnScope[], { report }: Reading): ReadonlyMap<string, readonly string[]> {
  const attached = new Map<string, string[]>();
  for (const { nodes } of scopes) {
    const here: ReadonlySet<object> = new Set(nodes);
    for (const node of nodes) {
      if (!is(node, 'bpmn:BoundaryEvent')) continue;
      const host: Drawn | undefined = node.attachedToRef;
      if (!host?.id || !is(host, 'bpmn:Activity') || !here.has(host)) report('boundary.host', node.id);
      else attached.set(host.id, [...(attached.get(host.id) ?? []), node.id]);
    }
  }
  return attached;
}

type LaneSets = NonNullable<Kinds['bpmn:Process']['laneSets']>;

/** All lanes, each before the lanes inside it. */
function readLanes(sets: LaneSets, reading: Reading): readonly Lane[] {
  return sets.flatMap(({ lanes: drawn }) => {
    const seen = new Set<object>();
    return (drawn ?? []).flatMap((lane) => {
      const id = lane.id ?? '';
      const nodes: string[] = [];
      for (const node of lane.flowNodeRef ?? []) {
        if (!is(node, 'bpmn:FlowNode') || node.id === undefined) {
          reading.report('reference.wrong-kind', id, {
            property: 'flowNodeRef',
            target: (node as Drawn).id ?? '',
            wanted: { zh: '活动、事件或网关', en: 'an activity, event or gateway' },
          });
          continue;
        }
        if (seen.has(node)) reading.report('lane.twice', id, { node: node.id });
        seen.add(node);
        nodes.push(node.id);
      }
      if (id === '') reading.report('id.missing', hostOfLane(lane), { tag: 'bpmn:Lane' });
      const read: Lane = { id, nodes, rules: readLaneRules(lane, id, reading.report), ...present({ name: lane.name }) };
      return [read, ...(lane.childLaneSet ? readLanes([lane.childLaneSet], reading) : [])];
    });
  });
}

const hostOfLane = (lane: Drawn): string => lane.$parent?.$parent?.id ?? '';
