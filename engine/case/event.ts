// What can have happened to a case: past facts, in the domain's words. Published shapes never change; a new shape is a new type.
// Tokens: `take` and `put` name sequence flows of the scope instance `scope`; evolve needs nothing else, in particular no graph.
import type { Json, JsonObject } from '../model/json.ts';

/** Which drawing, rules and forms a case is bound to. Hashes are lower-case hex SHA-256 of the exact bytes. */
export interface ProcedureRef {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
}

export interface Hand {
  readonly person: string;
  readonly office: string;
}

export interface AwaitedSupervision {
  readonly office: string;
  readonly mode: 'attend' | 'cosign' | 'review' | 'inform';
  readonly when: 'before' | 'during' | 'after';
}

interface At {
  readonly element: string;
  /** BPMN type, e.g. bpmn:UserTask. */
  readonly kind: string;
}
interface Moved {
  /** Node id of the scope instance whose marking changes. */
  readonly scope: number;
  readonly take: readonly string[];
  readonly put: readonly string[];
}

export type Waiting =
  /** `text` is the timer as evaluated when armed; `fired` how often it has fired; `left` firings after the next one (null: no end). */
  | {
      readonly kind: 'timer';
      readonly dueAt: number;
      readonly text: string;
      readonly armedAt: number;
      readonly fired: number;
      readonly left: number | null;
    }
  | { readonly kind: 'message'; readonly name: string; readonly key?: string }
  | { readonly kind: 'signal'; readonly name: string }
  /** Until the condition of the element turns true; `holds`: what it was when last asked. */
  | { readonly kind: 'conditional'; readonly holds: boolean }
  /** A deadline of a step: it can only be noted, it moves nothing. */
  | { readonly kind: 'deadline'; readonly dueAt: number };

/** One decided fact of a meeting (deliberation room gives it meaning; the case only keeps it). */
export interface MeetingFact {
  readonly type: string;
  readonly [key: string]: Json;
}

export type CaseEvent =
  | {
      readonly type: 'CaseStarted';
      readonly case: string;
      readonly procedure: ProcedureRef;
      readonly title: string;
      readonly root: number;
      readonly element: string;
      readonly kind: string;
      readonly variables: JsonObject;
      readonly by?: Hand;
    }
  /** A gateway, event or task without wait was passed. */
  | ({ readonly type: 'ElementPassed' } & At & Moved)
  /** An activity with work to do, or one that waits, began. `within`: parent node (scope or instances). */
  | ({
      readonly type: 'TaskOpened';
      readonly node: number;
      readonly within: number;
      readonly task: OpenedTask;
      readonly locals?: JsonObject;
    } & At &
      Moved)
  | ({
      readonly type: 'TaskCompleted';
      readonly node: number;
      readonly by?: Hand;
      readonly output: JsonObject;
      readonly collected?: Json;
    } & At &
      Moved)
  /** The work is done but a supervisor who must take part afterwards has not yet: the token stays. */
  | ({ readonly type: 'TaskHeld'; readonly node: number; readonly by?: Hand; readonly output: JsonObject } & At)
  | ({ readonly type: 'WaitBegan'; readonly node: number; readonly within: number } & At & Moved)
  | ({ readonly type: 'WaitEnded'; readonly node: number; readonly caught: string } & At & Moved)
  | ({
      readonly type: 'SubprocessEntered';
      readonly node: number;
      readonly within: number;
      readonly task: OpenedTask;
      readonly locals?: JsonObject;
    } & At &
      Moved)
  | ({ readonly type: 'SubprocessLeft'; readonly node: number; readonly output: JsonObject; readonly collected?: Json } & At & Moved)
  | ({
      readonly type: 'InstancesPlanned';
      readonly node: number;
      readonly within: number;
      readonly count: number;
      readonly sequential: boolean;
      readonly items?: readonly Json[];
      readonly task: OpenedTask;
    } & At &
      Moved)
  /** A standard loop took its token; its rounds follow one another within `node` and InstancesFinished ends it. */
  | ({
      readonly type: 'LoopBegan';
      readonly node: number;
      readonly within: number;
      readonly maximum?: number;
      readonly task: OpenedTask;
    } & At &
      Moved)
  | ({ readonly type: 'InstancesFinished'; readonly node: number; readonly output: JsonObject } & At & Moved)
  /** A boundary event happened at `host`; where it interrupts, the host and all inside it ended. */
  | ({ readonly type: 'BoundaryPassed'; readonly host: number; readonly interrupting: boolean } & At & Moved)
  /** An activity and all that lives inside it ended without result. */
  | ({
      readonly type: 'ActivityCancelled';
      readonly node: number;
      readonly reason: 'interrupted' | 'terminated' | 'instancesComplete' | 'returned';
    } & At)
  | ({ readonly type: 'WaitArmed'; readonly wait: number; readonly node: number; readonly on: Waiting } & At)
  | ({ readonly type: 'WaitDisarmed'; readonly wait: number } & At)
  /** The condition that a conditional event waits for turned true or false, and the wait goes on. */
  | ({ readonly type: 'ConditionTurned'; readonly wait: number; readonly holds: boolean } & At)
  | {
      readonly type: 'VariablesWritten';
      readonly scope: number;
      readonly variables: JsonObject;
      readonly element?: string;
      readonly kind?: string;
    }
  | ({ readonly type: 'MessageSent'; readonly name: string; readonly payload: JsonObject } & At)
  | ({ readonly type: 'SignalSent'; readonly name: string } & At)
  | ({ readonly type: 'ErrorThrown'; readonly code: string } & At)
  | ({ readonly type: 'EscalationThrown'; readonly code: string } & At)
  | ({
      readonly type: 'IncidentRaised';
      readonly incident: number;
      readonly node: number;
      readonly code: string;
      readonly detail: string;
    } & At)
  | ({ readonly type: 'IncidentResolved'; readonly incident: number; readonly by?: Hand } & At)
  | ({ readonly type: 'DeadlinePassed'; readonly node: number; readonly dueAt: number } & At)
  /** The supervisor took part. */
  | ({
      readonly type: 'SupervisorTookPart';
      readonly node: number;
      readonly office: string;
      readonly mode: AwaitedSupervision['mode'];
      readonly by: Hand;
      readonly remark: string;
    } & At)
  | ({
      readonly type: 'ObjectionRaised';
      readonly node: number;
      readonly objection: number;
      readonly by: Hand;
      readonly reason: string;
    } & At)
  | ({
      readonly type: 'ObjectionAnswered';
      readonly node: number;
      readonly objection: number;
      readonly by: Hand;
      readonly answer: string;
    } & At)
  | ({
      readonly type: 'ObjectionReleased';
      readonly node: number;
      readonly objection: number;
      readonly by: Hand;
      readonly remark: string;
    } & At)
  /** Somebody tried to pass a gate and was refused. Nothing else changed. */
  | ({
      readonly type: 'PassageRefused';
      readonly node: number;
      readonly code: string;
      readonly attempted: string;
      readonly by?: Hand;
      readonly awaited: readonly AwaitedSupervision[];
    } & At)
  /** A meeting decided something; `node` is the meeting's subprocess. */
  | ({ readonly type: 'MeetingActed'; readonly node: number; readonly fact: MeetingFact } & At)
  | { readonly type: 'CaseCompleted' }
  | { readonly type: 'CaseTerminated'; readonly element: string }
  | { readonly type: 'CaseFailed'; readonly code: string; readonly element: string };

/** What an open activity asks of people; fixed when it opens, so that later changes of rosters do not rewrite the past. */
export interface OpenedTask {
  readonly offices: readonly string[];
  readonly persons: readonly string[];
  /** Who may act at the step without completing it: the members who sign in at a meeting. */
  readonly invited?: readonly string[];
  readonly dueAt?: number;
  /** Nothing may complete the step before this instant (gc:minimum). */
  readonly notBefore?: number;
  readonly supervision: readonly AwaitedSupervision[];
  /** Service task: the topic of its job. */
  readonly topic?: string;
}

export type CaseEventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
