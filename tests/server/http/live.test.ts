// Live pages: an act is told within a second, to those who may see the case, without loss over a broken line.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '../../../server/features/identity/index.ts';
import { buildHttp } from '../../../server/http/app.ts';
import { openHouse } from './open-house.ts';
import { complete, deploySmall, nodeOf, ok, startSmall } from './small-case.ts';

interface Told {
  readonly id: string;
  readonly act: { case: string; version: number; types: string[]; elements: string[]; status: string };
  readonly at: number;
}
class Line {
  readonly told: Told[] = [];
  ended = false;
  #leave = new AbortController();
  #changed: (() => void)[] = [];
  status = 0;

  async open(path: string, headers: Record<string, string>): Promise<this> {
    const response = await fetch(house.base + path, { headers: { accept: 'text/event-stream', ...headers }, signal: this.#leave.signal });
    this.status = response.status;
    if (response.body && response.status === 200)
      void this.#read(response.body)
        .catch(() => undefined)
        .finally(() => this.#tell(() => (this.ended = true)));
    return this;
  }
  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string): string | undefined =>
          block
            .split('\n')
            .find((l) => l.startsWith(`${name}: `))
            ?.slice(name.length + 2);
        const data = field('data');
        if (field('event') === 'case' && data)
          this.#tell(() => this.told.push({ id: field('id') ?? '', act: JSON.parse(data), at: Date.now() }));
      }
    }
  }
  #tell(change: () => void): void {
    change();
    for (const wake of this.#changed.splice(0)) wake();
  }
  async until(holds: () => boolean, ms = 8_000): Promise<void> {
    const deadline = Date.now() + ms;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`still not so after ${ms} ms; told: ${JSON.stringify(this.told)}`);
      await Promise.race([new Promise<void>((wake) => this.#changed.push(wake)), new Promise((later) => setTimeout(later, 200))]);
    }
  }
  leave(): void {
    this.#leave.abort();
  }
}

const house = openHouse();
const lines: Line[] = [];
const listen = async (office: string | undefined, path = '/api/live', headers: Record<string, string> = {}): Promise<Line> => {
  const cookie: Record<string, string> = office === undefined ? {} : { cookie: (await house.as(office)).cookie };
  const line = await new Line().open(path, { ...cookie, ...headers });
  lines.push(line);
  return line;
};
beforeAll(() => deploySmall(house));
afterEach(() => {
  for (const line of lines.splice(0)) line.leave();
});

describe('a live page', () => {
  test('is told of an act within a second', async () => {
    const line = await listen('discipline-inspector');
    const id = await startSmall(house);
    const answered = Date.now();
    await line.until(() => line.told.some((t) => t.act.case === id));
    const told = line.told.find((t) => t.act.case === id);
    expect((told?.at ?? 0) - answered).toBeLessThan(1_000);
    expect(told?.act).toMatchObject({
      version: 1,
      status: 'running',
      types: expect.arrayContaining(['CaseStarted', 'TaskOpened']),
      elements: expect.arrayContaining(['Review']),
    });
  });
  test('that comes back with Last-Event-ID is told what it missed, once and in order', async () => {
    const line = await listen('discipline-inspector');
    const id = await startSmall(house);
    await line.until(() => line.told.some((t) => t.act.case === id));
    const last = line.told.at(-1)?.id ?? '';
    line.leave();
    await complete(house, 'meeting-secretary', { id, element: 'Review' }, { reviewNote: '早' });
    await complete(house, 'meeting-secretary', { id, element: 'Review' }, { reviewNote: '早' });
    const again = await listen('discipline-inspector', '/api/live', { 'last-event-id': last });
    await again.until(() => again.told.length >= 2);
    expect(again.told.map((t) => [t.act.case, t.act.version])).toEqual([
      [id, 2],
      [id, 3],
    ]);
  });
  test('is told only of cases that its reader may see, and only of one case when asked so', async () => {
    const stranger = await listen('legal-office');
    const one = await startSmall(house);
    const narrowed = await listen('meeting-secretary', `/api/live?case=${one}`);
    const other = await startSmall(house);
    const node = await nodeOf(await house.as('meeting-secretary'), one, 'Review');
    ok(await (await house.as('discipline-inspector')).send('POST', `/api/cases/${one}/tasks/${node}/objections`, { reason: '缺少报价' }));
    await narrowed.until(() => narrowed.told.length > 0);
    expect(narrowed.told.map((t) => t.act.case)).not.toContain(other);
    expect(stranger.told).toEqual([]);
  });
  test('ends with the session', async () => {
    const secret = await openSession(house.services, '平安办（风险评估）', house.clock.now);
    const line = await listen(undefined, '/api/live', { cookie: `gc=${secret}` });
    await house.nobody.send('DELETE', '/api/session', undefined, { cookie: `gc=${secret}` });
    await startSmall(house);
    await line.until(() => line.ended);
  });
  test('the seventh of one person is refused, and a closed one makes room', async () => {
    const open = await Promise.all(Array.from({ length: 6 }, () => listen('expert-panel')));
    expect(open.map((l) => l.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await listen('expert-panel')).status).toBe(429);
    open[0]?.leave();
    await open[0]?.until(() => open[0]?.ended ?? false);
    const deadline = Date.now() + 5_000;
    while ((await listen('expert-panel')).status !== 200) if (Date.now() > deadline) throw new Error('no room after one was closed');
  });
});

test('the public line tells that a case moved on, not what happened', async () => {
  const line = await listen(undefined, '/api/public/live');
  const id = await startSmall(house);
  await line.until(() => line.told.some((t) => t.act.case === id));
  expect(line.told.find((t) => t.act.case === id)?.act).toMatchObject({ types: [], elements: [], status: 'running' });
});

test('a server that stops does not wait for open lines', async () => {
  const app = await buildHttp({ services: house.services, health: { ready: async () => undefined }, https: false });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  const response = await fetch(`${base}/api/public/live`);
  const reader = response.body?.getReader();
  await reader?.read();
  const began = Date.now();
  await app.close();
  expect(Date.now() - began).toBeLessThan(3_000);
  await reader?.read().catch(() => undefined);
});
