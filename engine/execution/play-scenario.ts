// Plays a scenario on a procedure: pure, the engine is the only judge. Nothing is asserted here; what differs from the scenario is a fault.
// `between` may exchange the state after every accepted act (a replay of the events, a saved and restored copy): the play must not notice.
import { nextDue } from '../calendar/timer.ts';
import type { CaseEvent } from '../case/event.ts';
import type { CaseState, WaitState } from '../case/state.ts';
import type { Json, JsonObject, Words } from '../model/json.ts';
import type { Command, Directory, Facts } from './command.ts';
import { decide } from './decide.ts';
import type { Procedure } from './procedure.ts';
import type { RefusalCode } from './refusal.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';
import { actorOf, nextOrder, type Order, openSteps, systemActor } from './scenario-order.ts';

export interface ScenarioInput {
  readonly procedure: Procedure;
  readonly scenario: Scenario;
  readonly directory: Directory;
  readonly zone?: string;
  readonly between?: (state: CaseState, events: readonly CaseEvent[]) => CaseState;
}
/** One order given, and what the engine said to it. */
export interface PlayedAct {
  /** Index in the scenario's steps; -1 for the start. */
  readonly step: number;
  readonly command: Command;
  readonly facts: Facts;
  readonly refused?: RefusalCode;
  readonly events: readonly CaseEvent[];
}
export interface PlayFault extends Words {
  readonly step: number;
}
export interface Played {
  readonly acts: readonly PlayedAct[];
  readonly events: readonly CaseEvent[];
  readonly state?: CaseState;
  readonly passed: readonly string[];
  /** Empty when the scenario is true. */
  readonly faults: readonly PlayFault[];
}

/** Stops a line that never comes to its end. */
const mostOrders = 200;

export function playScenario(asked: ScenarioInput): Played {
  const { given, steps, outcome } = asked.scenario;
  const input = { ...asked, directory: withHoldings(asked.directory, given.alsoHolds ?? {}) };
  const stage = new Scene(input);
  const starter = input.directory.holders[given.as]?.[0];
  if (starter === undefined) stage.fault(`没有人担任「${given.as}」`, `Nobody holds the office "${given.as}"`);
  else
    stage.give({
      command: { type: 'StartCase', case: 'scenario', title: given.title, variables: given.variables },
      by: actorOf(input.directory, starter, given.as),
    });
  for (const [index, step] of steps.entries()) {
    if (stage.faults.length > 0) break;
    stage.step = index;
    stage.perform(step);
  }
  const passed = passedElements(stage.events);
  if (stage.faults.length === 0) {
    stage.step = steps.length;
    stage.compare(outcome, passed);
  }
  return { acts: stage.acts, events: stage.events, passed, faults: stage.faults, ...(stage.state ? { state: stage.state } : {}) };
}

function withHoldings(directory: Directory, alsoHolds: Readonly<Record<string, readonly string[]>>): Directory {
  const holders = new Map(Object.entries(directory.holders));
  for (const [of, offices] of Object.entries(alsoHolds))
    for (const office of offices) holders.set(office, [...(holders.get(office) ?? []), ...(directory.holders[of] ?? [])]);
  return { bodies: directory.bodies, holders: Object.fromEntries(holders) };
}

class Scene {
  readonly acts: PlayedAct[] = [];
  readonly events: CaseEvent[] = [];
  readonly faults: PlayFault[] = [];
  step = -1;
  state: CaseState | undefined;
  #at: number;
  readonly #input: ScenarioInput;
  readonly #zone: string;
  constructor(input: ScenarioInput) {
    this.#input = input;
    this.#zone = input.zone ?? 'Asia/Shanghai';
    this.#at = Date.parse(input.scenario.given.at);
  }

  fault(zh: string, en: string): void {
    this.faults.push({ step: this.step, zh, en });
  }

  give(order: Order, expected?: RefusalCode): void {
    const facts: Facts = { at: this.#at, by: order.by, directory: this.#input.directory, zone: this.#zone };
    const decision = decide(this.#input.procedure, this.state, order.command, facts);
    const refused = decision.ok ? undefined : decision.refusal.code;
    this.acts.push({
      step: this.step,
      command: order.command,
      facts,
      events: decision.events,
      ...(refused === undefined ? {} : { refused }),
    });
    this.events.push(...decision.events);
    if (decision.state) this.state = this.#input.between?.(decision.state, this.events) ?? decision.state;
    if (refused !== expected) this.#misjudged(order, decision.ok ? undefined : JSON.stringify(decision.refusal), expected);
    const incident = this.state && [...this.state.incidents.values()][0];
    if (incident)
      this.fault(
        `「${incident.element}」发生异常 ${incident.code}：${incident.detail}`,
        `Incident ${incident.code} at ${incident.element}: ${incident.detail}`,
      );
  }
  #misjudged(order: Order, refusal: string | undefined, expected: RefusalCode | undefined): void {
    const did = `${order.command.type} (${order.by.office})`;
    if (refusal === undefined)
      this.fault(`${did} 应被拒绝（${expected}），却被接受`, `${did} should be refused (${expected}) but was accepted`);
    else
      this.fault(
        `${did} 被拒绝：${refusal}；应为：${expected ?? '接受'}`,
        `${did} was refused: ${refusal}; expected: ${expected ?? 'accepted'}`,
      );
  }

  perform(step: ScenarioStep): void {
    if ('advance' in step) return this.#advance(step.advance);
    const expected = 'refused' in step ? step.refused : undefined;
    for (let played = 0; played < mostOrders && this.faults.length === 0 && this.state; played++) {
      const cue = nextOrder(step, this.state, this.#input, played);
      if (cue.kind === 'fault') return this.fault(cue.words.zh, cue.words.en);
      if (cue.kind === 'done') return;
      this.give(cue.order, expected);
    }
  }

  /** What falls due on the way happens at its own moment, earliest first. */
  #advance(duration: string): void {
    const end = nextDue(duration, this.#at, this.#zone);
    if (!end.ok) return this.fault(end.message.zh, end.message.en);
    for (let due = this.#firstDue(end.due.dueAt); due && this.faults.length === 0; due = this.#firstDue(end.due.dueAt)) {
      this.#at = Math.max(this.#at, due.at);
      this.give({ command: { type: 'FireTimer', wait: due.wait }, by: systemActor });
    }
    this.#at = end.due.dueAt;
  }
  #firstDue(until: number): { readonly wait: number; readonly at: number } | undefined {
    const due = [...(this.state?.waits.values() ?? [])].flatMap((w) => (dueOf(w) <= until ? [{ wait: w.id, at: dueOf(w) }] : []));
    return due.sort((a, b) => a.at - b.at || a.wait - b.wait)[0];
  }

  compare(outcome: Scenario['outcome'], passed: readonly string[]): void {
    const differ = (what: Words, is: Json, should: Json): void => {
      if (!same(is, should))
        this.fault(
          `${what.zh}是 ${JSON.stringify(is)}，应为 ${JSON.stringify(should)}`,
          `${what.en} is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`,
        );
    };
    const variables: JsonObject = Object.fromEntries(this.state?.nodes.get(this.state.root)?.variables ?? []);
    differ({ zh: '结束状态', en: 'status' }, this.state?.status ?? null, outcome.status);
    differ({ zh: '经过的步骤', en: 'what was passed' }, passed, outcome.passed);
    for (const [name, value] of Object.entries(outcome.variables))
      differ({ zh: `变量 ${name}`, en: `variable ${name}` }, variables[name] ?? null, value);
    if (outcome.status === 'running')
      differ({ zh: '打开的步骤', en: 'open steps' }, this.state ? [...openSteps(this.state)] : [], outcome.open);
  }
}

const dueOf = (w: WaitState): number => (w.on.kind === 'timer' || w.on.kind === 'deadline' ? w.on.dueAt : Number.POSITIVE_INFINITY);

function same(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [Object.entries(a), new Map(Object.entries(b))];
  return x.length === y.size && x.every(([key, value]) => y.has(key) && same(value, y.get(key) ?? null));
}

/** Activities and events in the order in which they were passed: gateways and single instances of a loop are left out. */
export function passedElements(events: readonly CaseEvent[]): readonly string[] {
  const loops = new Set<number>();
  const instances = new Set<number>();
  return events.flatMap((e) => {
    if (e.type === 'InstancesPlanned' || e.type === 'LoopBegan') loops.add(e.node);
    if ((e.type === 'TaskOpened' || e.type === 'SubprocessEntered') && loops.has(e.within)) instances.add(e.node);
    switch (e.type) {
      case 'ElementPassed':
        return e.kind.endsWith('Gateway') ? [] : [e.element];
      case 'WaitEnded':
        return [e.caught];
      case 'TaskCompleted':
      case 'SubprocessLeft':
        return instances.has(e.node) ? [] : [e.element];
      case 'InstancesFinished':
      case 'BoundaryPassed':
        return [e.element];
      default:
        return [];
    }
  });
}
