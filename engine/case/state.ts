// Where a case stands: a tree of live nodes (scope instances, open activities, waits) and the tokens of each scope.
// Only live things are kept; the past is in the records. Times are epoch milliseconds (UTC).
import type { Json, JsonObject } from '../model/json.ts';
import type { AwaitedSupervision, Hand, MeetingFact, OpenedTask, ProcedureRef, Waiting } from './event.ts';

export type CaseStatus = 'running' | 'completed' | 'terminated' | 'failed';

export interface Objection {
  readonly id: number;
  readonly by: Hand;
  readonly reason: string;
  readonly answer?: { readonly by: Hand; readonly text: string };
}
export interface Participation extends AwaitedSupervision {
  readonly by?: Hand;
  readonly remark?: string;
}
/** Work that people or workers do; `held` = done, waiting for a supervisor. */
export interface TaskState extends Omit<OpenedTask, 'supervision'> {
  readonly status: 'open' | 'held';
  readonly supervision: readonly Participation[];
  readonly objections: readonly Objection[];
  readonly doneBy?: Hand;
  readonly output?: JsonObject;
}
export interface InstancesState {
  /** Standard loop: its maximum, 0 where it has none. */
  readonly count: number;
  readonly sequential: boolean;
  /** The collection as it was when the loop began. */
  readonly items?: readonly Json[];
  readonly started: number;
  readonly finished: number;
  /** Collected outputs, in order of completion. */
  readonly results: readonly Json[];
}
export interface NodeState {
  readonly id: number;
  /** 0 for the process instance itself. */
  readonly within: number;
  readonly element: string;
  readonly kind: string;
  readonly role: 'scope' | 'task' | 'wait' | 'instances';
  /** Scopes: sequence flow ids, one entry per token. */
  readonly tokens: readonly string[];
  /** Scopes and instances: variables of their own. */
  readonly variables: ReadonlyMap<string, Json>;
  /** Number of live nodes directly within. */
  readonly children: number;
  readonly task?: TaskState;
  readonly instances?: InstancesState;
  /** Facts of the meeting, when this is a meeting's subprocess. */
  readonly meeting: readonly MeetingFact[];
}
export interface WaitState {
  readonly id: number;
  /** Node that owns the wait: a waiting event, an event gateway, or the host of a boundary event. */
  readonly node: number;
  readonly element: string;
  readonly kind: string;
  readonly on: Waiting;
}
export interface Incident {
  readonly id: number;
  readonly node: number;
  readonly element: string;
  readonly kind: string;
  readonly code: string;
  readonly detail: string;
}
export interface CaseState {
  readonly id: string;
  readonly procedure: ProcedureRef;
  readonly title: string;
  readonly status: CaseStatus;
  readonly root: number;
  readonly nextId: number;
  readonly nodes: ReadonlyMap<number, NodeState>;
  readonly waits: ReadonlyMap<number, WaitState>;
  readonly incidents: ReadonlyMap<number, Incident>;
  /** Element id → people who did it, oldest first (separated duties). */
  readonly hands: ReadonlyMap<string, readonly string[]>;
  readonly failure?: string;
}
