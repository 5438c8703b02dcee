// The mark of bpmn.io, which its licence wants on every page with a diagram: fully visible and under nothing else.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export async function expectBpmnMark(page: Page): Promise<void> {
  const mark = page.locator('.bjs-powered-by');
  await mark.first().waitFor();
  expect(await mark.count()).toBe(1);
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
    return {
      address: link.getAttribute('href') ?? '',
      large: box.width >= 30 && box.height >= 12,
      inside: box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
      shown: style.visibility === 'visible' && Number(style.opacity) === 1,
      covered: points.filter(([x = 0, y = 0]) => {
        const top = document.elementFromPoint(x, y);
        return top === null || !link.contains(top);
      }),
    };
  });
  expect(found).toMatchObject({ large: true, inside: true, shown: true, covered: [] });
  expect(found.address).toMatch(/^https?:\/\/bpmn\.io/);
}
