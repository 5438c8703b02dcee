// given(drawing).start().complete('A') … : drives the real engine, and after every step checks that folding the events again,
// and saving and restoring, give the very same state.
import { expect } from 'vitest';
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  type Command,
  compileProcedure,
  type Decision,
  type Directory,
  decide,
  type Form,
  foldCase,
  type JsonObject,
  type Procedure,
  type RuleObject,
  readDrawing,
  restoreCase,
  saveCase,
} from '../../engine/index.ts';

export const noon = Date.UTC(2026, 10, 2, 4); // Monday 2 November 2026, 12:00 in Shanghai
export const person = (id: string, ...offices: string[]): Actor => ({
  kind: 'person',
  person: id,
  office: offices[0] ?? 'nobody',
  offices,
});
export const system: Actor = { kind: 'system', person: 'system', office: 'system', offices: [] };

export interface Setting {
  readonly rules?: RuleObject;
  readonly forms?: readonly Form[];
  readonly directory?: Directory;
}

export async function compiled(xml: string, setting: Setting = {}): Promise<Procedure> {
  const read = await readDrawing(xml);
  expect(read.problems, JSON.stringify(read.problems)).toEqual([]);
  const graph = read.drawing?.processes[0];
  if (!graph) throw new Error('no process');
  const made = compileProcedure({
    graph,
    ref: { key: graph.id, version: 1, hash: '0'.repeat(64) },
    forms: new Map((setting.forms ?? []).map((f) => [f.key, f])),
    ...(setting.rules ? { rules: setting.rules } : {}),
  });
  expect(made.problems).toEqual([]);
  if (!made.procedure) throw new Error('not compiled');
  return made.procedure;
}

export class Play {
  readonly events: CaseEvent[] = [];
  state: CaseState | undefined;
  last: Decision | undefined;
  at = noon;
  readonly procedure: Procedure;
  readonly #setting: Setting;
  constructor(procedure: Procedure, setting: Setting = {}) {
    this.procedure = procedure;
    this.#setting = setting;
  }

  act(command: Command, by: Actor = person('cli')): this {
    const decision = decide(this.procedure, this.state, command, {
      at: this.at,
      by,
      directory: this.#setting.directory ?? { bodies: {}, holders: {} },
      zone: 'Asia/Shanghai',
    });
    this.last = decision;
    this.events.push(...decision.events);
    const folded = foldCase(this.events);
    expect(folded).toEqual(decision.state);
    if (decision.state) expect(restoreCase(JSON.parse(JSON.stringify(saveCase(decision.state))) as JsonObject)).toEqual(decision.state);
    this.state = decision.state;
    return this;
  }
  start(variables: JsonObject = {}, by?: Actor): this {
    return this.act({ type: 'StartCase', case: '00000000-0000-4000-8000-000000000001', title: 'test', variables }, by);
  }
  /** Completes the first open instance of a step (user task or job) that `by` may have. */
  complete(element: string, variables: JsonObject = {}, by?: Actor): this {
    const n = this.open(element).find((x) => !by || !x.task?.persons.length || x.task.persons.includes(by.person)) ?? this.open(element)[0];
    if (!n) throw new Error(`${element} is not open; open: ${this.waiting().join(' ')}`);
    return this.act(
      n.kind === 'bpmn:ServiceTask' ? { type: 'CompleteJob', node: n.id, variables } : { type: 'CompleteTask', node: n.id, variables },
      by,
    );
  }
  fire(element: string): this {
    const w = [...(this.state?.waits.values() ?? [])].find(
      (x) => x.element === element && (x.on.kind === 'timer' || x.on.kind === 'deadline'),
    );
    if (!w || !('dueAt' in w.on)) throw new Error(`${element} waits for no time`);
    this.at = Math.max(this.at, w.on.dueAt);
    return this.act({ type: 'FireTimer', wait: w.id }, system);
  }
  message(name: string, variables: JsonObject = {}, key?: string): this {
    return this.act({ type: 'CorrelateMessage', name, variables, ...(key === undefined ? {} : { key }) }, system);
  }
  nodeId(element: string): number {
    const n = this.open(element)[0] ?? [...(this.state?.nodes.values() ?? [])].find((x) => x.element === element);
    if (!n) throw new Error(`${element} is not live`);
    return n.id;
  }
  open(element: string): CaseState['nodes'] extends ReadonlyMap<number, infer N> ? N[] : never {
    return [...(this.state?.nodes.values() ?? [])].filter((n) => n.element === element && n.role === 'task');
  }
  waiting(): readonly string[] {
    return [...(this.state?.nodes.values() ?? [])].filter((n) => n.role === 'task' || n.role === 'wait').map((n) => n.element);
  }
  get refusal(): string | undefined {
    return this.last && !this.last.ok ? this.last.refusal.code : undefined;
  }
  /** Elements passed or completed, in order. */
  passed(): readonly string[] {
    const done = new Set(['ElementPassed', 'TaskCompleted', 'WaitEnded', 'SubprocessLeft', 'InstancesFinished', 'BoundaryPassed']);
    return this.events.flatMap((e) => (done.has(e.type) && 'element' in e && e.element !== undefined ? [e.element] : []));
  }
  variables(): JsonObject {
    return Object.fromEntries(this.state?.nodes.get(this.state.root)?.variables ?? []);
  }
}

export const given = async (xml: string, setting: Setting = {}): Promise<Play> => new Play(await compiled(xml, setting), setting);
