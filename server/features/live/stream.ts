// One live stream: acts after a position, as far as the reader may know of them at the moment they are told.
// Promise: ends when the reader's right to read ends (asked before every telling and at least every five seconds).

import type { ActFeed, LiveAct } from '../../pipeline/act-feed.ts';
import type { StreamEvent } from '../../pipeline/route.ts';

interface Stream {
  readonly feed: ActFeed;
  readonly from: number;
  /** Only this case, where given. */
  readonly only: string | undefined;
  readonly gone: AbortSignal;
  /** Which of these cases may be told now; undefined when the stream is over. */
  readonly mayTell: (cases: readonly string[]) => Promise<ReadonlySet<string> | undefined>;
  readonly tell: (act: LiveAct) => unknown;
  readonly ended: () => void;
}
const askAgainMs = 5_000;

export async function* streamOf(stream: Stream): AsyncGenerator<StreamEvent> {
  try {
    let position = stream.from;
    while (!stream.gone.aborted) {
      const tick = stream.feed.tick();
      const acts = await stream.feed.after(position);
      const wanted = acts.filter((a) => stream.only === undefined || a.case === stream.only);
      const visible = await stream.mayTell([...new Set(wanted.map((a) => a.case))]);
      if (visible === undefined) return;
      for (const act of wanted) if (visible.has(act.case)) yield { id: String(act.position), event: 'case', data: stream.tell(act) };
      position = acts.at(-1)?.position ?? position;
      if (acts.length === 0) await stream.feed.next(tick, askAgainMs, stream.gone);
    }
  } finally {
    stream.ended();
  }
}

/** Last-Event-ID of a browser that comes back, else the end of the feed as it is now. */
export async function startOf(feed: ActFeed, lastEventId: string | undefined): Promise<number> {
  const known = lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
  const end = await feed.end();
  return known === undefined || known > end ? end : known;
}
