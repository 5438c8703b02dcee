// The drawing as an ordered text: steps in the order in which the flow reaches them, boundary events under their step,
// the inside of subprocesses indented. Pure, on parsed elements; what the flow does not reach follows in document order.
import { childOf, childrenOf, flagOf, type ModdleElement, textOf } from './moddle.ts';

export interface OutlineLine {
  readonly id: string;
  readonly name?: string;
  /** BPMN type, e.g. `bpmn:UserTask`. */
  readonly type: string;
  /** Event definition of an event, e.g. `bpmn:TimerEventDefinition`. */
  readonly event?: string;
  readonly depth: number;
  readonly lane?: string;
  /** Where it goes next: ids of the targets of its sequence flows, with the flow's name where it has one. */
  readonly next: readonly { readonly id: string; readonly name?: string }[];
}

const containers = new Set(['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']);
const notSteps = new Set(['bpmn:SequenceFlow', 'bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

const idOf = (e: ModdleElement | undefined): string => textOf(e, 'id') ?? '';

function targets(node: ModdleElement): readonly ModdleElement[] {
  return childrenOf(node, 'outgoing').flatMap((flow) => childOf(flow, 'targetRef') ?? []);
}

/** Reverse postorder of a depth-first walk: every step after the steps before it, loops cut where they close. */
function inFlowOrder(nodes: readonly ModdleElement[]): readonly ModdleElement[] {
  const seen = new Set<ModdleElement>();
  const inside = new Set(nodes);
  const boundaryOf = (node: ModdleElement): readonly ModdleElement[] =>
    nodes.filter((n) => n.$type === 'bpmn:BoundaryEvent' && childOf(n, 'attachedToRef') === node);
  const walk = (from: ModdleElement): readonly ModdleElement[] => {
    const finished: ModdleElement[] = [];
    const stack: { node: ModdleElement; rest: ModdleElement[] }[] = [];
    const enter = (node: ModdleElement): void => {
      if (seen.has(node) || !inside.has(node)) return;
      seen.add(node);
      // The last child entered comes first in the result, so the main path is entered last.
      stack.push({ node, rest: [...targets(node), ...boundaryOf(node).flatMap(targets)] });
    };
    enter(from);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.pop();
      if (next) enter(next);
      else finished.push(stack.pop()?.node ?? top.node);
    }
    return finished.reverse();
  };
  const starts = nodes.filter((n) => n.$type === 'bpmn:StartEvent');
  return [...starts, ...nodes.filter((n) => n.$type !== 'bpmn:BoundaryEvent')].flatMap(walk);
}

function lineOf(node: ModdleElement, depth: number, lanes: ReadonlyMap<ModdleElement, string>): OutlineLine {
  const event = childrenOf(node, 'eventDefinitions')[0]?.$type;
  const name = textOf(node, 'name');
  const lane = lanes.get(node);
  return {
    id: idOf(node),
    type: node.$type,
    depth,
    next: childrenOf(node, 'outgoing').map((flow) => {
      const label = textOf(flow, 'name');
      return { id: idOf(childOf(flow, 'targetRef')), ...(label === undefined ? {} : { name: label }) };
    }),
    ...(name === undefined ? {} : { name }),
    ...(event === undefined ? {} : { event }),
    ...(lane === undefined ? {} : { lane }),
  };
}

function laneNames(process: ModdleElement): ReadonlyMap<ModdleElement, string> {
  const found = new Map<ModdleElement, string>();
  const read = (set: ModdleElement | undefined): void => {
    for (const lane of childrenOf(set, 'lanes')) {
      const name = textOf(lane, 'name');
      if (name !== undefined) for (const node of childrenOf(lane, 'flowNodeRef')) found.set(node, name);
      read(childOf(lane, 'childLaneSet'));
    }
  };
  for (const set of childrenOf(process, 'laneSets')) read(set);
  return found;
}

function linesOf(container: ModdleElement, depth: number, lanes: ReadonlyMap<ModdleElement, string>): readonly OutlineLine[] {
  const nodes = childrenOf(container, 'flowElements').filter((n) => !notSteps.has(n.$type));
  const isEventInside = (n: ModdleElement): boolean => flagOf(n, 'triggeredByEvent');
  const ordered = inFlowOrder(nodes);
  const main = [
    ...ordered.filter((n) => !containers.has(n.$type) || !isEventInside(n)),
    ...ordered.filter((n) => containers.has(n.$type) && isEventInside(n)),
  ];
  return main.flatMap((node) => [
    lineOf(node, depth, lanes),
    ...nodes
      .filter((n) => n.$type === 'bpmn:BoundaryEvent' && childOf(n, 'attachedToRef') === node)
      .map((n) => lineOf(n, depth + 1, lanes)),
    ...(containers.has(node.$type) ? linesOf(node, depth + 1, lanes) : []),
  ]);
}

/** One part per process of the file. */
export interface OutlinePart {
  readonly process: string;
  readonly name?: string;
  readonly lines: readonly OutlineLine[];
}

export function outlineOf(definitions: ModdleElement): readonly OutlinePart[] {
  const roots = childrenOf(definitions, 'rootElements');
  const pools = roots.filter((r) => r.$type === 'bpmn:Collaboration').flatMap((c) => childrenOf(c, 'participants'));
  return roots
    .filter((r) => r.$type === 'bpmn:Process')
    .map((process) => {
      const pool = pools.find((p) => childOf(p, 'processRef') === process);
      const name = textOf(process, 'name') ?? textOf(pool, 'name');
      return { process: idOf(process), lines: linesOf(process, 0, laneNames(process)), ...(name === undefined ? {} : { name }) };
    });
}
