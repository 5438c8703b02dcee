// The feed of acts as live pages take it: one reading of the store per process, kept short, shared by all streams.
// Promise: a stream sees every act after its position exactly once and in order, whether it was kept or must be read again.
import { parseRecord } from '../../engine/index.ts';
import type { CaseStore, StoredRecord } from '../ports/case-store.ts';

export interface LiveAct {
  readonly position: number;
  readonly case: string;
  readonly version: number;
  readonly at: number;
  readonly types: readonly string[];
  readonly elements: readonly string[];
  readonly status: 'running' | 'completed' | 'terminated' | 'failed';
}
export interface ActFeed {
  /** Acts after a position, in order, at most a batch; empty when there is none yet. */
  after(position: number): Promise<readonly LiveAct[]>;
  end(): Promise<number>;
  /** Grows with every notice of an append: read it before `after`, give it to `next`, and no append is slept through. */
  tick(): number;
  /** Resolves when something was appended since `tick`, when time is up, or when the signal is given. */
  next(tick: number, waitMs: number, signal: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}
const batch = 200;
const mostKept = 2_000;

export async function openActFeed(cases: Pick<CaseStore, 'feed' | 'feedEnd' | 'onAppended'>): Promise<ActFeed> {
  /** Acts after `keptFrom`, without a gap. */
  let kept: LiveAct[] = [];
  let keptFrom = await cases.feedEnd();
  let reading: Promise<void> | undefined;
  let ticks = 0;
  const waiting = new Set<() => void>();
  const readOn = async (): Promise<void> => {
    for (;;) {
      const records = await cases.feed(kept.at(-1)?.position ?? keptFrom, batch);
      kept.push(...records.map(actOf));
      if (kept.length > mostKept) {
        const dropped = kept.length - mostKept;
        keptFrom = kept[dropped - 1]?.position ?? keptFrom;
        kept = kept.slice(dropped);
      }
      if (records.length < batch) return;
    }
  };
  // A reading under way may have begun before the notice that made us come: wait for it, then read once more.
  const refresh = async (): Promise<void> => {
    await reading;
    reading ??= readOn().finally(() => {
      reading = undefined;
    });
    await reading;
  };
  const listener = await cases.onAppended(() => {
    ticks += 1;
    for (const wake of [...waiting]) wake();
  });
  return {
    async after(position) {
      if (position < keptFrom) return (await cases.feed(position, batch)).map(actOf);
      await refresh();
      return kept.filter((act) => act.position > position).slice(0, batch);
    },
    end: () => cases.feedEnd(),
    tick: () => ticks,
    next: (tick, waitMs, signal) => (tick === ticks ? waitFor(waiting, waitMs, signal) : Promise.resolve()),
    stop: () => listener.stop(),
  };
}

function waitFor(waiting: Set<() => void>, waitMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = (): void => {
      waiting.delete(wake);
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, waitMs);
    waiting.add(wake);
    signal.addEventListener('abort', wake, { once: true });
  });
}

const ends: Readonly<Record<string, LiveAct['status']>> = {
  CaseCompleted: 'completed',
  CaseTerminated: 'terminated',
  CaseFailed: 'failed',
};

/** A damaged record is told as an act without content: the page then reads the case anew. */
function actOf(stored: StoredRecord): LiveAct {
  const parsed = parseRecord(stored.bytes);
  const events = parsed.ok ? parsed.record.events : [];
  const types = [...new Set(events.map((e) => e.type))];
  return {
    position: stored.position,
    case: stored.case,
    version: stored.n,
    at: stored.at,
    types,
    elements: [...new Set(events.flatMap((e) => (typeof e.element === 'string' ? [e.element] : [])))],
    status: types.map((t) => ends[t]).find((s) => s !== undefined) ?? 'running',
  };
}
