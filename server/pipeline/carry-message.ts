// What a case threw reaches others: a message goes to one case that waits for it or starts a new one; a signal goes to all that wait.
// Promise: a message takes effect once. Where it goes is noted before it goes, so that a second try after a crash cannot go elsewhere.
// A message that nobody waits for yet stays owed and is tried again, ever more rarely; it is not lost.
// Not done: the message flows drawn between pools do not narrow who may receive; signal start events.
import type { Json, JsonObject } from '../../engine/index.ts';
import type { Debt } from '../ports/case-store.ts';
import { derivedCaseId } from './derived-id.ts';
import { backOff, type EffectTools, putOff, settled, type Tried } from './effect.ts';
import { type Aim, readAim, waitingAims, writeAim } from './message-aim.ts';

const longestPauseMs = 3_600_000;

const keyOf = (debt: Debt): string => `${debt.kind}:${debt.case}:${debt.ref}`;
const nameOf = (debt: Debt): string => debt.topic ?? '';

/** A key that is awaited must be one of the values that the message carries. */
const keysOf = (payload: JsonObject): string[] =>
  Object.values(payload)
    .map((value: Json) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .filter((key) => key.length <= 1_000 && !key.includes('\0'));

export async function carryMessage(tools: EffectTools, debt: Debt): Promise<Tried> {
  const aims = debt.aim === undefined ? await findAims(tools, debt) : [readAim(debt.aim), ...(await findAims(tools, debt))];
  for (const [i, aim] of aims.entries()) {
    if (debt.aim === undefined || i > 0) await tools.cases.aim(debt, writeAim(aim));
    const arrived = await deliver(tools, debt, aim);
    if (arrived) return settled;
  }
  return putOff(
    tools.now() + backOff(debt.attempts, longestPauseMs),
    `没有事项在等待消息“${nameOf(debt)}”。 Nobody awaits the message "${nameOf(debt)}" yet.`,
  );
}

async function findAims({ cases, procedures, desk }: EffectTools, debt: Debt): Promise<Aim[]> {
  const waiting = await waitingAims(cases, nameOf(debt), keysOf(debt.detail));
  const others = waiting.filter((one) => one.case !== debt.case);
  if (others.length > 0) return others;
  const sender = await desk.stand(debt.case);
  const starts = await procedures.startedBy(nameOf(debt));
  return starts.filter((one) => one.key !== sender?.head.procedure.key).map((one): Aim => ({ to: 'start', procedure: one.key }));
}

/** True when it arrived, now or at an earlier try; false when nobody waits there any more. */
async function deliver(tools: EffectTools, debt: Debt, aim: Aim): Promise<boolean> {
  const key = keyOf(debt);
  const outcome =
    aim.to === 'case'
      ? await tools.desk.orderBySystem({
          case: aim.case,
          key,
          command: { type: 'CorrelateMessage', name: nameOf(debt), variables: debt.detail, ...(aim.key !== undefined && { key: aim.key }) },
        })
      : await start(tools, debt, { procedure: aim.procedure, key });
  if (outcome.ok) return true;
  switch (outcome.refusal.code) {
    case 'message.not-awaited':
    case 'case.not-running':
    case 'case.unknown':
      return false;
    default:
      throw new Error(`the message ${nameOf(debt)} was refused: ${outcome.refusal.code}`);
  }
}

async function start({ desk, procedures }: EffectTools, debt: Debt, { procedure, key }: { procedure: string; key: string }) {
  const newest = (await procedures.startedBy(nameOf(debt))).find((one) => one.key === procedure);
  const version = newest && (await procedures.version(procedure, newest.version));
  const id = derivedCaseId(key);
  const command = {
    type: 'StartCase',
    case: id,
    title: version?.name ?? procedure,
    variables: debt.detail,
    message: nameOf(debt),
  } as const;
  return desk.orderBySystem({ case: id, key, procedure, command });
}

export async function carrySignal({ cases, desk }: EffectTools, debt: Debt): Promise<Tried> {
  const waiting = await cases.waitingFor('signal', nameOf(debt), []);
  for (const id of new Set(waiting.map((one) => one.case))) {
    if (id === debt.case) continue;
    // Whoever got it at an earlier try is not given it again; who stopped waiting meanwhile is not owed it.
    await desk.orderBySystem({
      case: id,
      key: keyOf(debt),
      command: { type: 'BroadcastSignal', name: nameOf(debt), variables: debt.detail },
    });
  }
  return settled;
}
