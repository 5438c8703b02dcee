// The guarded net: the one meaning of a drawing. The engine fires it, the verifier explores it.
// One net per scope (process, subprocess). Places are sequence flows (by flow index) and one "running" place per node
// that can wait (activities, catching events, event gateways). Transitions take and put tokens on them.
// What a transition does not know it asks: which way a condition goes (route), or whether a predicate on the marking holds (guard).
import type { Flow, FlowNode, ProcessGraph } from './graph.ts';

export type Route =
  /** A token on every flow. */
  | { readonly kind: 'all'; readonly flows: readonly Flow[] }
  /** Exactly one: the first whose condition holds, else the default (BPMN 2.0.2 §13.4.2). */
  | { readonly kind: 'one'; readonly flows: readonly Flow[]; readonly fallback?: Flow }
  /** Every flow whose condition holds; the default when none does (§13.4.3; conditional flows out of activities §13.3.1). */
  | { readonly kind: 'some'; readonly flows: readonly Flow[]; readonly fallback?: Flow }
  /** Nothing: the token ends here. */
  | { readonly kind: 'none' };

export type Guard =
  /**
   * §13.4.3. upstream[i][place] is 1 where a token on `place` (flow or running node, see ScopeNet.placeOf) could still
   * arrive on take[i] without passing this gateway.
   */
  | { readonly kind: 'inclusiveJoin'; readonly upstream: readonly Uint8Array[] }
  /** The scope inside the activity has no token left. */
  | { readonly kind: 'innerEmpty' };

export interface Transition {
  readonly node: FlowNode;
  /** What happens, in the net's words. */
  readonly name: 'pass' | 'open' | 'close' | 'arm' | 'catch' | 'end' | 'interrupt' | 'branch';
  /** Flow places consumed, one token each (`every`) or one of each marked (`marked`, inclusive join). */
  readonly take: readonly number[];
  readonly takes: 'every' | 'marked';
  /** Running place consumed or, for `branch` (non-interrupting), only required. */
  readonly running?: string;
  /** Running place marked. */
  readonly starts?: string;
  /** Tokens of the whole scope instance are removed (terminate), or of the host's inner scope (interrupt). */
  readonly clear?: 'scope' | 'host';
  readonly route: Route;
  readonly guard?: Guard;
  /** `auto` fires as soon as it is enabled; `offered` needs an occurrence: an act, a due timer, a message. */
  readonly when: 'auto' | 'offered';
}

export interface ScopeNet {
  readonly scope: number;
  /** Flow id → its place (0 … flows-1), node id → its running place (flows …). */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly places: number;
  /** Transitions that take from flow place i. */
  readonly consumers: readonly (readonly Transition[])[];
  /** Transitions whose guard must be asked again whenever the marking of the scope has changed. */
  readonly joins: readonly Transition[];
  /** Transitions by node id. */
  readonly of: ReadonlyMap<string, readonly Transition[]>;
}

/** What an element's behaviour file supplies to the net. */
export type Fragment = (node: FlowNode, graph: ProcessGraph) => readonly Transition[];
