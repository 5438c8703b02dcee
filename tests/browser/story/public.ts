// Part 5: anybody, without signing in, sees the catalogue, the chart and how far a case is, and no person's name, opinion or paper.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoOffices } from '../../../server/features/demo/town.ts';
import { expectBpmnMark } from '../bpmn-mark.ts';
import { get, type Wire } from '../people.ts';
import { say } from '../say.ts';
import { type Visitor, visit } from '../visitors.ts';
import { answers, proposal, title } from './proposal.ts';
import type { Story } from './story.ts';

export async function anybodySeesWhereItStands(story: Story): Promise<Visitor> {
  const visitor = await visit(story.browser, { url: story.town.url, name: '公众' });
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: '规程目录' }).click();
  await page.getByRole('link', { name: '党委重大事项议决' }).click();
  await page.locator('.djs-element[data-element-id="Task_Ballot"]').waitFor();
  await expectBpmnMark(page);
  await page
    .getByRole('row', { name: /对照目录分类/ })
    .getByText('须有监督参与')
    .waitFor();
  await page.getByRole('link', { name: '查看按本规程办理的事项' }).click();
  await page.getByRole('link', { name: title }).click();
  await seesStages(page, '发会议通知');
  await seesNobody(visitor, story.caseId);
  say('the public sees stages and nobody’s name');
  return visitor;
}

async function seesStages(page: Page, now: string): Promise<void> {
  const stages = page.getByRole('list', { name: '办理阶段' });
  await stages.locator('[aria-current="step"]').getByText(now).waitFor();
  await stages.getByRole('listitem').filter({ hasText: '对照目录分类' }).getByText('已完成').waitFor();
  await stages.getByRole('listitem').filter({ hasText: '归档' }).getByText('尚未开始').waitFor();
}

/** Stages may be named after an office; what is left of the page names no one, and says nothing of what was written. */
async function seesNobody(visitor: Visitor, caseId: string): Promise<void> {
  const { status, body } = await get(visitor, `/api/public/cases/${caseId}`);
  expect(status).toBe(200);
  const stages: readonly string[] = body.stages.map((stage: Wire) => stage.name);
  const wire = JSON.stringify({ ...body, stages: body.stages.map(({ state, since }: Wire) => ({ state, since })) });
  const shown = stages.reduce((text, stage) => text.replaceAll(stage, ''), await visitor.page.locator('main').innerText());
  const secret = [
    ...demoOffices.flatMap((office) => [office.name.zh, `p-${office.key}`]),
    ...Object.values(proposal.texts),
    ...proposal.options,
    ...Object.values(answers.Task_Postpone),
    '资金',
  ];
  for (const text of [wire, shown]) expect(secret.filter((word) => text.includes(word))).toEqual([]);
  // What belongs inside is not found from outside.
  for (const path of [`/api/cases/${caseId}`, `/api/cases/${caseId}/meetings`, `/api/cases/${caseId}/records/export`])
    expect((await get(visitor, path)).status, path).toBe(401);
}

/** The page that was left open tells of the end by itself. */
export async function anybodySeesTheEnd({ page }: Visitor): Promise<void> {
  await page.getByText('已办结', { exact: true }).waitFor();
  await page.getByRole('list', { name: '办理阶段' }).getByRole('listitem').filter({ hasText: '归档' }).getByText('已完成').waitFor();
}
