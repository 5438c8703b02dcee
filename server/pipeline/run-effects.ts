// The worker: does what cases owe when it is due, and starts the cases that procedures start by the clock. The rows are the truth; the queue only wakes; a sweeper asks the rows anyway.
// Promises: everything owed is done at least once and takes effect once (the case's own state, or a key, refuses the second time);
// a worker that dies delays what it had taken by one lease; what fails is put off longer each time, with the reason kept.
import { setTimeout as pause } from 'node:timers/promises';
import type { Debt } from '../ports/case-store.ts';
import type { WakeUp, WakeUps } from '../ports/wake-ups.ts';
import { carryMessage, carrySignal } from './carry-message.ts';
import { doJob } from './do-job.ts';
import { backOff, type EffectTools, lease, putOff, type Tried } from './effect.ts';
import { fireTimer } from './fire-timer.ts';
import { startOnTime } from './start-on-time.ts';

const sweepEveryMs = 10_000;
/** The queue is told of what becomes due before the sweep after next. */
const horizonMs = 3 * sweepEveryMs;
const atOnce = 16;

export interface Effects {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Does everything that is due now, and what follows from it at once. For tests and the demonstration. */
  runDue(): Promise<number>;
}

/** Gives wake-ups to the queue as far as they are near; the sweeper asks for the others in time. */
export function nearOnly(wakeUps: Pick<WakeUps, 'wakeAt'>, now: () => number): (wanted: readonly WakeUp[]) => void {
  return (wanted) => {
    const near = wanted.filter((wakeUp) => wakeUp.at <= now() + horizonMs);
    if (near.length > 0) void wakeUps.wakeAt(near);
  };
}

async function tryOnce(tools: EffectTools, debt: Debt): Promise<Tried> {
  switch (debt.kind) {
    case 'timer':
    case 'deadline':
      return fireTimer(tools, debt);
    case 'job':
      return doJob(tools, debt);
    case 'message':
      return carryMessage(tools, debt);
    case 'signal':
      return carrySignal(tools, debt);
  }
}

async function pay(tools: EffectTools, debt: Debt): Promise<void> {
  const ended = await tryOnce(tools, debt).catch((error: unknown) => {
    tools.log.error({ err: error, case: debt.case, kind: debt.kind, ref: debt.ref, attempts: debt.attempts }, 'an effect failed');
    return putOff(tools.now() + backOff(debt.attempts, 600_000), String(error));
  });
  if (ended.tried === 'done') return;
  if (ended.tried === 'settled') return tools.cases.settle(debt);
  await tools.cases.putOff(debt, ended.at, ended.why);
  nearOnly(tools.wakeUps, tools.now)([{ case: debt.case, kind: debt.kind, ref: debt.ref, at: ended.at }]);
}

async function payAllDue(tools: EffectTools, stopped: () => boolean): Promise<number> {
  let paid = 0;
  while (!stopped()) {
    const due = await tools.cases.takeDue({ at: tools.now(), lease, limit: atOnce });
    await Promise.all(due.map((debt) => pay(tools, debt)));
    const started = await startOnTime(tools, atOnce);
    if (due.length + started === 0) break;
    paid += due.length + started;
    // Until nothing is due: what one effect makes owed at once is done in the same sweep.
  }
  return paid;
}

async function sweep(tools: EffectTools, stopped: () => boolean): Promise<void> {
  await payAllDue(tools, stopped);
  const now = tools.now();
  const soon = await tools.cases.dueBefore(now + horizonMs, 1_000);
  await tools.wakeUps.wakeAt(soon.filter((wakeUp) => wakeUp.at > now));
}

export function createEffects(tools: EffectTools): Effects {
  const ending = new AbortController();
  const stopped = (): boolean => ending.signal.aborted;
  let sweeping: Promise<void> = Promise.resolve();
  const sweepOn = async (): Promise<void> => {
    while (!stopped()) {
      await sweep(tools, stopped).catch((error: unknown) => tools.log.error({ err: error }, 'a sweep failed; the next one follows'));
      await pause(sweepEveryMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  return {
    start: async () => {
      await tools.wakeUps.receive(async (only) => {
        const due = await tools.cases.takeDue({ at: tools.now(), lease, limit: 1, only });
        await Promise.all(due.map((debt) => pay(tools, debt)));
      });
      sweeping = sweepOn();
    },
    stop: async () => {
      ending.abort();
      await sweeping;
      await tools.wakeUps.stop();
    },
    runDue: () => payAllDue(tools, stopped),
  };
}
