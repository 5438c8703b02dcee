// Part 1: the drafter changes a deadline, is shown problems at the shapes, cannot take a regulated supervision away, deploys version 2.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { answered, get, signInByList } from '../people.ts';
import { say } from '../say.ts';
import type { Story } from './story.ts';

const procedure = 'party-major-decision';
const shape = (page: Page, element: string): Locator => page.locator(`.djs-element[data-element-id="${element}"] > .djs-hit`).first();
const problemAt = (page: Page, element: string): Locator => page.locator(`.djs-overlays[data-container-id="${element}"] .gc-problem`);
const heading = (page: Page, name: string): Locator => page.locator('.gc-panel').getByRole('heading', { name });

export async function drafterDeploysAVersion(story: Story): Promise<void> {
  const { page } = await story.comes('procedure-drafter');
  await signInByList(page, '起草人');
  story.signedIn('procedure-drafter');
  await page.getByRole('link', { name: '编制「党委重大事项议决」' }).click();
  await seesProperties(page);
  await changesADeadline(page);
  await isShownWhatIsMissing(page);
  await answered(page, () => page.getByRole('button', { name: '保存草稿' }).click());
  await page.getByText('已保存，第 1 次修订').waitFor();
  say('the draft is saved');
  await cannotRemoveSupervision(page);
  await deploys(page);
  const { body } = await get(await story.as('procedure-drafter'), `/api/procedures/${procedure}`);
  expect(body.version).toBe(2);
  expect(/id="Task_Amend"[\s\S]*?<gc:deadline days="(\d+)"/.exec(body.xml)?.[1]).toBe('6');
}

async function seesProperties(page: Page): Promise<void> {
  await shape(page, 'Task_Amend').click();
  await heading(page, '修改方案').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  const panel = page.getByRole('complementary', { name: 'Properties' });
  await panel.getByRole('button', { name: 'Deadline (1)' }).waitFor();
  expect(await panel.getByLabel(/^Who/).inputValue()).toBe('承办科室');
  await page.getByRole('button', { name: /^中文/ }).click();
  await page.getByRole('complementary', { name: '属性' }).getByRole('button', { name: '时限（1）' }).waitFor();
}

async function changesADeadline(page: Page): Promise<void> {
  const days = page.getByRole('group', { name: '时限' }).getByLabel(/^天数/);
  expect(await days.inputValue()).toBe('5');
  await days.fill('6');
  await days.press('Enter');
  await page.getByText('有未保存的修改').waitFor();
}

async function isShownWhatIsMissing(page: Page): Promise<void> {
  const subject = page.getByRole('group', { name: '步骤五要素' }).getByLabel(/^主体/);
  await subject.fill('');
  await subject.blur();
  await problemAt(page, 'Task_Amend').waitFor();
  const list = page.getByRole('region', { name: '问题' });
  await list.getByRole('button', { name: /修改方案/ }).waitFor();
  await list.getByText('「步骤五要素」填写有误：缺少「主体」').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await problemAt(page, 'Task_Amend').waitFor({ state: 'detached' });
  await list.getByText('未发现问题').waitFor();
}

async function cannotRemoveSupervision(page: Page): Promise<void> {
  await shape(page, 'Task_Classify').click();
  await heading(page, '对照目录分类').waitFor();
  await page.getByRole('button', { name: '移除监督' }).click();
  const badge = problemAt(page, 'Task_Classify');
  await badge.hover();
  const reason = badge.getByText('须由纪委书记会签，防止化整为零');
  await reason.waitFor();
  say(`at the shape: ${await reason.innerText()}`);
  await openDeployDialog(page, '取消分类步骤的会签');
  await page.getByRole('dialog').getByText('图上还有 1 个问题，服务器会拒绝部署').waitFor();
  const refused = page.waitForResponse((r) => r.url().endsWith('/deploy'));
  await confirmDeploy(page);
  expect((await refused).status()).toBe(422);
  await page.getByText('部署被拒绝：发现 1 个问题，已标在图上。').waitFor();
  await badge.waitFor();
}

async function deploys(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤销' }).click();
  await problemAt(page, 'Task_Classify').waitFor({ state: 'detached' });
  await openDeployDialog(page, '修改方案的时限由五个工作日改为六个');
  await confirmDeploy(page);
  await page.getByText('已部署为第 2 版。').waitFor();
}

async function openDeployDialog(page: Page, note: string): Promise<void> {
  await page.getByRole('toolbar').getByRole('button', { name: '部署' }).click();
  await page.getByRole('dialog').getByLabel('修改说明').fill(note);
}
const confirmDeploy = (page: Page): Promise<void> => page.getByRole('dialog').getByRole('button', { name: '部署' }).click();
