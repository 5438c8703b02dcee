// What must hold on every page, in any language and width. Each check answers with its findings; none is good.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** bpmn-js draws the diagram as one SVG of its own; it is named as an image, and the same is said in words beside it. */
const drawnByOthers = ['.djs-container svg'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function axeFindings(page: Page): Promise<readonly string[]> {
  const builder = drawnByOthers.reduce(
    (axe, selector) => axe.exclude(selector),
    new AxeBuilder({ page }).withTags(tags).setLegacyMode(true),
  );
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${impact} ${id}: ${node.target.join(' ')} — ${node.failureSummary?.split('\n').at(-1)?.trim() ?? ''}`),
  );
}

export async function headingFindings(page: Page): Promise<readonly string[]> {
  const { titles, title, language, main } = await page.evaluate(() => ({
    titles: [...document.querySelectorAll('h1')].map((h1) => h1.textContent?.trim() ?? ''),
    title: document.title,
    language: document.documentElement.lang,
    main: document.querySelectorAll('main').length,
  }));
  return [
    ...(titles.length === 1 && titles[0] !== '' ? [] : [`h1: ${JSON.stringify(titles)}`]),
    ...(/\S+ · (规程|Guicheng)$/.test(title) ? [] : [`title: ${title}`]),
    ...(/^(zh-CN|en)$/.test(language) ? [] : [`lang: ${language}`]),
    ...(main === 1 ? [] : [`${main} main landmarks`]),
  ];
}

/** A page never scrolls sideways, nor far below its content; the widest culprits are named. */
export function scrollFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    const findings: string[] = [];
    if (scrollWidth > clientWidth) {
      const wide = [...document.querySelectorAll('body *')]
        .filter((el) => el.getBoundingClientRect().right > clientWidth + 1 && !el.closest('.djs-container'))
        .slice(0, 3)
        .map((el) => `${el.tagName}.${el.getAttribute('class') ?? ''} "${(el.textContent ?? '').slice(0, 20)}"`);
      findings.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}: ${wide.join(', ')}`);
    }
    const ends = [...document.querySelectorAll('main, footer')].map((el) => el.getBoundingClientRect().bottom + window.scrollY);
    const room = 200;
    if (scrollHeight > Math.max(clientHeight, ...ends) + room)
      findings.push(`empty below its content: ${scrollHeight} > ${Math.round(Math.max(...ends))}`);
    return findings;
  });
}

/** Walks the page with the Tab key: every main act is reached and shows the focus, and the walk comes out at the end. */
export async function keyboardFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    // Where the walk begins is where something was last focused or clicked: go to the top first.
    window.scrollTo(0, 0);
    const first = document.querySelector<HTMLElement>('a[href], button:not([tabindex="-1"])');
    first?.focus();
    first?.setAttribute('data-reached', '');
    for (const act of document.querySelectorAll('.ant-btn-primary, .primary-link, main form button[type="submit"]'))
      act.setAttribute('data-main-act', '');
  });
  const findings: string[] = [];
  const limit = 400;
  for (let n = 0; n < limit; n += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const el = document.activeElement;
      if (!el || el === document.body) return 'out';
      el.setAttribute('data-reached', '');
      const ring = getComputedStyle(el);
      const shown = (ring.outlineStyle !== 'none' && Number.parseFloat(ring.outlineWidth) > 0) || ring.boxShadow !== 'none';
      return el.hasAttribute('data-main-act') && !shown ? `no focus ring: ${el.textContent?.trim()}` : 'on';
    });
    if (at === 'out') break;
    if (at !== 'on') findings.push(at);
    if (n === limit - 1) findings.push(`the Tab key does not come out after ${limit} stops`);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-main-act]:not([data-reached]):not(:disabled)')]
      .filter((el) => el.checkVisibility())
      .map((el) => `not reached by Tab: ${el.textContent?.trim()}`),
  );
  return [...findings, ...missed];
}
