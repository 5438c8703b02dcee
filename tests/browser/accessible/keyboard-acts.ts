// Whole acts with the keyboard alone: no pointer touches the page.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Walks with Tab until the focus is on what is looked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 300; n += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${selector}`);
}

export async function skipsToTheContent(page: Page): Promise<void> {
  await page.goto('/work');
  await page.locator('.rows li, .state-title').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
}

export async function votesByKeyboard(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.big-choices').waitFor();
  await tabTo(page, '.big-choices input');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.big-choices input:checked').getAttribute('value')).toBe('abstain');
  await tabTo(page, '.big-button');
  await page.keyboard.press('Enter');
  await page.locator('.done-panel').waitFor();
}

export async function drawsByKeyboard(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.djs-element[data-element-id="Task_Ballot"]').waitFor();
  await tabTo(page, '.gc-outline button[data-element]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.gc-panel h2').getByText('对照目录分类').waitFor();
  await page.locator('.djs-element.selected[data-element-id="Task_Classify"]').waitFor();
  await tabTo(page, '[data-rule="deadline"] input[inputmode="numeric"]');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await page.locator('.draw-standing .badge.warn').waitFor();
  await page.keyboard.press('ControlOrMeta+S');
  await page.locator('.draw-standing .badge.warn').waitFor({ state: 'detached' });
}
