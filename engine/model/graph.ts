// The frozen graph of a drawing: what was drawn, resolved and typed, before any meaning is given to it.
// Promise: built only by read-drawing; every reference resolved; plain data (no parser objects), deeply readonly.
// BPMN 2.0.2 chapters 8 and 10. Expressions are source texts here; the expression room compiles them.

import type { LaneRules, ProcessRules, StepRules } from './dialect.ts';
import type { Words } from './json.ts';

/** A FEEL expression as written (a leading "=" already removed). */
export interface ExpressionText {
  readonly source: string;
  /** Id of the element that carries it, for messages. */
  readonly element: string;
}

export type ActivityKind =
  | 'bpmn:Task'
  | 'bpmn:UserTask'
  | 'bpmn:ManualTask'
  | 'bpmn:ServiceTask'
  | 'bpmn:ScriptTask'
  | 'bpmn:SendTask'
  | 'bpmn:ReceiveTask'
  | 'bpmn:BusinessRuleTask'
  | 'bpmn:CallActivity'
  | 'bpmn:SubProcess'
  | 'bpmn:Transaction'
  | 'bpmn:AdHocSubProcess';
export type GatewayKind =
  | 'bpmn:ExclusiveGateway'
  | 'bpmn:ParallelGateway'
  | 'bpmn:InclusiveGateway'
  | 'bpmn:EventBasedGateway'
  | 'bpmn:ComplexGateway';
export type EventKind =
  | 'bpmn:StartEvent'
  | 'bpmn:EndEvent'
  | 'bpmn:IntermediateCatchEvent'
  | 'bpmn:IntermediateThrowEvent'
  | 'bpmn:BoundaryEvent';
export type NodeKind = ActivityKind | GatewayKind | EventKind;

/** What an event waits for or throws (BPMN 2.0.2 §10.5.5). */
export type Trigger =
  | { readonly kind: 'none' }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'timer'; readonly form: 'date' | 'duration' | 'cycle'; readonly expression: ExpressionText }
  | { readonly kind: 'message'; readonly name: string; readonly correlationKey?: ExpressionText }
  | { readonly kind: 'signal'; readonly name: string }
  /** code undefined on a catching event catches every error. */
  | { readonly kind: 'error'; readonly code?: string }
  | { readonly kind: 'escalation'; readonly code?: string }
  | { readonly kind: 'conditional'; readonly condition: ExpressionText }
  | { readonly kind: 'compensation'; readonly activity?: string; readonly waits: boolean }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'link'; readonly name: string };

/** BPMN 2.0.2 §13.3.7 (multi-instance) and §13.3.6 (standard loop). */
export type Loop =
  | {
      readonly kind: 'multi';
      readonly sequential: boolean;
      readonly cardinality?: ExpressionText;
      /** Variable that holds the collection (from loopDataInputRef). */
      readonly collection?: string;
      /** Name under which each instance sees its item (from inputDataItem). */
      readonly item?: string;
      /** Variable that collects results (from loopDataOutputRef) and the instance's variable that is collected (from outputDataItem). */
      readonly output?: { readonly collection: string; readonly item: string };
      readonly completion?: ExpressionText;
    }
  | {
      readonly kind: 'standard';
      readonly testBefore: boolean;
      readonly maximum?: number;
      readonly condition?: ExpressionText;
    };

export interface Flow {
  /** Place index inside its scope: 0 … scope.flows.length-1. */
  readonly index: number;
  readonly id: string;
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly condition?: ExpressionText;
  /** True where the source names this flow as its default. */
  readonly isDefault: boolean;
}

export interface FlowNode {
  readonly id: string;
  readonly name?: string;
  readonly kind: NodeKind;
  /** Index of the scope that contains it. */
  readonly scope: number;
  readonly incoming: readonly Flow[];
  readonly outgoing: readonly Flow[];
  /** Events only; `none` elsewhere. */
  readonly trigger: Trigger;
  /** Boundary events: the activity they are attached to. */
  readonly attachedTo?: string;
  /** Boundary events (cancelActivity) and event-subprocess starts (isInterrupting). */
  readonly interrupting: boolean;
  /** Activities: ids of their boundary events, in document order. */
  readonly boundary: readonly string[];
  readonly loop?: Loop;
  /** Subprocess kinds: index of the inner scope. */
  readonly inner?: number;
  readonly triggeredByEvent: boolean;
  /** Script task: FEEL source. */
  readonly script?: ExpressionText;
  /** Script task: variable that takes a result that is no context (first data output association), if any. */
  readonly resultVariable?: string;
  /** Service task: the topic of its job (`implementation`), its id where none is given. */
  readonly topic?: string;
  /** Send and receive task: message name. */
  readonly message?: { readonly name: string; readonly correlationKey?: ExpressionText };
  /** Receive tasks and event-based gateways that start a case. */
  readonly instantiate: boolean;
  readonly eventGatewayType: 'Exclusive' | 'Parallel';
  /** Called element of a call activity. */
  readonly calledElement?: string;
  readonly isForCompensation: boolean;
  readonly lane?: string;
  readonly documentation?: string;
  /** The rules drawn on it (gc: elements). */
  readonly rules: StepRules;
}

export interface Scope {
  readonly index: number;
  /** Process id or subprocess id. */
  readonly id: string;
  readonly parent?: number;
  /** Node ids in document order. */
  readonly nodes: readonly string[];
  readonly flows: readonly Flow[];
  /** Start events of this scope (process or subprocess), document order. */
  readonly starts: readonly string[];
  /** Properties and data objects declared in this scope: the variable names that are its own. */
  readonly declared: readonly string[];
}

export interface Lane {
  readonly id: string;
  readonly name?: string;
  readonly nodes: readonly string[];
  readonly rules: LaneRules;
}

export interface ProcessGraph {
  readonly id: string;
  readonly name?: string;
  readonly documentation?: string;
  readonly executable: boolean;
  /** All flow nodes of all scopes by id. A Map, never an object: ids are people's texts. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** scopes[0] is the process itself. */
  readonly scopes: readonly Scope[];
  readonly lanes: readonly Lane[];
  readonly rules: ProcessRules;
}

/** One BPMN file. */
export interface Drawing {
  readonly processes: readonly ProcessGraph[];
  /** Pool id → process id, and pool names, where a collaboration is drawn. */
  readonly pools: readonly { readonly id: string; readonly name?: string; readonly process?: string }[];
  readonly messageFlows: readonly { readonly id: string; readonly source: string; readonly target: string }[];
}

/** A problem of a drawing, at an element, with what to do about it. */
export interface Problem {
  /** From the table in problems.ts. */
  readonly code: string;
  /** BPMN id; the process or definitions id where no smaller element is to blame. */
  readonly element: string;
  readonly message: Words;
}
