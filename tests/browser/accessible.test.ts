// Every page in both languages, on desk and phone: axe (WCAG 2.2 A and AA), one heading, no sideways scrolling, nothing untranslated,
// bpmn.io's mark, the Tab key. SCREENSHOTS=folder leaves a picture of each page there.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { RouteObject } from 'react-router';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../modeler-ui/routes.tsx';
import { demoOffices } from '../../server/features/demo/town.ts';
import { Cases, playMoments } from './accessible/cases.ts';
import { checksFindWhatIsWrong } from './accessible/checks-find.ts';
import { drawsByKeyboard, skipsToTheContent, votesByKeyboard } from './accessible/keyboard-acts.ts';
import { axeFindings, headingFindings, keyboardFindings, scrollFindings } from './accessible/page-checks.ts';
import { longestFirst, stringsIn, textsOf, untranslated } from './accessible/untranslated.ts';
import { type Visit, visits } from './accessible/visits.ts';
import { bpmnMarkFindings } from './bpmn-mark.ts';
import { get, nameOf, signInQuietly, type Wire } from './people.ts';
import { say } from './say.ts';
import { openTown, type Town } from './town.ts';
import { desk, type Language, openBrowser, phone, type Visitor, visit } from './visitors.ts';

const pictures = process.env.SCREENSHOTS;
let town: Town;
let browser: Browser;
let cases: Cases;
let data: readonly string[];
const people = new Map<string, Visitor>();

async function person(office: string | undefined): Promise<Visitor> {
  const known = people.get(office ?? '');
  if (known) return known;
  const visitor = await visit(browser, { url: town.url, name: office === undefined ? '公众' : nameOf(office) });
  if (office !== undefined) await signInQuietly(visitor);
  people.set(office ?? '', visitor);
  return visitor;
}

beforeAll(async () => {
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  town = await openTown();
  await playMoments(town);
  browser = await openBrowser();
  const secretary = await person('meeting-secretary');
  cases = new Cases(secretary);
  data = await dataOf(secretary);
  say('the cases stand where the pages need them');
});
afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

/** What people wrote and drew: it keeps its language on every page. */
async function dataOf(who: Visitor): Promise<readonly string[]> {
  const { body: list } = await get(who, '/api/cases?size=100');
  const whole = await Promise.all(
    list.items.map(async (line: Wire) => {
      const [one, meetings] = await Promise.all([get(who, `/api/cases/${line.id}`), get(who, `/api/cases/${line.id}/meetings`)]);
      return [
        one.body.title,
        one.body.xml,
        one.body.variables,
        one.body.open.map((step: Wire) => [step.objections, step.supervision.map((s: Wire) => s.remark ?? '')]),
        meetings.body.meetings.flatMap((m: Wire) => m.members.map((member: Wire) => member.opinion?.reason ?? '')),
        one.body.path.flatMap((line: Wire) => /[：:](.+)$/.exec(line.words.zh)?.[1] ?? []),
      ];
    }),
  );
  return longestFirst([...stringsIn(whole), ...demoOffices.map((office) => office.name.zh), '示范版本']);
}

const flat = (found: readonly RouteObject[], above = ''): string[] =>
  found.flatMap((route) => {
    const path = route.path === undefined ? above : `${above}/${route.path}`;
    if (route.children) return flat(route.children, path);
    return [route.index ? above || '/' : path];
  });

test('every route has a visit, and every visit a route', () => {
  expect([...new Set(visits.map((one) => one.route))].sort()).toEqual([...new Set(flat(routes))].sort());
});

test('the checks find what is wrong', async () => {
  const page = await browser.newPage();
  await checksFindWhatIsWrong(page);
  await page.close();
});

/** The page has been laid out and drawn for its present size. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function look(one: Visit, who: Visitor, language: Language): Promise<readonly string[]> {
  const { page } = who;
  await page.setViewportSize(desk);
  const address = typeof one.to === 'string' ? one.to : await one.to(cases, who);
  if (page.url() === 'about:blank') await page.goto('/');
  await page.evaluate((chosen) => {
    localStorage.clear();
    localStorage.setItem('guicheng.language', chosen);
  }, language);
  await page.goto(address);
  await page.locator(one.ready).first().waitFor();
  await one.prepare?.(page);
  const findings: string[] = [];
  for (const screen of one.deskOnly ? [desk] : [desk, phone]) {
    await page.setViewportSize(screen);
    if (one.diagram) await page.locator('.bjs-powered-by').first().waitFor();
    await drawn(page);
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, `${one.name}-${language}-${screen.width}.png`), fullPage: true });
    const found = [
      ...(await headingFindings(page)),
      ...(await scrollFindings(page)),
      ...untranslated(await textsOf(page), language, data),
      ...(one.diagram ? await bpmnMarkFindings(page) : []),
      ...(await axeFindings(page)),
      ...(screen === desk && language === 'zh' ? await keyboardFindings(page) : []),
    ];
    findings.push(...found.map((text) => `${one.name} ${language} ${screen.width}: ${text}`));
  }
  return findings;
}

for (const one of visits)
  test(`${one.route} · ${one.name}`, async () => {
    const who = await person(one.who);
    const findings = [...(await look(one, who, 'zh')), ...(await look(one, who, 'en'))];
    say(`${one.name}: ${findings.length} findings`);
    expect(findings).toEqual([]);
    expect(who.faults).toEqual([]);
  });

test('with the keyboard alone: to the content, a vote, a change of a drawing', async () => {
  const [member, drafter] = [await person('publicity-member'), await person('procedure-drafter')];
  await skipsToTheContent(member.page);
  await votesByKeyboard(member.page, await cases.step('ballot', member, 'complete'));
  await drawsByKeyboard(drafter.page, '/draw/party-major-decision');
});
