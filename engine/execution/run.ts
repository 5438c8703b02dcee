// How a case moves: fires the net's automatic transitions until every token waits. An explicit work list, no recursion,
// so that the length of a drawing costs no stack. One Run serves one command.

import { advance } from '../behaviour/activity.ts';
import { finish } from '../behaviour/activity-life.ts';
import { happen } from '../behaviour/boundary-event.ts';
import { armEventSubprocesses, beginEventSubprocess } from '../behaviour/event-sub-process.ts';
import type { IncidentCode } from '../behaviour/incident-table.ts';
import { behaviourOf } from '../behaviour/list.ts';
import { at, type Evaluated, type Routed, type Stage, type Work } from '../behaviour/stage.ts';
import type { CaseEvent, Hand, Waiting } from '../case/event.ts';
import { applyEvent, type CaseDraft } from '../case/evolve.ts';
import type { NodeState, WaitState } from '../case/state.ts';
import { membersOf } from '../deliberation/convene.ts';
import type { ExpressionText, Flow, FlowNode } from '../model/graph.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Transition } from '../model/net.ts';
import { beginsImplicitly } from '../model/scope-kind.ts';
import { type Caught, catcherOf } from './catcher.ts';
import type { Facts } from './command.ts';
import { Conditions } from './conditions.ts';
import { isEnabledJoin } from './inclusive-join.ts';
import type { Procedure } from './procedure.ts';
import { chooseRoute } from './route.ts';
import { mergedUp } from './scope-variables.ts';

/** One act moves a case at most so far; a drawing that loops without waiting ends in an incident, not in a hang. */
const maximumEvents = 20_000;

export class Run implements Stage {
  readonly events: CaseEvent[] = [];
  readonly #arrivals: { readonly scope: number; readonly flow: Flow }[] = [];
  readonly #advances: number[] = [];
  readonly #conditions: Conditions | undefined;
  readonly #touched = new Set<number>();
  #next = 0;

  readonly procedure: Procedure;
  readonly state: CaseDraft;
  readonly facts: Facts;
  constructor(procedure: Procedure, state: CaseDraft, facts: Facts) {
    this.procedure = procedure;
    this.state = state;
    this.facts = facts;
    this.#conditions = procedure.hasConditions ? new Conditions() : undefined;
  }

  emit(event: CaseEvent): void {
    this.events.push(event);
    applyEvent(this.state, event);
    this.#conditions?.note(event);
    if ('scope' in event) this.#touched.add(event.scope);
  }
  nextId(): number {
    return this.state.nextId;
  }
  live(id: number): NodeState | undefined {
    return this.state.nodes.get(id);
  }
  nodeOf(element: string): FlowNode {
    const node = this.procedure.graph.nodes.get(element);
    if (!node) throw new Error(`The case names element ${element}, which its drawing does not have`);
    return node;
  }
  workOf(node: FlowNode): Work | undefined {
    return behaviourOf(node).work;
  }

  read(name: string, from: number): Json | undefined {
    for (let n = this.live(from); n; n = this.live(n.within)) {
      const v = n.variables.get(name);
      if (v !== undefined) return v;
    }
    if (name === 'rules') return this.procedure.rulesContext;
    if (name === 'members') return membersOf(this.procedure.rules, this.facts.directory);
    return name === 'case' ? { id: this.state.id, title: this.state.title } : undefined;
  }
  evaluate(text: ExpressionText, from: number, extra?: JsonObject): Evaluated {
    const expression = this.procedure.expressions.get(text.source);
    if (!expression) throw new Error(`Expression of ${text.element} was not compiled: ${text.source}`);
    const found = expression.evaluate((name: string) => (extra && Object.hasOwn(extra, name) ? extra[name] : this.read(name, from)), {
      now: this.facts.at,
      zone: this.facts.zone,
    });
    return found.ok ? found : { ok: false, code: found.code, detail: `${text.source} — ${found.message.zh} / ${found.message.en}` };
  }
  route(node: FlowNode, from: number, extra?: JsonObject): Routed {
    return chooseRoute(node, (text) => this.evaluate(text, from, extra));
  }
  send(scope: number, flows: readonly Flow[]): readonly string[] {
    for (const flow of flows) this.#arrivals.push({ scope, flow });
    return flows.map((f) => f.id);
  }
  advance(instances: number): void {
    this.#advances.push(instances);
  }
  incident(where: { readonly node: number; readonly element: FlowNode }, code: IncidentCode, detail: string): void {
    for (const i of this.state.incidents.values()) if (i.node === where.node && i.element === where.element.id) return;
    this.emit({
      type: 'IncidentRaised',
      incident: this.nextId(),
      node: where.node,
      ...at(where.element),
      code,
      detail: detail.slice(0, 500),
    });
  }
  arm(owner: number, element: FlowNode, on: Waiting): void {
    this.emit({ type: 'WaitArmed', wait: this.nextId(), node: owner, ...at(element), on });
  }

  enterScope(scope: number, inner: number): void {
    const s = this.procedure.graph.scopes[inner];
    if (!s) throw new Error(`Scope ${inner} is not in the drawing`);
    this.#touched.add(scope);
    this.armScope(scope, inner);
    for (const id of s.starts.length > 0 ? s.starts : this.#implicitStarts(s.nodes)) this.begin(scope, this.nodeOf(id));
  }
  /** The event subprocesses of a scope instance that begins now. */
  armScope(scope: number, inner: number): void {
    armEventSubprocesses(this, scope, inner);
  }
  /** Fires the transition of an element that needs no incoming token. */
  begin(scope: number, node: FlowNode): void {
    const t = this.procedure.nets[node.scope]?.of.get(node.id)?.find((x) => x.take.length === 0 && x.when === 'auto');
    if (t) behaviourOf(node).fire(this, scope, t, []);
  }
  /** BPMN 2.0.2 §13.2: without a start event, what has no incoming flow begins. */
  #implicitStarts(ids: readonly string[]): readonly string[] {
    return ids.filter((id) => beginsImplicitly(this.nodeOf(id)));
  }

  cancel(id: number, reason: 'interrupted' | 'terminated' | 'instancesComplete'): void {
    const n = this.live(id);
    if (!n) return;
    if (n.children > 0) for (const c of [...this.state.nodes.values()]) if (c.within === id) this.cancel(c.id, reason);
    this.emit({ type: 'ActivityCancelled', node: id, element: n.element, kind: n.kind, reason });
    this.#touched.add(n.within);
  }

  throwError(from: number, element: FlowNode, code: string): void {
    this.emit({ type: 'ErrorThrown', ...at(element), code });
    const caught = catcherOf(this, from, { kind: 'error', code });
    if (caught) return this.#happen(caught);
    for (const n of [...this.state.nodes.values()]) if (n.within === this.state.root) this.cancel(n.id, 'terminated');
    this.emit({ type: 'CaseFailed', code, element: element.id });
  }
  /** An escalation that nobody catches changes nothing (§10.5.7). */
  escalate(from: number, element: FlowNode, code: string): void {
    this.emit({ type: 'EscalationThrown', ...at(element), code });
    const caught = catcherOf(this, from, { kind: 'escalation', code });
    if (caught) this.#happen(caught);
  }
  #happen({ host, event }: Caught): void {
    if (event.kind === 'bpmn:StartEvent') beginEventSubprocess(this, host, event);
    else happen(this, host, event);
  }

  broadcast(element: FlowNode, name: string): void {
    this.emit({ type: 'SignalSent', ...at(element), name });
    this.receiveSignal(name);
  }
  receiveSignal(name: string): void {
    for (const w of [...this.state.waits.values()]) if (w.on.kind === 'signal' && w.on.name === name) this.occur(w, undefined);
  }
  /** What a live node waited for has happened. */
  occur(wait: WaitState, by: Hand | undefined): void {
    if (this.state.waits.has(wait.id)) behaviourOf(this.nodeOf(wait.element)).occurred?.(this, wait, by);
  }
  /** A token that stayed on a flow arrives again (after an incident was resolved). */
  arriveAgain(scope: number, flow: Flow): void {
    this.#arrivals.push({ scope, flow });
  }

  /** The marking has not changed, but what was in the way may be gone. */
  lookAgain(scope: number): void {
    this.#touched.add(scope);
  }

  /** A condition that could not be answered is asked again. */
  askAgain(wait: number): void {
    this.#conditions?.askAgain(wait);
  }

  /** Fires what can fire until every token waits. */
  settle(): void {
    while (this.state.status === 'running') {
      this.#conditions?.ask(this);
      const arrival = this.#arrivals[this.#next];
      if (arrival) {
        this.#next++;
        this.#arrive(arrival.scope, arrival.flow);
        continue;
      }
      const instances = this.#advances.shift();
      if (instances !== undefined) advance(this, instances);
      else if (!this.#settleScopes()) return;
    }
  }

  #arrive(scope: number, flow: Flow): void {
    const s = this.live(scope);
    if (!s?.tokens.includes(flow.id)) return;
    if (this.events.length > maximumEvents)
      return this.incident({ node: scope, element: this.nodeOf(flow.target) }, 'case.too-many-steps', flow.id);
    const net = this.#netOf(s);
    for (const t of net.consumers[flow.index] ?? []) {
      if (t.guard?.kind === 'inclusiveJoin') this.#touched.add(scope);
      else this.#fireIfMarked(s, t);
    }
  }
  #fireIfMarked(s: NodeState, t: Transition): void {
    const flows = this.procedure.graph.scopes[t.node.scope]?.flows ?? [];
    const taken = t.take.map((p) => flows[p]?.id ?? '');
    if (taken.every((f) => s.tokens.includes(f))) behaviourOf(t.node).fire(this, s.id, t, taken);
  }
  #netOf(s: NodeState): Procedure['nets'][number] {
    const index = s.within === 0 ? 0 : this.nodeOf(s.element).inner;
    const net = index === undefined ? undefined : this.procedure.nets[index];
    if (!net) throw new Error(`${s.element} has no net`);
    return net;
  }

  /** Joins whose wait may be over, and scopes that may be empty, among those whose marking changed. */
  #settleScopes(): boolean {
    for (const id of this.#touched) {
      this.#touched.delete(id);
      const s = this.live(id);
      if (s?.role === 'scope' && (this.#fireJoins(s) || this.#leaveIfEmpty(s))) return true;
    }
    return false;
  }
  #fireJoins(s: NodeState): boolean {
    if (s.tokens.length === 0) return false;
    const net = this.#netOf(s);
    for (const t of net.joins) {
      const taken = isEnabledJoin(this.procedure, this.state, s, net, t);
      if (!taken) continue;
      const before = this.events.length;
      behaviourOf(t.node).fire(this, s.id, t, taken);
      if (this.events.at(-1)?.type !== 'IncidentRaised' && this.events.length > before) return true;
    }
    return false;
  }
  #leaveIfEmpty(s: NodeState): boolean {
    if (s.tokens.length > 0 || s.children > 0) return false;
    if (s.id === this.state.root) this.emit({ type: 'CaseCompleted' });
    else if (s.task?.status === 'held') return false;
    else finish(this, s.id, undefined, mergedUp(this.procedure, this.nodeOf(s.element), s));
    return true;
  }
}
