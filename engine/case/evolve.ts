// The only place where a case changes: folds one event into the state. Total: no throw, no clock, no graph.
// An event that speaks of a node that is not there changes nothing (a record from elsewhere cannot break the fold).
import type { Json, JsonObject } from '../model/json.ts';
import type { CaseEvent, Hand, OpenedTask } from './event.ts';
import type { CaseState, CaseStatus, Incident, NodeState, TaskState, WaitState } from './state.ts';

/** A case that its owner may change in place. Nodes themselves are replaced, never changed. */
export interface CaseDraft extends CaseState {
  status: CaseStatus;
  nextId: number;
  failure?: string;
  readonly nodes: Map<number, NodeState>;
  readonly waits: Map<number, WaitState>;
  readonly incidents: Map<number, Incident>;
  readonly hands: Map<string, readonly string[]>;
}

const noMap: ReadonlyMap<string, Json> = new Map();
const none: readonly never[] = [];

export function copyCase(c: CaseState): CaseDraft {
  return { ...c, nodes: new Map(c.nodes), waits: new Map(c.waits), incidents: new Map(c.incidents), hands: new Map(c.hands) };
}

/** Folds one event into a copy; the given state stays as it was. `undefined` is the case before its first event. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState | undefined {
  if (!state) return event.type === 'CaseStarted' ? openCase(event) : undefined;
  const draft = copyCase(state);
  applyEvent(draft, event);
  return draft;
}

/** Folds all events; undefined when the first is not CaseStarted. */
export function foldCase(events: Iterable<CaseEvent>): CaseState | undefined {
  let draft: CaseDraft | undefined;
  for (const event of events) {
    if (draft) applyEvent(draft, event);
    else if (event.type === 'CaseStarted') draft = openCase(event);
  }
  return draft;
}

export function openCase(e: Extract<CaseEvent, { type: 'CaseStarted' }>): CaseDraft {
  const root: NodeState = {
    id: e.root,
    within: 0,
    element: e.procedure.key,
    kind: 'bpmn:Process',
    role: 'scope',
    tokens: none,
    variables: new Map(Object.entries(e.variables)),
    children: 0,
    meeting: none,
  };
  return {
    id: e.case,
    procedure: e.procedure,
    title: e.title,
    status: 'running',
    root: e.root,
    nextId: e.root + 1,
    nodes: new Map([[e.root, root]]),
    waits: new Map(),
    incidents: new Map(),
    hands: new Map(),
  };
}

/** Changes the draft in place. */
export function applyEvent(c: CaseDraft, e: CaseEvent): void {
  switch (e.type) {
    case 'CaseStarted':
    case 'MessageSent':
    case 'SignalSent':
    case 'ErrorThrown':
    case 'EscalationThrown':
    case 'DeadlinePassed':
    case 'PassageRefused':
      return;
    case 'ElementPassed':
      return move(c, e.scope, e.take, e.put);
    case 'TaskOpened':
      move(c, e.scope, e.take, e.put);
      return add(c, node(e, 'task', { task: taskOf(e.task), variables: locals(e.locals) }));
    case 'SubprocessEntered':
      move(c, e.scope, e.take, e.put);
      return add(c, node(e, 'scope', { task: taskOf(e.task), variables: locals(e.locals) }));
    case 'InstancesPlanned':
      move(c, e.scope, e.take, e.put);
      return add(
        c,
        node(e, 'instances', {
          task: taskOf(e.task),
          instances: {
            count: e.count,
            sequential: e.sequential,
            started: 0,
            finished: 0,
            results: none,
            ...(e.items ? { items: e.items } : {}),
          },
        }),
      );
    case 'LoopBegan':
      move(c, e.scope, e.take, e.put);
      return add(
        c,
        node(e, 'instances', {
          task: taskOf(e.task),
          instances: { count: e.maximum ?? 0, sequential: true, started: 0, finished: 0, results: none },
        }),
      );
    case 'WaitBegan':
      move(c, e.scope, e.take, e.put);
      return add(c, node(e, 'wait', {}));
    case 'TaskHeld':
      return changeTask(c, e.node, (t) => ({ ...t, status: 'held', output: e.output, ...(e.by ? { doneBy: e.by } : {}) }));
    case 'TaskCompleted':
      noteHand(c, e.element, e.by);
      return leave(c, e);
    case 'SubprocessLeft':
    case 'InstancesFinished':
      return leave(c, e);
    case 'WaitEnded':
      remove(c, e.node);
      return move(c, e.scope, e.take, e.put);
    case 'BoundaryPassed':
      return move(c, e.scope, e.take, e.put);
    case 'ActivityCancelled':
      return removeTree(c, e.node);
    case 'WaitArmed':
      c.waits.set(e.wait, { id: e.wait, node: e.node, element: e.element, kind: e.kind, on: e.on });
      return seen(c, e.wait);
    case 'WaitDisarmed':
      c.waits.delete(e.wait);
      return;
    case 'ConditionTurned':
      return turn(c, e.wait, e.holds);
    case 'VariablesWritten':
      return write(c, e.scope, e.variables);
    case 'IncidentRaised':
      c.incidents.set(e.incident, { id: e.incident, node: e.node, element: e.element, kind: e.kind, code: e.code, detail: e.detail });
      return seen(c, e.incident);
    case 'IncidentResolved':
      c.incidents.delete(e.incident);
      return;
    case 'SupervisorTookPart':
      return changeTask(c, e.node, (t) => ({
        ...t,
        supervision: t.supervision.map((s) =>
          s.office === e.office && s.mode === e.mode && !s.by ? { ...s, by: e.by, remark: e.remark } : s,
        ),
      }));
    case 'ObjectionRaised':
      seen(c, e.objection);
      return changeTask(c, e.node, (t) => ({ ...t, objections: [...t.objections, { id: e.objection, by: e.by, reason: e.reason }] }));
    case 'ObjectionAnswered':
      return changeTask(c, e.node, (t) => ({
        ...t,
        objections: t.objections.map((o) => (o.id === e.objection ? { ...o, answer: { by: e.by, text: e.answer } } : o)),
      }));
    case 'ObjectionReleased':
      return changeTask(c, e.node, (t) => ({ ...t, objections: t.objections.filter((o) => o.id !== e.objection) }));
    case 'MeetingActed':
      return change(c, e.node, (n) => ({ ...n, meeting: [...n.meeting, e.fact] }));
    case 'CaseCompleted':
      return end(c, 'completed');
    case 'CaseTerminated':
      return end(c, 'terminated');
    case 'CaseFailed':
      c.failure = e.code;
      return end(c, 'failed');
  }
}

type Born = Extract<CaseEvent, { type: 'TaskOpened' | 'SubprocessEntered' | 'InstancesPlanned' | 'LoopBegan' | 'WaitBegan' }>;

function node(e: Born, role: NodeState['role'], more: Partial<NodeState>): NodeState {
  return {
    id: e.node,
    within: e.within,
    element: e.element,
    kind: e.kind,
    role,
    tokens: none,
    variables: noMap,
    children: 0,
    meeting: none,
    ...more,
  };
}
const locals = (l: JsonObject | undefined): ReadonlyMap<string, Json> => (l ? new Map(Object.entries(l)) : noMap);
const taskOf = (t: OpenedTask): TaskState => ({ ...t, status: 'open', objections: none });

function seen(c: CaseDraft, id: number): void {
  if (id >= c.nextId) c.nextId = id + 1;
}

function add(c: CaseDraft, n: NodeState): void {
  seen(c, n.id);
  c.nodes.set(n.id, n);
  const parent = c.nodes.get(n.within);
  if (!parent) return;
  const instances = parent.instances ? { ...parent.instances, started: parent.instances.started + 1 } : undefined;
  c.nodes.set(parent.id, { ...parent, children: parent.children + 1, ...(instances ? { instances } : {}) });
}

function turn(c: CaseDraft, id: number, holds: boolean): void {
  const w = c.waits.get(id);
  if (w?.on.kind === 'conditional') c.waits.set(id, { ...w, on: { kind: 'conditional', holds } });
}

function change(c: CaseDraft, id: number, f: (n: NodeState) => NodeState): void {
  const n = c.nodes.get(id);
  if (n) c.nodes.set(id, f(n));
}
function changeTask(c: CaseDraft, id: number, f: (t: TaskState) => TaskState): void {
  change(c, id, (n) => (n.task ? { ...n, task: f(n.task) } : n));
}

/** The rest of the tree goes too; callers end children first, so that normally nothing is left. */
function removeTree(c: CaseDraft, id: number): void {
  const n = c.nodes.get(id);
  if (!n) return;
  if (n.children > 0) for (const other of [...c.nodes.values()]) if (other.within === id) removeTree(c, other.id);
  remove(c, id);
}

function remove(c: CaseDraft, id: number): void {
  const n = c.nodes.get(id);
  if (!n || !c.nodes.delete(id)) return;
  for (const w of c.waits.values()) if (w.node === id) c.waits.delete(w.id);
  for (const i of c.incidents.values()) if (i.node === id) c.incidents.delete(i.id);
  change(c, n.within, (p) => ({ ...p, children: p.children - 1 }));
}

function leave(c: CaseDraft, e: Extract<CaseEvent, { type: 'TaskCompleted' | 'SubprocessLeft' | 'InstancesFinished' }>): void {
  const n = c.nodes.get(e.node);
  if (!n) return;
  remove(c, e.node);
  change(c, n.within, (p) => {
    if (!p.instances) return p;
    const collected = 'collected' in e && e.collected !== undefined ? [...p.instances.results, e.collected] : p.instances.results;
    return { ...p, instances: { ...p.instances, finished: p.instances.finished + 1, results: collected } };
  });
  write(c, n.within, e.output);
  move(c, e.scope, e.take, e.put);
}

function noteHand(c: CaseDraft, element: string, by: Hand | undefined): void {
  if (!by) return;
  const before = c.hands.get(element) ?? none;
  if (!before.includes(by.person)) c.hands.set(element, [...before, by.person]);
}

function move(c: CaseDraft, scope: number, take: readonly string[], put: readonly string[]): void {
  if (take.length === 0 && put.length === 0) return;
  change(c, scope, (n) => {
    const tokens = [...n.tokens];
    for (const t of take) {
      const i = tokens.indexOf(t);
      if (i >= 0) tokens.splice(i, 1);
    }
    tokens.push(...put);
    return { ...n, tokens };
  });
}

/** Each value goes to the nearest scope, from `from` outwards, that has the variable; a new one to the nearest scope. */
function write(c: CaseDraft, from: number, values: JsonObject): void {
  for (const [name, value] of Object.entries(values)) {
    const target = holderOf(c, from, name);
    change(c, target, (n) => ({ ...n, variables: new Map(n.variables).set(name, value) }));
  }
}

function holderOf(c: CaseDraft, from: number, name: string): number {
  let nearest: number | undefined;
  for (let n = c.nodes.get(from); n; n = c.nodes.get(n.within)) {
    if (n.variables.has(name)) return n.id;
    if (nearest === undefined && n.role === 'scope') nearest = n.id;
  }
  return nearest ?? c.root;
}

function end(c: CaseDraft, status: CaseStatus): void {
  c.status = status;
  c.waits.clear();
  c.incidents.clear();
}
