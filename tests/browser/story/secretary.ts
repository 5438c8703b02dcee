// Part 2: the meeting secretary starts a case from the form, cannot pass a supervised step alone, passes it once the supervisor took part.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { answered, get, post, signInByList, type Wire } from '../people.ts';
import { say } from '../say.ts';
import { answers, proposal, title } from './proposal.ts';
import { closes, type Story } from './story.ts';

export async function secretaryStartsACase(story: Story): Promise<void> {
  const { page } = await story.comes('meeting-secretary');
  await signInByList(page, '会议秘书');
  story.signedIn('meeting-secretary');
  await page.getByRole('link', { name: '事项', exact: true }).click();
  await page.getByRole('link', { name: '提出新事项' }).click();
  await page.getByRole('link', { name: /党委重大事项议决/ }).click();
  await page.getByText('依据规程《党委重大事项议决》第 2 版').waitFor();
  const send = page.getByRole('button', { name: '提出事项' });
  await send.click();
  await page
    .getByRole('alert')
    .getByText(/有 \d+ 处需要改正/)
    .waitFor();
  await page.getByLabel(/^事项名称/).fill(title);
  await fillProposal(page);
  await answered(page, () => send.click());
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  story.caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  say(`case ${story.caseId} is started`);
}

async function fillProposal(page: Page): Promise<void> {
  for (const [label, text] of Object.entries(proposal.texts)) await page.getByLabel(new RegExp(`^${label}`)).fill(text);
  const options = page.getByRole('group', { name: /^可选方案/ });
  await options.getByLabel('第 1 条', { exact: true }).fill(proposal.options[0]);
  await options.getByRole('button', { name: '增加一条' }).click();
  await options.getByLabel('第 2 条', { exact: true }).fill(proposal.options[1]);
  await page.getByLabel(/^所需资金/).fill(proposal.money);
  await page.getByText('即 186 万元').waitFor();
  for (const [label, choice] of Object.entries(proposal.choices))
    await page
      .getByRole('radiogroup', { name: new RegExp(`^${label}`) })
      .getByLabel(choice, { exact: true })
      .check();
}

export async function supervisedStepHolds(story: Story): Promise<void> {
  const { page } = await story.as('meeting-secretary');
  await page.getByRole('link', { name: '我的工作' }).click();
  await page
    .getByRole('list', { name: '工作清单' })
    .getByRole('link', { name: new RegExp(`对照目录分类.*${title}`) })
    .click();
  await page.getByRole('heading', { level: 1, name: '对照目录分类' }).waitFor();
  await page.getByLabel(/^对应目录条目/).fill(answers.Task_Classify.catalogueItem);
  const complete = page.getByRole('button', { name: '提交并办结' });
  const refused = await answered(page, () => complete.click());
  expect(refused.status()).toBe(409);
  const told = page.getByRole('alert').filter({ hasText: '现在不能办结' });
  await told
    .getByRole('listitem')
    .filter({ hasText: /纪委书记\s*会签/ })
    .waitFor();
  say(`refused on the page: ${(await told.innerText()).replaceAll('\n', ' ')}`);
  await attemptIsRecorded(story);
  await disciplineSecretaryCosigns(story);
  // The page has followed by itself; what was typed is still there.
  await page
    .getByRole('listitem')
    .filter({ hasText: /纪委书记\s*会签/ })
    .getByText('纪委书记 已参与')
    .waitFor();
  expect(await page.getByLabel(/^对应目录条目/).inputValue()).toBe(answers.Task_Classify.catalogueItem);
  expect((await answered(page, () => complete.click())).status()).toBe(200);
  await page.getByRole('status').getByText('「对照目录分类」已办结').waitFor();
  await page.getByText('现在到：分管领导审核').waitFor();
}

async function attemptIsRecorded(story: Story): Promise<void> {
  const { body } = await get(await story.as('meeting-secretary'), `/api/cases/${story.caseId}/records?size=100`);
  expect(body.items.filter((line: Wire) => line.refused)).toMatchObject([
    { command: 'CompleteTask', by: '会议秘书', events: ['PassageRefused'] },
  ]);
}

async function disciplineSecretaryCosigns(story: Story): Promise<void> {
  const { page } = await story.comes('discipline-secretary');
  await signInByList(page, '纪委书记');
  story.signedIn('discipline-secretary');
  await page.waitForURL('**/watch');
  await page
    .getByRole('row', { name: new RegExp(title) })
    .getByText('等待监督')
    .waitFor();
  await page.getByRole('link', { name: title }).click();
  const mine = page.getByRole('region', { name: '等待我监督的' });
  await mine.getByRole('button', { name: '同意，会签' }).click();
  await mine.getByLabel('监督意见（可不填）').fill('目录条目无误');
  await answered(page, () => mine.getByRole('button', { name: '同意，会签' }).click());
  await page.getByRole('status').getByText('已记录您的监督').waitFor();
  await closes(page);
  say('the discipline secretary has cosigned');
}

export async function casePageShowsWhereItStands(story: Story): Promise<void> {
  const { page } = await story.as('meeting-secretary');
  await page.getByRole('link', { name: '查看事项' }).click();
  const marked = (element: string, mark: string) => page.locator(`.djs-element.gc-mark-${mark}[data-element-id="${element}"]`);
  await marked('Task_Classify', 'done').waitFor();
  await marked('Task_DeputyReview', 'open').waitFor();
  await page.locator('.djs-element.gc-taken[data-element-id="Flow_MayTable"]').waitFor({ state: 'attached' });
  const path = page.getByRole('region', { name: '办理经过' });
  await path.getByText('试图通过「对照目录分类」被拒绝').waitFor();
  await path.getByText('对「对照目录分类」会签：目录条目无误').waitFor();
  await page.getByRole('region', { name: '现在到哪一步' }).getByText('等待 分管领导').waitFor();
  const next = page.getByRole('region', { name: '接下来可能是' });
  await next.getByText('书记确定议题').waitFor();
  await next.getByText('修改方案').waitFor();
  const record = page.getByRole('region', { name: '办理记录' });
  await record.getByRole('button', { name: '显示记录清单' }).click();
  await record.getByRole('row', { name: /办结步骤 被拒绝/ }).waitFor();
  // Who may not act at a step is refused by the server, whatever a page shows.
  const { node } = await story.openStep('Task_DeputyReview');
  const told = await post(await story.as('meeting-secretary'), `/api/cases/${story.caseId}/tasks/${node}/complete`, {
    variables: answers.Task_DeputyReview,
  });
  expect(told).toMatchObject({ status: 403, body: { code: 'gate.not-assigned' } });
}
