// What `guicheng run` lets happen: the steps of the file one by one, and with --auto whatever can move without them.
// Automatic acts obey the same gates as people: who plays is whoever the task asks for, and a supervisor takes part before the step is done.
import type { CaseState, JsonObject, NodeState, Refusal } from '../../engine/index.ts';
import { UsageError } from './command.ts';
import { type ActingPerson, type PlayedCase, player, type RunHost } from './run-host.ts';
import { durationMs, type Step } from './run-steps.ts';

/** A drawing that never ends is stopped here; what is still waiting is then reported as waiting. */
export const mostAutomaticActs = 10_000;

interface OpenTask {
  readonly case: PlayedCase;
  readonly node: NodeState;
}
const workKinds = new Set(['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:ServiceTask', 'bpmn:ReceiveTask']);

const openTasks = (host: RunHost): OpenTask[] =>
  host.cases
    .filter((c) => c.state.status === 'running')
    .flatMap((c) =>
      [...c.state.nodes.values()].filter((n) => n.role === 'task' && workKinds.has(n.kind)).map((node) => ({ case: c, node })),
    );

/** Whoever the task asks for: the named office, person, or holder of an office. */
function personFor(host: RunHost, node: NodeState, as?: string, by?: string): ActingPerson {
  const [asked] = node.task?.persons ?? [];
  const office = as ?? node.task?.offices[0] ?? player;
  return { office, person: by ?? (as === undefined ? asked : undefined) ?? host.holderOf(office) };
}

export class Play {
  readonly #host: RunHost;
  readonly #auto: boolean;
  /** Tasks whose automatic completion was refused, and when: tried again only after the case or the time has changed. */
  readonly #stuck = new Map<string, { readonly state: CaseState; readonly now: number }>();
  #acts = 0;
  constructor(host: RunHost, auto: boolean) {
    this.#host = host;
    this.#auto = auto;
  }

  /** The first refusal, if any: what follows it in the file was written for another state of the case. */
  run(steps: readonly Step[]): Refusal | undefined {
    for (const step of steps) {
      if (this.#auto) while (!this.#isPossible(step) && this.#move());
      const refusal = this.#perform(step);
      if (refusal) return refusal;
    }
    if (this.#auto) while (this.#move());
    return undefined;
  }

  #isPossible(step: Step): boolean {
    if ('complete' in step) return this.#find(step.complete) !== undefined;
    if ('error' in step) return this.#findLive(step.at) !== undefined;
    const awaits = (kind: 'message' | 'signal', name: string): boolean =>
      this.#host.cases.some((c) => [...c.state.waits.values()].some((w) => w.on.kind === kind && w.on.name === name));
    if ('message' in step) return awaits('message', step.message);
    return 'signal' in step ? awaits('signal', step.signal) : true;
  }

  #perform(step: Step): Refusal | undefined {
    if ('complete' in step) return this.#complete(step);
    if ('error' in step) return this.#throwError(step.error, step.at);
    if ('message' in step) this.#host.post(step.message, step.vars, step.key);
    else if ('signal' in step) this.#host.signal(step.signal, step.vars);
    else if ('advance' in step) this.#host.advanceTo(this.#host.now + lengthOf(step.advance));
    // No ad-hoc subprocess can be open: a drawing with one is refused before it runs.
    else return { code: 'task.unknown', element: step.activate, awaited: [], faults: [] };
    return undefined;
  }
  #complete(step: Extract<Step, { complete: string }>): Refusal | undefined {
    const found = this.#find(step.complete);
    if (!found) return { code: 'task.unknown', element: step.complete, awaited: [], faults: [] };
    return this.#do(found, step.vars, personFor(this.#host, found.node, step.as, step.by));
  }
  #throwError(code: string, element: string): Refusal | undefined {
    const found = this.#findLive(element);
    if (!found) return { code: 'task.unknown', element, awaited: [], faults: [] };
    const { case: to, node } = found;
    if (node.role === 'task' && node.kind === 'bpmn:ServiceTask')
      return this.#host.give(to, { type: 'FailJob', node: node.id, error: code, detail: code });
    return this.#host.give(to, { type: 'ThrowError', node: node.id, code });
  }

  #do({ case: to, node }: OpenTask, variables: JsonObject, by: ActingPerson): Refusal | undefined {
    if (node.kind === 'bpmn:ServiceTask') return this.#host.give(to, { type: 'CompleteJob', node: node.id, variables });
    if (node.kind !== 'bpmn:ReceiveTask') return this.#host.give(to, { type: 'CompleteTask', node: node.id, variables }, by);
    const wait = [...to.state.waits.values()].find((w) => w.node === node.id && w.on.kind === 'message' && w.element === node.element);
    if (wait?.on.kind !== 'message') return { code: 'message.not-awaited', element: node.element, awaited: [], faults: [] };
    const key = wait.on.key === undefined ? {} : { key: wait.on.key };
    return this.#host.give(to, { type: 'CorrelateMessage', name: wait.on.name, variables, ...key });
  }

  #find(element: string): OpenTask | undefined {
    return openTasks(this.#host).find((t) => t.node.element === element && t.node.task?.status === 'open');
  }
  #findLive(element: string): OpenTask | undefined {
    const running = this.#host.cases.filter((c) => c.state.status === 'running');
    return running
      .flatMap((c) => [...c.state.nodes.values()].filter((n) => n.element === element).map((node) => ({ case: c, node })))
      .at(-1);
  }

  /** One automatic act, or false when nothing can move: people and workers first, then time, then messages that nobody sends. */
  #move(): boolean {
    if (this.#acts++ >= mostAutomaticActs) return false;
    const tasks = openTasks(this.#host);
    return (
      this.#someone(tasks.filter((t) => t.node.kind !== 'bpmn:ReceiveTask')) ||
      this.#time(tasks) ||
      this.#someone(tasks.filter((t) => t.node.kind === 'bpmn:ReceiveTask'))
    );
  }
  #someone(tasks: readonly OpenTask[]): boolean {
    return tasks.some((task) => this.#supervise(task) || this.#finish(task));
  }
  #finish(task: OpenTask): boolean {
    const { state } = task.case;
    const now = this.#host.now;
    const name = `${task.case.id} ${task.node.id}`;
    const tried = this.#stuck.get(name);
    const { status, notBefore = now } = task.node.task ?? {};
    if (status !== 'open' || notBefore > now || (tried?.state === state && tried.now === now)) return false;
    const refused = this.#do(task, {}, personFor(this.#host, task.node));
    if (refused) this.#stuck.set(name, { state, now });
    return refused === undefined;
  }
  #supervise({ case: to, node }: OpenTask): boolean {
    const awaited = node.task?.supervision.find(
      (s) => s.by === undefined && s.mode !== 'inform' && (s.when !== 'after' || node.task?.status === 'held'),
    );
    if (!awaited) return false;
    const by = { office: awaited.office, person: this.#host.holderOf(awaited.office) };
    return this.#host.give(to, { type: 'TakePart', node: node.id, mode: awaited.mode, remark: '' }, by) === undefined;
  }
  /** To the next timer, or to the end of a period that nobody can shorten. Deadlines on the way are noted; they move nothing. */
  #time(tasks: readonly OpenTask[]): boolean {
    const timers = this.#host
      .due()
      .filter((d) => d.kind === 'timer')
      .map((d) => d.at);
    const periods = tasks.flatMap((t) =>
      t.node.task?.notBefore !== undefined && t.node.task.notBefore > this.#host.now ? [t.node.task.notBefore] : [],
    );
    const next = Math.min(...timers, ...periods);
    if (!Number.isFinite(next)) return false;
    this.#host.advanceTo(next);
    return true;
  }
}

function lengthOf(duration: string): number {
  const ms = durationMs(duration);
  if (ms === undefined)
    throw new UsageError({ zh: `时长应如 PT1H 或 P2D：${duration}`, en: `A duration looks like PT1H or P2D: ${duration}` });
  return ms;
}
