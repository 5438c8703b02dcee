// Part 4: the discipline inspector watches every act as it happens, and an objection holds a step until it is answered and released.
import { expect } from 'vitest';
import { answered, signInByList } from '../people.ts';
import { say } from '../say.ts';
import { LiveWatch, type Seen } from './live-watch.ts';
import { answers, title } from './proposal.ts';
import type { Story } from './story.ts';

const seen: Seen[] = [];
export const everythingSeen = (): readonly Seen[] => seen;

/** Opens the list of running cases and the case, each on a page of its own; from now on every act must appear on both. */
export async function inspectorWatches(story: Story): Promise<void> {
  const { page: list, context } = await story.comes('discipline-inspector');
  await signInByList(list, '纪委副书记（现场监督）');
  story.signedIn('discipline-inspector');
  await list.waitForURL('**/watch');
  await list.getByRole('row', { name: new RegExp(title) }).waitFor();
  await list.getByText('实时更新').waitFor();
  const [, before] = context.pages();
  const one = before ?? (await context.newPage());
  await one.goto(`/watch/${story.caseId}`);
  await one.getByText('实时更新').waitFor();
  await one.locator('.djs-element.gc-mark-done').first().waitFor();
  story.watch = new LiveWatch({ list, one, caseId: story.caseId, seen });
}

export async function objectionHoldsTheStep(story: Story): Promise<void> {
  await story.completes('deputy-in-charge', 'Task_DeputyReview', answers.Task_DeputyReview);
  await story.completes('party-secretary', 'Task_SetAgenda', answers.Task_SetAgenda);
  const { page } = await story.as('discipline-inspector');
  await page.getByRole('row', { name: new RegExp(`${title}.*分送会议材料`) }).waitFor();
  const one = (await story.as('discipline-inspector')).context.pages()[1] ?? page;
  await one.locator('.djs-element.gc-mark-open[data-element-id="Task_SendMaterials"]').waitFor();
  const may = one.getByRole('region', { name: '可以提出异议的步骤' });
  await may.getByRole('button', { name: '提出异议' }).click();
  await may.getByLabel('异议理由').fill('材料中没有桥墩检测报告');
  await story.act('纪委提出异议', () => answered(one, () => may.getByRole('button', { name: '提出', exact: true }).click()));
  await one.locator('.djs-element.gc-mark-objection[data-element-id="Task_SendMaterials"]').waitFor();
  await page
    .getByRole('row', { name: new RegExp(title) })
    .getByText('1 个异议')
    .waitFor();
  await secretaryMeetsIt(story);
  const mine = one.getByRole('region', { name: '等待我监督的' });
  await mine.getByText('桥墩检测报告已补入材料').waitFor();
  await mine.getByRole('button', { name: '解除异议' }).click();
  await story.act('纪委解除异议', () => answered(one, () => mine.getByRole('button', { name: '解除异议' }).last().click()));
  await one.locator('.djs-element.gc-mark-open[data-element-id="Task_SendMaterials"]').waitFor();
  await story.completes('meeting-secretary', 'Task_SendMaterials', answers.Task_SendMaterials);
  say('the objection is released, the step is completed');
}

/** Completing is refused while the objection stands; the secretary answers it. */
async function secretaryMeetsIt(story: Story): Promise<void> {
  const { page } = await story.as('meeting-secretary');
  await page.getByRole('link', { name: '我的工作' }).click();
  await page
    .getByRole('link', { name: new RegExp(`分送会议材料.*${title}`) })
    .first()
    .click();
  const form = page.getByRole('region', { name: '请填写' });
  await form.getByLabel('第 1 条', { exact: true }).fill('申报表');
  const refused = await story.act('会议秘书办结被拒绝', () =>
    answered(page, () => form.getByRole('button', { name: '提交并办结' }).click()),
  );
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'gate.objection-open' });
  await form.getByRole('alert').waitFor();
  await page.getByRole('button', { name: '答复异议' }).click();
  await page.getByLabel('答复内容').fill('桥墩检测报告已补入材料');
  await story.act('会议秘书答复异议', () => answered(page, () => page.getByRole('button', { name: '提交答复' }).click()));
  // Answered is not released: the step stays where it is.
  const again = await story.act('会议秘书再次办结被拒绝', () =>
    answered(page, () => form.getByRole('button', { name: '提交并办结' }).click()),
  );
  expect(await again.json()).toMatchObject({ code: 'gate.objection-open' });
}
