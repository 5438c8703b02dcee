// The mark of bpmn.io, which its licence wants on every page with a diagram: fully visible and under nothing else.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export async function expectBpmnMark(page: Page): Promise<void> {
  expect(await bpmnMarkFindings(page)).toEqual([]);
}

/** What is wrong with it; nothing is good. */
export async function bpmnMarkFindings(page: Page): Promise<readonly string[]> {
  const mark = page.locator('.bjs-powered-by');
  await mark.first().waitFor();
  const count = await mark.count();
  if (count !== 1) return [`${count} marks of bpmn.io`];
  await mark.scrollIntoViewIfNeeded();
  const found = await mark.evaluate((link) => {
    const box = link.getBoundingClientRect();
    const inset = 2;
    const points = [
      [box.left + inset, box.top + inset],
      [box.right - inset, box.top + inset],
      [box.left + inset, box.bottom - inset],
      [box.right - inset, box.bottom - inset],
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    ];
    const style = getComputedStyle(link);
    const covered = points.some(([x = 0, y = 0]) => {
      const top = document.elementFromPoint(x, y);
      return top === null || !link.contains(top);
    });
    return {
      'does not lead to bpmn.io': !/^https?:\/\/bpmn\.io/.test(link.getAttribute('href') ?? ''),
      'is too small': box.width < 30 || box.height < 12,
      'is outside of the window': box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight,
      'is not shown': style.visibility !== 'visible' || Number(style.opacity) !== 1,
      'is covered': covered,
    };
  });
  return Object.entries(found).flatMap(([words, wrong]) => (wrong ? [`the mark of bpmn.io ${words}`] : []));
}
