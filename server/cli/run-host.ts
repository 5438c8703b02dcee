// A small world for `guicheng run`: all processes of one file, virtual time, and the messages and signals between them.
// Promise: pure (no clock, no I/O, no database); the core decides everything, this only carries orders to it and events from it.
// Messages reach the other cases of the file; one that nobody awaits yet waits. A message or signal start event opens a new case.

import type { JsonObject } from '../../engine/index.ts';
import {
  type CaseEvent,
  type CaseState,
  type Command,
  type Directory,
  decide,
  type Facts,
  type Procedure,
  type Refusal,
} from '../../engine/index.ts';

export interface PlayedCase {
  readonly id: string;
  readonly procedure: Procedure;
  state: CaseState;
}
export interface Happened {
  readonly case: string;
  readonly process: string;
  readonly at: number;
  readonly event: CaseEvent;
}
export interface ActingPerson {
  readonly person: string;
  readonly office: string;
}
interface Message {
  readonly name: string;
  readonly payload: JsonObject;
  /** Case that sent it; none when it comes from a step. */
  readonly from?: PlayedCase;
  readonly element?: string;
  readonly key?: string;
}
type StartOrder = Extract<Command, { type: 'StartCase' }>;

export interface HostInput {
  readonly procedures: readonly Procedure[];
  /** Message flows as drawn: throwing element → process of the catching side. */
  readonly flows: ReadonlyMap<string, ReadonlySet<string>>;
  readonly at: number;
  readonly zone: string;
  readonly directory: Directory;
  readonly tell: (happened: Happened) => void;
}

/** Whoever plays, where nothing says who. */
export const player = 'cli';

export class RunHost {
  readonly cases: PlayedCase[] = [];
  now: number;
  readonly #input: HostInput;
  #undelivered: Message[] = [];
  /** What cases have sent and nobody has carried yet. */
  readonly #sent: { readonly from: PlayedCase; readonly event: CaseEvent }[] = [];

  constructor(input: HostInput) {
    this.#input = input;
    this.now = input.at;
  }

  start(procedure: Procedure, order: Omit<StartOrder, 'type' | 'case' | 'title'>): Refusal | undefined {
    const id = `${procedure.graph.id}-${this.cases.length + 1}`;
    const decision = decide(
      procedure,
      undefined,
      { type: 'StartCase', case: id, title: procedure.graph.name ?? id, ...order },
      this.#facts(this.starter(procedure)),
    );
    if (!decision.ok) return decision.refusal;
    const opened: PlayedCase = { id, procedure, state: decision.state };
    this.cases.push(opened);
    this.#note(opened, decision.events);
    this.#carry();
    return undefined;
  }

  /** Who holds an office; a made-up person where no roster says. */
  holderOf(office: string): string {
    return this.#input.directory.holders[office]?.[0] ?? (office === player ? player : `${player}-${office}`);
  }
  starter(procedure: Procedure): ActingPerson {
    const starts = procedure.graph.scopes[0]?.starts ?? [];
    const office = starts.flatMap((id) => procedure.graph.nodes.get(id)?.rules.assignment?.offices ?? [])[0] ?? player;
    return { office, person: this.holderOf(office) };
  }

  /** Gives one order to one case. Events of a refused attempt are told too: the attempt is a fact. */
  give(to: PlayedCase, command: Exclude<Command, { type: 'StartCase' }>, by?: ActingPerson): Refusal | undefined {
    const decision = decide(to.procedure, to.state, command, this.#facts(by));
    if (decision.ok) to.state = decision.state;
    this.#note(to, decision.events);
    this.#carry();
    return decision.ok ? undefined : decision.refusal;
  }

  /** A message from outside; it waits until somebody awaits it. */
  post(name: string, payload: JsonObject, key?: string): void {
    this.#undelivered.push({ name, payload, ...(key === undefined ? {} : { key }) });
    this.#carry();
  }
  signal(name: string, payload: JsonObject): void {
    this.#broadcast(name, payload);
    this.#carry();
  }

  /** Instants at which a timer or deadline is due, and the orders that say so, soonest first. */
  due(): { readonly at: number; readonly case: PlayedCase; readonly wait: number; readonly kind: 'timer' | 'deadline' }[] {
    return this.cases
      .flatMap((c) =>
        [...c.state.waits.values()].flatMap((w) =>
          w.on.kind === 'timer' || w.on.kind === 'deadline' ? [{ at: w.on.dueAt, case: c, wait: w.id, kind: w.on.kind }] : [],
        ),
      )
      .sort((a, b) => a.at - b.at || a.wait - b.wait);
  }
  /** Lets time pass; whatever falls due happens at its own instant. */
  advanceTo(instant: number): void {
    for (let next = this.due()[0]; next && next.at <= instant; next = this.due()[0]) {
      this.now = Math.max(this.now, next.at);
      const refused = this.give(next.case, { type: 'FireTimer', wait: next.wait });
      if (refused) throw new Error(`A due timer was refused: ${refused.code}`);
    }
    this.now = Math.max(this.now, instant);
  }

  #facts(by: ActingPerson | undefined): Facts {
    const { directory, zone } = this.#input;
    if (!by) return { at: this.now, by: { kind: 'system', person: 'system', office: 'system', offices: [] }, directory, zone };
    const held = Object.entries(directory.holders).flatMap(([office, holders]) => (holders.includes(by.person) ? [office] : []));
    return { at: this.now, by: { kind: 'person', ...by, offices: [...new Set([by.office, ...held])] }, directory, zone };
  }
  #note(from: PlayedCase, events: readonly CaseEvent[]): void {
    for (const event of events) {
      this.#input.tell({ case: from.id, process: from.procedure.graph.id, at: this.now, event });
      if (event.type === 'MessageSent' || event.type === 'SignalSent') this.#sent.push({ from, event });
    }
  }

  /** Carries what was sent to whom it reaches, until nothing moves. */
  #carry(): void {
    for (let sent = this.#sent.shift(); sent; sent = this.#sent.shift()) {
      if (sent.event.type === 'SignalSent') this.#broadcast(sent.event.name, {}, sent.from);
      if (sent.event.type === 'MessageSent')
        this.#undelivered.push({ name: sent.event.name, payload: sent.event.payload, from: sent.from, element: sent.event.element });
      this.#deliver();
    }
    this.#deliver();
  }
  #deliver(): void {
    const waiting = this.#undelivered;
    this.#undelivered = [];
    for (const message of waiting) if (!this.#deliverOne(message)) this.#undelivered.push(message);
  }
  #deliverOne(message: Message): boolean {
    for (const to of this.cases) {
      if (to === message.from || to.state.status !== 'running' || !this.#mayReach(message, to.procedure)) continue;
      const wait = [...to.state.waits.values()].find(
        (w) => w.on.kind === 'message' && w.on.name === message.name && fits(w.on.key, message),
      );
      if (wait?.on.kind !== 'message') continue;
      const key = wait.on.key === undefined ? {} : { key: wait.on.key };
      return this.give(to, { type: 'CorrelateMessage', name: message.name, variables: message.payload, ...key }) === undefined;
    }
    const starts = this.#input.procedures.find(
      (p) => p !== message.from?.procedure && this.#mayReach(message, p) && startedBy(p, 'message', message.name) !== undefined,
    );
    return starts !== undefined && this.start(starts, { message: message.name, variables: message.payload }) === undefined;
  }
  #mayReach(message: Message, procedure: Procedure): boolean {
    const drawn = message.element === undefined ? undefined : this.#input.flows.get(message.element);
    return drawn === undefined || drawn.has(procedure.graph.id);
  }
  #broadcast(name: string, variables: JsonObject, from?: PlayedCase): void {
    // Cases that the signal itself opens do not hear it again.
    for (const to of [...this.cases]) {
      // A case that does not listen says so, and nothing happens in it.
      if (to !== from) this.give(to, { type: 'BroadcastSignal', name, variables });
    }
    for (const procedure of this.#input.procedures) {
      const start = startedBy(procedure, 'signal', name);
      if (start !== undefined) this.start(procedure, { start, variables });
    }
  }
}

/** A key that is awaited must be given, or be one of the values that the message carries. */
const fits = (awaited: string | undefined, message: Message): boolean =>
  awaited === undefined ||
  message.key === awaited ||
  Object.values(message.payload).some((v) => (typeof v === 'string' ? v : JSON.stringify(v)) === awaited);

function startedBy(procedure: Procedure, kind: 'message' | 'signal', name: string): string | undefined {
  return procedure.graph.scopes[0]?.starts.find((id) => {
    const trigger = procedure.graph.nodes.get(id)?.trigger;
    return trigger?.kind === kind && trigger.name === name;
  });
}
