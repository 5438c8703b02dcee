// The acts of a played scenario given once more, now at the desk of a real house, each at its own moment; and each told as a line of a table.
// Promise: what the house records is what the engine alone said, event by event; a difference stops the play.
import { randomUUID } from 'node:crypto';
import type { CaseEvent, Command, PlayedAct, ProcessGraph } from '../../engine/index.ts';
import type { House } from '../main.ts';
import { readAll } from '../pipeline/read-records.ts';
import { readerOf } from '../pipeline/who-acts.ts';
import type { Roster } from '../ports/people.ts';
import type { Language } from './command.ts';

export interface ActLine {
  readonly n: number;
  readonly act: PlayedAct;
}
interface Acts {
  readonly key: string;
  readonly acts: readonly PlayedAct[];
  readonly clock: { now: number };
  readonly told: (line: ActLine) => void;
}

export async function playActs(services: House['services'], { key, acts, clock, told }: Acts): Promise<string> {
  const id = randomUUID();
  let n = 0;
  for (const act of acts) {
    clock.now = act.facts.at;
    const command: Command = act.command.type === 'StartCase' ? { ...act.command, case: id } : act.command;
    const outcome = await give(services, { key, id, command, act });
    const refused = outcome.ok ? undefined : outcome.refusal.code;
    if (refused !== act.refused)
      throw new Error(`${command.type} was ${refused ?? 'accepted'}, the engine alone said ${act.refused ?? 'accepted'}`);
    if (act.events.length > 0) n += 1;
    told({ n, act });
  }
  const recorded = (await readAll(services.cases, id)).flatMap((record) => record.events);
  const said = acts.flatMap((act) => act.events);
  const differs = said.findIndex((event, i) => !isSame(event, recorded[i]));
  if (differs >= 0 || said.length !== recorded.length)
    throw new Error(`event ${differs + 1} in the record differs from what the engine alone said`);
  return id;
}

async function give(
  services: House['services'],
  order: { readonly key: string; readonly id: string; readonly command: Command; readonly act: PlayedAct },
) {
  const { key: procedure, id, command, act } = order;
  const { by, at } = act.facts;
  if (by.kind === 'system') return services.desk.orderBySystem({ case: id, command });
  const reader = readerOf(await services.roster.at(), by.person, at, at);
  if (!reader) throw new Error(`nobody in the town is called ${by.person}`);
  return services.desk.order({ case: id, command, reader, ...(command.type === 'StartCase' ? { procedure } : {}) });
}

/** The case has another id; everything else is the same. */
const isSame = (a: CaseEvent, b: CaseEvent | undefined): boolean =>
  b !== undefined && (a.type === 'CaseStarted' ? b.type === a.type : JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}

interface Telling {
  readonly graph: ProcessGraph;
  readonly roster: Roster;
  readonly zone: string;
  readonly language: Language;
}
const commands: Readonly<Record<Command['type'], { readonly zh: string; readonly en: string }>> = {
  StartCase: { zh: '立项', en: 'starts' },
  CompleteTask: { zh: '办结', en: 'completes' },
  CompleteJob: { zh: '作业完成', en: 'job done' },
  FailJob: { zh: '作业失败', en: 'job failed' },
  CorrelateMessage: { zh: '收到消息', en: 'message' },
  BroadcastSignal: { zh: '收到信号', en: 'signal' },
  FireTimer: { zh: '到期', en: 'due' },
  ThrowError: { zh: '出错', en: 'error' },
  TakePart: { zh: '参与监督', en: 'supervises' },
  RaiseObjection: { zh: '提出异议', en: 'objects' },
  AnswerObjection: { zh: '答复异议', en: 'answers' },
  ReleaseObjection: { zh: '解除异议', en: 'releases' },
  SignIn: { zh: '签到', en: 'signs in' },
  DeclareRecusal: { zh: '回避', en: 'recuses' },
  ResolveIncident: { zh: '恢复办理', en: 'resumes' },
};

const columns = [4, 17, 22, 12, 30];
const heading = { zh: ['记录', '时间', '岗位', '办理', '环节', '随后'], en: ['no.', 'time', 'office', 'act', 'step', 'then'] };
const row = (cells: readonly string[]): string =>
  cells
    .map((text, i) => cell(text, columns[i] ?? 0))
    .join(' ')
    .trimEnd();

export const actHeading = (language: Language): string => row(heading[language]);

/** One act: number of its record, time, office, what it did at which step, and what it opened. */
export function describeAct({ n, act }: ActLine, { graph, roster, zone, language }: Telling): string {
  const { by, at } = act.facts;
  const office = by.kind === 'system' ? { zh: '系统', en: 'system' }[language] : (roster.offices.get(by.office)?.[language] ?? by.office);
  const time = new Date(at).toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const then = act.refused === undefined ? openedBy(act.events, graph, language) : `✗ ${act.refused}`;
  return row([String(n), time, office, commands[act.command.type][language], nameOf(graph, elementOf(act)), then]);
}

/** What the act opened, each step once with its number. */
function openedBy(events: readonly CaseEvent[], graph: ProcessGraph, language: Language): string {
  const times = new Map<string, number>();
  for (const event of events) {
    const ended = event.type === 'CaseCompleted' ? { zh: '事项办结', en: 'the case is completed' }[language] : undefined;
    const opened = opens.has(event.type) && 'element' in event && event.element !== undefined ? nameOf(graph, event.element) : undefined;
    const name = ended ?? opened;
    if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].map(([name, n]) => (n === 1 ? `→ ${name}` : `→ ${name} ×${n}`)).join('  ');
}

const opens = new Set(['TaskOpened', 'SubprocessEntered', 'WaitBegan', 'BoundaryPassed']);
const elementOf = (act: PlayedAct): string =>
  act.events.flatMap((event) => ('element' in event && event.element !== undefined ? [event.element] : []))[0] ?? '';
const nameOf = (graph: ProcessGraph, element: string): string => (graph.nodes.get(element)?.name ?? element).replace(/\s+/g, ' ');

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, c) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );

/** Width 0: the last column, as long as it is. */
function cell(text: string, width: number): string {
  if (width === 0) return text;
  let shown = text;
  while (widthOf(shown) > width) shown = `${shown.replace(/…$/, '').slice(0, -1)}…`;
  return shown + ' '.repeat(Math.max(0, width - widthOf(shown)));
}
