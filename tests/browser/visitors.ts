// People in front of real browsers: one Chromium for a test file, one context (cookies, language, screen) for each person.
// Promise: what a page logs as an error, throws, or fails to load is kept in `faults`, which must be empty in the end.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../deploy/find-programs.mjs';

export type Language = 'zh' | 'en';
export interface Screen {
  readonly width: number;
  readonly height: number;
}
export const desk: Screen = { width: 1360, height: 900 };
export const phone: Screen = { width: 390, height: 844 };

export interface Visitor {
  readonly name: string;
  /** Address of the house. */
  readonly url: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: readonly string[];
}
export interface VisitorWish {
  readonly url: string;
  readonly name: string;
  readonly language?: Language;
  readonly screen?: Screen;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('no Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath, args: [...args, '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'] });
}

/** Refusals are answers, though the browser logs each of them. */
const isAnswer = (text: string): boolean => /Failed to load resource: the server responded with a status of 4\d\d/.test(text);

function keepFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) faults.push(`logged: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
}

export async function visit(browser: Browser, { url, name, language = 'zh', screen = desk }: VisitorWish): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: screen,
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    timezoneId: 'Asia/Shanghai',
    ...(screen.width < 500 && { isMobile: true, hasTouch: true }),
  });
  context.setDefaultTimeout(15_000);
  // As after a choice made on an earlier visit; a choice made on the page stays.
  await context.addInitScript((chosen) => {
    if (location.origin !== 'null' && localStorage.getItem('guicheng.language') === null) localStorage.setItem('guicheng.language', chosen);
  }, language);
  const faults: string[] = [];
  context.on('page', (page) => keepFaults(page, faults));
  return { name, url, page: await context.newPage(), context, faults };
}
