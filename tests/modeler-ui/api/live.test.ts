// The live line tells its state truly, reads everything anew after a break, and tries again by itself when it was closed for good.
import { describe, expect, test } from 'vitest';
import { type LiveAct, type LiveSource, type LiveState, listen, waitBeforeTry } from '../../../modeler-ui/api/live.ts';

class PlayedSource implements LiveSource {
  readyState = 0;
  onopen: ((event: Event) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  closed = false;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }
  breaks(forGood: boolean): void {
    this.readyState = forGood ? 2 : 0;
    this.onerror?.(new Event('error'));
  }
  tells(data: string): void {
    this.#listeners.get('case')?.(new MessageEvent('case', { data }));
  }
}

function play() {
  const sources: PlayedSource[] = [];
  const states: LiveState[] = [];
  const acts: LiveAct[] = [];
  const waits: { run: () => void; ms: number }[] = [];
  let back = 0;
  let refused = 0;
  const stop = listen({
    open: () => {
      const source = new PlayedSource();
      sources.push(source);
      return source;
    },
    onState: (state) => states.push(state),
    onAct: (act) => acts.push(act),
    onBack: () => back++,
    onRefused: () => refused++,
    later: (run, ms) => waits.push({ run, ms }),
    cancel: () => undefined,
  });
  const last = (): PlayedSource => sources[sources.length - 1] as PlayedSource;
  return { sources, states, acts, waits, stop, last, back: () => back, refused: () => refused };
}
const act = {
  case: '6f1c2a52-3c1e-4b7e-9c0a-0d2a4f6b8c10',
  version: 3,
  at: '2026-11-22T04:00:00Z',
  types: [],
  elements: [],
  status: 'running',
};

describe('the live line', () => {
  test('connecting, then live, then acts', () => {
    const line = play();
    line.last().opens();
    line.last().tells(JSON.stringify(act));
    expect(line.states).toEqual(['connecting', 'live']);
    expect(line.acts).toEqual([act]);
    expect(line.back()).toBe(0);
  });

  test('a short break is shown as lost; once back, everything is read anew, once', () => {
    const line = play();
    line.last().opens();
    line.last().breaks(false);
    line.last().opens();
    expect(line.states).toEqual(['connecting', 'live', 'lost', 'live']);
    expect(line.back()).toBe(1);
    expect(line.refused()).toBe(0);
    expect(line.waits).toEqual([]);
  });

  test('a line that was refused is tried again, ever more slowly', () => {
    const line = play();
    line.last().breaks(true);
    line.waits[0]?.run();
    line.last().breaks(true);
    line.waits[1]?.run();
    line.last().opens();
    expect(line.refused()).toBe(2);
    expect(line.sources).toHaveLength(3);
    expect(line.waits.map((w) => w.ms)).toEqual([1000, 2000]);
    expect(line.states.at(-1)).toBe('live');
    expect(line.back()).toBe(1);
    expect(waitBeforeTry(50)).toBe(30_000);
  });

  test('what cannot be read is passed over', () => {
    const line = play();
    line.last().opens();
    for (const data of ['', '{', '5', 'null', '{"a":1}']) line.last().tells(data);
    expect(line.acts).toEqual([]);
  });

  test('after it was ended it neither reports nor tries again', () => {
    const line = play();
    line.last().opens();
    line.stop();
    line.last().breaks(true);
    expect(line.last().closed).toBe(true);
    expect(line.states.at(-1)).toBe('live');
    expect(line.waits).toEqual([]);
  });
});
