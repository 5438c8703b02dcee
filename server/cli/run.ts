// `guicheng run`: plays a drawing on the engine alone, without a database; one JSON line per event, a last line that says how it ended.
import { type Drawing, type JsonObject, type Problem, type Procedure, type Refusal, refusalTable } from '../../engine/index.ts';
import { type Command, type ExitStatus, exitStatus, type Terminal, UsageError } from './command.ts';
import { compileFiles } from './compile-files.ts';
import { jsonObject, oneFile, readArguments, readText } from './read-arguments.ts';
import { readProcedureFiles } from './read-procedure-files.ts';
import { type Happened, type PlayedCase, RunHost } from './run-host.ts';
import { Play } from './run-play.ts';
import { readSteps } from './run-steps.ts';

const zone = 'Asia/Shanghai';

export const run: Command = {
  usage: 'run FILE.bpmn [--process ID] [--start ID] [--vars JSON] [--steps FILE.jsonl] [--auto] [--at ISO]',
  does: {
    zh: '不用数据库，只用引擎执行一张图：每个事件一行 JSON，末行是结果。退出码：0 办结，2 被拒绝，3 仍在等待，4 因异常失败。',
    en: 'Plays a drawing on the engine alone: one JSON line per event, the last one says how it ended. Exit 0 completed, 2 refused, 3 still waiting, 4 failed.',
  },
  async run(args, terminal) {
    const read = readArguments(args, {
      process: { type: 'string' },
      start: { type: 'string' },
      vars: { type: 'string' },
      steps: { type: 'string' },
      auto: { type: 'boolean' },
      at: { type: 'string' },
    });
    const file = oneFile(read, { zh: '图文件', en: 'The drawing' });
    const variables = jsonObject(read.text('vars') ?? '{}', '--vars');
    const stepFile = read.text('steps');
    const steps = stepFile === undefined ? [] : readSteps(await readText(stepFile));
    const files = await readProcedureFiles(file);
    const compiled = compileFiles(files);
    if (compiled.problems.length > 0 || !files.drawing) return refused(terminal, { problems: compiled.problems });
    const host = new RunHost({
      procedures: compiled.procedures,
      flows: drawnFlows(files.drawing),
      at: instantOf(read.text('at')),
      zone,
      directory: files.roster ?? { bodies: {}, holders: {} },
      tell: (happened) => terminal.out(lineOf(happened, compiled.procedures)),
    });
    const start = read.text('start');
    for (const procedure of toStart(compiled.procedures, read.text('process'))) {
      const refusal = host.start(procedure, { variables, ...(start === undefined ? {} : { start }) });
      if (refusal) return refused(terminal, { refusal: describe(refusal) });
    }
    const refusal = new Play(host, read.flag('auto')).run(steps);
    terminal.out(JSON.stringify(endOf(host)));
    return refusal ? refused(terminal, { refusal: describe(refusal) }) : statusOf(host.cases);
  },
};

/** The named process; else every one that starts by itself, the first of the file if none does. */
function toStart(procedures: readonly Procedure[], id: string | undefined): readonly Procedure[] {
  if (id !== undefined) {
    const named = procedures.find((p) => p.graph.id === id);
    if (!named) throw new UsageError({ zh: `图中没有可执行的流程「${id}」。`, en: `The drawing has no executable process "${id}".` });
    return [named];
  }
  const startsItself = (p: Procedure): boolean => {
    const starts = p.graph.scopes[0]?.starts ?? [];
    return starts.length === 0 || starts.some((s) => p.graph.nodes.get(s)?.trigger.kind === 'none');
  };
  const own = procedures.filter(startsItself);
  return own.length > 0 ? own : procedures.slice(0, 1);
}

function drawnFlows(drawing: Drawing): ReadonlyMap<string, ReadonlySet<string>> {
  const processOf = (id: string): string | undefined =>
    drawing.pools.find((p) => p.id === id)?.process ?? drawing.processes.find((p) => p.nodes.has(id))?.id;
  const flows = new Map<string, Set<string>>();
  for (const { source, target } of drawing.messageFlows) {
    const process = processOf(target);
    if (process !== undefined) flows.set(source, (flows.get(source) ?? new Set()).add(process));
  }
  return flows;
}

function instantOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const at = /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isFinite(at))
    throw new UsageError({
      zh: '--at 应为 ISO 8601 时刻，例如 2026-11-22T09:00:00Z。',
      en: '--at must be an ISO 8601 instant, for example 2026-11-22T09:00:00Z.',
    });
  return at;
}

/** Every line that concerns an element names its kind too, whether or not the event does. */
function lineOf({ event, process, at }: Happened, procedures: readonly Procedure[]): string {
  const element = 'element' in event ? event.element : undefined;
  const kind = element === undefined ? undefined : procedures.find((p) => p.graph.id === process)?.graph.nodes.get(element)?.kind;
  const more = { ...(kind === undefined ? {} : { kind }), at: new Date(at).toISOString(), ...(procedures.length > 1 ? { process } : {}) };
  return JSON.stringify({ ...event, ...more });
}

const describe = (refusal: Refusal): JsonObject => {
  const { zh, en } = refusalTable[refusal.code];
  return {
    code: refusal.code,
    message: { zh, en },
    ...(refusal.element === undefined ? {} : { element: refusal.element }),
    faults: refusal.faults.map((f) => ({ field: f.field, message: { ...f.message } })),
  };
};

function refused(terminal: Terminal, why: { readonly problems?: readonly Problem[]; readonly refusal?: JsonObject }): ExitStatus {
  terminal.error(JSON.stringify({ problems: why.problems ?? [], ...(why.refusal ? { refusal: why.refusal } : {}) }));
  return exitStatus.refused;
}

type Ending = 'completed' | 'terminated' | 'waiting' | 'failed';
function endingOf(c: PlayedCase): Ending {
  if (c.state.status !== 'running') return c.state.status;
  return c.state.incidents.size > 0 ? 'failed' : 'waiting';
}
function statusOf(cases: readonly PlayedCase[]): ExitStatus {
  const endings = cases.map(endingOf);
  if (endings.includes('failed')) return exitStatus.failed;
  return endings.includes('waiting') ? exitStatus.waiting : exitStatus.done;
}

function endOf(host: RunHost): JsonObject {
  const [first] = host.cases;
  const all = host.cases.map((c) => ({ process: c.procedure.graph.id, status: endingOf(c), variables: variablesOf(c) }));
  const incidents = host.cases.flatMap((c) =>
    [...c.state.incidents.values()].map((i) => ({ element: i.element, kind: i.kind, code: i.code, detail: i.detail })),
  );
  return {
    type: 'end',
    status: first ? endingOf(first) : 'failed',
    variables: first ? variablesOf(first) : {},
    waiting: host.cases.flatMap(waitingOf),
    ...(incidents.length > 0 ? { incidents } : {}),
    ...(all.length > 1 ? { cases: all } : {}),
  };
}
const variablesOf = (c: PlayedCase): JsonObject => Object.fromEntries(c.state.nodes.get(c.state.root)?.variables ?? []);
const waitingOf = (c: PlayedCase): JsonObject[] =>
  c.state.status !== 'running'
    ? []
    : [...c.state.nodes.values()].filter((n) => n.role === 'task' || n.role === 'wait').map((n) => ({ element: n.element, kind: n.kind }));
