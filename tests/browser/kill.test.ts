// Part 7 of the story: the server process dies by kill -9 while people work. What was answered is there, once; what was not can be sent
// again under its key; pages come back by themselves with what was typed; a timer that became due meanwhile fires.
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Hammer } from './kill/hammer.ts';
import { bringIntoForce } from './kill/procedures.ts';
import { answered, get, nameOf, post, signInQuietly, type Wire } from './people.ts';
import { say } from './say.ts';
import { ServerProcess } from './server-process.ts';
import { openBrowser, type Visitor, visit } from './visitors.ts';

const example = '镇敬老院改建';
const server = new ServerProcess();
let browser: Browser;
let url: string;

async function comes(office: string): Promise<Visitor> {
  const visitor = await visit(browser, { url, name: nameOf(office) });
  await signInQuietly(visitor);
  return visitor;
}

beforeAll(async () => {
  browser = await openBrowser();
  ({ url } = await server.start());
  say(`the server runs at ${url}`);
});
afterAll(async () => {
  await browser?.close();
  await server.end();
});

/** The supervisor's live list, and the secretary before a step that is filled in and may be completed. */
async function twoPages(): Promise<{ watching: Visitor; secretary: Visitor; caseId: string }> {
  const [watching, secretary, cosigner] = await Promise.all([
    comes('discipline-inspector'),
    comes('meeting-secretary'),
    comes('discipline-secretary'),
  ]);
  await watching.page.goto('/watch');
  await watching.page.getByText('实时更新').waitFor();
  const { body } = await get(secretary, `/api/tasks?search=${encodeURIComponent(example)}`);
  const [task] = body.items;
  expect(await post(cosigner, `/api/cases/${task.case}/tasks/${task.node}/take-part`, { mode: 'cosign' })).toMatchObject({ status: 200 });
  await secretary.page.goto(`/work/${task.case}/${task.node}`);
  await secretary.page.getByLabel(/^对应目录条目/).fill('政府投资重大项目');
  return { watching, secretary, caseId: task.case };
}

test('kill -9 in the middle: nothing answered is lost or doubled, pages come back, the timer fires', async () => {
  await bringIntoForce(await comes('procedure-drafter'));
  const { watching, secretary, caseId } = await twoPages();
  const hammer = new Hammer(await comes('meeting-secretary'));
  const enough = hammer.reaches(25);
  const blows = Promise.all(Array.from({ length: 4 }, () => hammer.hit('again-and-again')));
  await enough;
  const timed = await post(secretary, '/api/cases', { procedure: 'one-second', title: '一秒之内', variables: {} });
  expect(timed.status).toBe(201);
  const dueAt = Date.now() + 1_000;
  await server.kill();
  await blows;
  say(`killed after ${hammer.answered.length} answers, ${hammer.unsure.length} acts unanswered`);

  await watching.page.getByText('连接中断，正在重新连接').waitFor();
  const submit = secretary.page.getByRole('button', { name: '提交并办结' });
  await submit.click();
  await secretary.page.getByRole('alert').getByText('网络没有连通').waitFor();

  // The timer becomes due while nobody is there to see it.
  await pause(Math.max(0, dueAt - Date.now()));
  const began = performance.now();
  const again = await server.start();
  expect(again).toEqual({ url, database: 'attached' });
  say(`the server is back after ${Math.round(performance.now() - began)} ms, on the database that had lived on`);

  await watching.page.getByText('实时更新').waitFor({ timeout: 40_000 });
  say('the watching page is live again without a reload');
  for (const act of hammer.unsure) expect(await hammer.repeat(act)).toBe(200);
  const [some] = hammer.answered;
  if (some) expect(await hammer.repeat(some), 'an answered act sent again is answered again').toBe(200);
  await hammer.expectEachOnce();

  expect((await answered(secretary.page, () => submit.click())).status()).toBe(200);
  await secretary.page.getByText('「对照目录分类」已办结').waitFor();
  await watching.page.getByRole('row', { name: new RegExp(`${example}.*刚刚变化`) }).waitFor();
  const { body: whole } = await get(secretary, `/api/cases/${caseId}/records?size=100`);
  expect(whole.items.filter((line: Wire) => line.events.includes('TaskCompleted'))).toHaveLength(1);

  await timerFires(secretary, timed.body.case);
  const faults = [watching, secretary]
    .flatMap((one) => one.faults)
    .filter((fault) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/.test(fault));
  expect(faults).toEqual([]);
});

async function timerFires(who: Visitor, id: string): Promise<void> {
  await who.page.goto(`/cases/${id}`);
  await who.page.getByText('已办结', { exact: true }).first().waitFor({ timeout: 40_000 });
  const { body } = await get(who, `/api/cases/${id}/records`);
  expect(body.items.map((line: Wire) => line.command)).toEqual(['StartCase', 'FireTimer']);
  say('the timer that became due meanwhile has fired, once');
}

test('told to stop, the server ends in order and takes its database with it', async () => {
  expect(await server.stop()).toBe(0);
  expect(server.database()).toBeUndefined();
});
