// A case as plain JSON and back: a cache of the fold, never the truth. Tests compare the two after every step.
import type { Json, JsonObject } from '../model/json.ts';
import type { CaseState, Incident, NodeState, WaitState } from './state.ts';

/** Bump when the shape changes; a snapshot of another shape is thrown away and folded anew from the records. */
const shape = 1;

export function saveCase(c: CaseState): JsonObject {
  const saved = {
    shape,
    id: c.id,
    procedure: c.procedure,
    title: c.title,
    status: c.status,
    root: c.root,
    nextId: c.nextId,
    nodes: [...c.nodes.values()].map((n) => ({ ...n, variables: Object.fromEntries(n.variables) })),
    waits: [...c.waits.values()],
    incidents: [...c.incidents.values()],
    hands: Object.fromEntries(c.hands),
    ...(c.failure === undefined ? {} : { failure: c.failure }),
  };
  // State is plain data by construction; the cast only forgets its field names.
  return saved as unknown as JsonObject;
}

/** undefined when the snapshot is of another shape: fold the records instead. */
export function restoreCase(saved: JsonObject): CaseState | undefined {
  if (saved.shape !== shape) return undefined;
  const s = saved as unknown as Omit<CaseState, 'nodes' | 'waits' | 'incidents' | 'hands'> & {
    nodes: (Omit<NodeState, 'variables'> & { variables: Record<string, Json> })[];
    waits: WaitState[];
    incidents: Incident[];
    hands: Record<string, string[]>;
  };
  return {
    id: s.id,
    procedure: s.procedure,
    title: s.title,
    status: s.status,
    root: s.root,
    nextId: s.nextId,
    nodes: new Map(s.nodes.map((n) => [n.id, { ...n, variables: new Map(Object.entries(n.variables)) }])),
    waits: new Map(s.waits.map((w) => [w.id, w])),
    incidents: new Map(s.incidents.map((i) => [i.id, i])),
    hands: new Map(Object.entries(s.hands)),
    ...(s.failure === undefined ? {} : { failure: s.failure }),
  };
}
