// The line on which the server tells of acts as they happen. Promise: while it is `live`, what an act changed is read anew at once;
// after a break everything is, since something may have been missed; the state of the line is always known to the page.
// The browser reconnects by itself after a broken network, but not after a refusal: that we do, ever more slowly.
import type { z } from 'zod';
import type { liveAct } from '../../server/contract/live.ts';

export type LiveAct = z.infer<typeof liveAct>;
export type LiveState = 'connecting' | 'live' | 'lost';

/** The part of EventSource that is used here. */
export interface LiveSource {
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onerror: ((event: Event) => void) | null;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface LiveOptions {
  readonly open: () => LiveSource;
  readonly onState: (state: LiveState) => void;
  readonly onAct: (act: LiveAct) => void;
  /** The line was refused or ended for good; perhaps the session is over. It will be tried again. */
  readonly onRefused: () => void;
  /** The line is back after a break. */
  readonly onBack: () => void;
  readonly later?: (run: () => void, ms: number) => unknown;
  readonly cancel?: (timer: unknown) => void;
}

const closedForGood = 2;
export const waitBeforeTry = (tries: number): number => Math.min(30_000, 1_000 * 2 ** Math.min(tries, 5));

function readAct(text: string): LiveAct | undefined {
  try {
    const act: unknown = JSON.parse(text);
    return typeof act === 'object' && act !== null && 'case' in act ? (act as LiveAct) : undefined;
  } catch {
    return undefined;
  }
}

/** Opens the line; the answer closes it. */
export function listen(options: LiveOptions): () => void {
  const later = options.later ?? ((run, ms) => setTimeout(run, ms));
  const cancel = options.cancel ?? ((timer) => clearTimeout(timer as ReturnType<typeof setTimeout>));
  let source: LiveSource | undefined;
  let timer: unknown;
  let tries = 0;
  let broken = false;
  let ended = false;

  const begin = (): void => {
    source = options.open();
    source.onopen = () => {
      tries = 0;
      options.onState('live');
      if (broken) options.onBack();
      broken = false;
    };
    source.onerror = () => {
      if (ended) return;
      broken = true;
      options.onState('lost');
      if (source?.readyState !== closedForGood) return;
      options.onRefused();
      timer = later(begin, waitBeforeTry(tries++));
    };
    source.addEventListener('case', (event) => {
      const act = readAct(event.data);
      if (act) options.onAct(act);
    });
  };

  options.onState('connecting');
  begin();
  return () => {
    ended = true;
    cancel(timer);
    source?.close();
  };
}
