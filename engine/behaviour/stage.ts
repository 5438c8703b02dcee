// What a behaviour may see and do while a case moves. Implemented by execution/run; behaviours know nothing else of it.

import type { CaseEvent, Hand, OpenedTask, Waiting } from '../case/event.ts';
import type { CaseState, NodeState, WaitState } from '../case/state.ts';
import type { Facts } from '../execution/command.ts';
import type { Procedure } from '../execution/procedure.ts';
import type { ExpressionText, Flow, FlowNode } from '../model/graph.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Fragment, Transition } from '../model/net.ts';
import type { Fault, IncidentCode } from './incident-table.ts';

export type Evaluated = { readonly ok: true; readonly value: Json } | Fault;
/** Where tokens go, or why nobody can say. */
export type Routed = { readonly ok: true; readonly flows: readonly Flow[] } | Fault;

export interface Place {
  /** Node id of the scope instance. */
  readonly scope: number;
  /** Node id directly above: the scope, or the instances node of a multi-instance activity. */
  readonly within: number;
}

export interface Stage {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly facts: Facts;
  emit(event: CaseEvent): void;
  nextId(): number;
  nodeOf(element: string): FlowNode;
  workOf(node: FlowNode): Work | undefined;
  live(id: number): NodeState | undefined;
  /** FEEL over the variables seen from `at` outwards; `extra` is seen first. */
  evaluate(text: ExpressionText, at: number, extra?: JsonObject): Evaluated;
  /** One variable as seen from `from` outwards. */
  read(name: string, from: number): Json | undefined;
  route(node: FlowNode, at: number, extra?: JsonObject): Routed;
  /** Flow ids for an event, and the arrival of their tokens afterwards. */
  send(scope: number, flows: readonly Flow[]): readonly string[];
  /** Looks again, after what is under way, whether the instances node can go on. */
  advance(instances: number): void;
  /** Nothing can be done: the element waits for people to mend and resume. */
  incident(at: { readonly node: number; readonly element: FlowNode }, code: IncidentCode, detail: string): void;
  /** Enters the inner scope of a subprocess that has just been entered. */
  enterScope(scope: number, inner: number): void;
  /** Ends a live node and all inside it, innermost first. */
  cancel(node: number, reason: 'interrupted' | 'terminated' | 'instancesComplete'): void;
  arm(owner: number, element: FlowNode, on: Waiting): void;
  throwError(from: number, element: FlowNode, code: string): void;
  escalate(from: number, element: FlowNode, code: string): void;
  broadcast(element: FlowNode, name: string): void;
}

/** The work of one kind of activity, from its opening to its completion. */
export interface Work {
  /** Opens one instance. `taken` are the flows consumed (none for a multi-instance inner instance). */
  readonly open: (stage: Stage, node: FlowNode, at: Place, opening: Opening) => void;
}
export interface Opening {
  readonly taken: readonly string[];
  readonly locals?: JsonObject;
  readonly task: OpenedTask;
}

/** One element: its control flow as a fragment of the net, and what happens when its transitions fire. */
export interface Behaviour {
  readonly fragment: Fragment;
  /** An automatic transition of the element fires in `scope`. */
  readonly fire: (stage: Stage, scope: number, transition: Transition, taken: readonly string[]) => void;
  /** Something it waited for happened (timer, message, signal). */
  readonly occurred?: (stage: Stage, wait: WaitState, by: Hand | undefined) => void;
  /** Activities: opens one instance. */
  readonly work?: Work;
}

export const at = (node: FlowNode): { element: string; kind: string } => ({ element: node.id, kind: node.kind });
