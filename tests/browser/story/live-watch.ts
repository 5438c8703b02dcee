// The supervisor's two live pages, and how long after an act's answer each shows it without a reload. The clock is the test's own.
import type { Page } from 'playwright-core';

export interface Seen {
  readonly what: string;
  readonly listMs: number;
  readonly caseMs: number;
}

export class LiveWatch {
  readonly #seen: Seen[];
  readonly #list: Page;
  readonly #case: Page;
  readonly #caseId: string;

  /** `list`: all running cases; `one`: this case; what is seen is added to `seen`. */
  constructor(pages: { readonly list: Page; readonly one: Page; readonly caseId: string; readonly seen: Seen[] }) {
    this.#list = pages.list;
    this.#case = pages.one;
    this.#caseId = pages.caseId;
    this.#seen = pages.seen;
  }

  async sees<T>(what: string, doing: () => Promise<T>): Promise<T> {
    const row = this.#list.locator('tr', { has: this.#list.locator(`a[href="/watch/${this.#caseId}"]`) });
    const before = await row.locator('time').getAttribute('datetime');
    const newest = this.#case.locator('.path-line').first();
    const last = await newest.locator('time').getAttribute('datetime');
    const changed = row
      .locator(`time:not([datetime="${before}"])`)
      .waitFor()
      .then(() => performance.now());
    const grown = newest
      .locator(`time:not([datetime="${last}"])`)
      .waitFor()
      .then(() => performance.now());
    const result = await doing();
    const at = performance.now();
    const [listMs, caseMs] = (await Promise.all([changed, grown])).map((shown) => Math.round(Math.max(0, shown - at))) as [number, number];
    this.#seen.push({ what, listMs, caseMs });
    return result;
  }
}

/** Middle and largest, for the report. */
export function summaryOf(seen: readonly Seen[]): string {
  const times = seen.flatMap((one) => [one.listMs, one.caseMs]).sort((a, b) => a - b);
  const slowest = [...seen].sort((a, b) => Math.max(b.listMs, b.caseMs) - Math.max(a.listMs, a.caseMs))[0];
  return `${seen.length} acts seen live on two pages; median ${times[times.length >> 1]} ms, largest ${times.at(-1)} ms (${slowest?.what ?? ''})`;
}
