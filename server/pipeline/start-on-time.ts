// Timer start events of procedures in force: a case is started by the system when one is due, then its next turn is armed.
// Promises: each turn starts one case, however many workers try and whenever one dies: the case's id follows from version, element and
// turn; every turn that was missed while nothing ran is made up for. Late by one sweep at most.
import { nextTimedStart } from '../../engine/index.ts';
import type { DueStart } from '../ports/procedure-store.ts';
import { derivedCaseId } from './derived-id.ts';
import { backOff, type EffectTools, lease } from './effect.ts';

const longestPauseMs = 600_000;

/** Starts what is due now; how many were tried. */
export async function startOnTime(tools: EffectTools, limit: number): Promise<number> {
  const due = await tools.procedures.takeStarts({ at: tools.now(), leaseMs: lease.otherMs, limit });
  await Promise.all(due.map((start) => pay(tools, start)));
  return due.length;
}

async function pay(tools: EffectTools, start: DueStart): Promise<void> {
  const { procedures, log, now, zone } = tools;
  const fault = await begin(tools, start).catch((error: unknown) => {
    log.error({ err: error, procedure: start.key, element: start.element, attempts: start.attempts }, 'a timed start failed');
    return String(error);
  });
  if (fault !== undefined) return procedures.putOffStart(start, now() + backOff(start.attempts, longestPauseMs), fault);
  return procedures.moveStart(start, nextTimedStart({ text: start.text, from: start.armedAt, fired: start.fired + 1 }, zone));
}

/** Undefined when the case is there, started now or at an earlier try; else why not. */
async function begin({ procedures, desk, zone }: EffectTools, start: DueStart): Promise<string | undefined> {
  const { key: procedure, version, element, fired } = start;
  const stored = await procedures.version(procedure, version);
  const key = `timer:${procedure}:${version}:${element}:${fired}`;
  const id = derivedCaseId(key);
  const title = `${stored?.name ?? procedure} ${dateIn(zone, start.dueAt)}`;
  const command = { type: 'StartCase', case: id, title, variables: {}, start: element } as const;
  const outcome = await desk.orderBySystem({ case: id, key, procedure, version, command });
  return outcome.ok ? undefined : outcome.refusal.code;
}

/** 2026-12-01 */
const dateIn = (zone: string, at: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
