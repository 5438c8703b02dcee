// Part 3: the meeting. Members on their phones sign in, speak in order, the chief last; a big split postpones; the second meeting votes.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { committee } from '../../../server/features/demo/town.ts';
import { answered, get, nameOf, signInByList, type Wire } from '../people.ts';
import { say } from '../say.ts';
import { phone, type Visitor } from '../visitors.ts';
import { answers, title } from './proposal.ts';
import { closes, type Story } from './story.ts';
import { inspectorWatches } from './supervisor.ts';

const day = 86_400_000;
/** Who sits in front of a phone-sized page; the others act over the interface with sessions of their own. */
const onPhones: readonly string[] = ['armed-forces-member', 'mayor', 'party-secretary'];
const chief = committee.chair;
export const membersWithoutChief = committee.members.filter((office) => office !== chief);

/** Receipts of all members: two in time, the others only after the reminder. */
export async function membersReadThePapers(story: Story): Promise<void> {
  const [first, second, ...late] = committee.members;
  for (const office of [first, second]) await story.completes(office, 'Task_Receipts', answers.Task_Receipts);
  await story.passTime(day + 60_000);
  await inspectorWatches(story);
  const { path } = await story.case('meeting-secretary');
  expect(path.map((line: Wire) => line.words.zh)).toContainEqual(expect.stringContaining('发出催办'));
  say('a day later the reminder is sent');
  for (const office of late) await story.completes(office, 'Task_Receipts', answers.Task_Receipts);
}

/** The secretary calls the meeting; it does not begin before the two days of notice are over. */
export async function noticePasses(story: Story): Promise<void> {
  await story.completes('meeting-secretary', 'Task_Notice', answers.Task_Notice);
  await story.passTime(2 * day - 3_600_000);
  expect((await story.case('meeting-secretary')).standsAt).toEqual(['通知期满']);
  await story.passTime(3_600_000 + 60_000);
  expect((await story.case('meeting-secretary')).standsAt).toContain('签到与回避申明');
  await inspectorWatches(story);
  say('two days of notice have passed, the meeting begins');
}

/** A member's phone: the one thing that awaits them, reached from their work list. */
async function opensTask(story: Story, office: string, step: string): Promise<Page> {
  const { page } = await story.as(office, phone);
  await page.goto('/work');
  await page.getByRole('link', { name: new RegExp(`${step}\\s*${title}`) }).click();
  return page;
}

export async function membersSignIn(story: Story): Promise<void> {
  const { page: desk } = await story.as('meeting-secretary');
  const { node } = await story.openStep('Task_SignIn');
  await desk.goto(`/work/${story.caseId}/${node}`);
  await desk.getByText('未达到法定人数（需 6 人）').waitFor();
  for (const [n, office] of committee.members.entries()) {
    if (onPhones.includes(office)) {
      const page = await opensTask(story, office, '签到与回避申明');
      await story.act(`${nameOf(office)} 签到（手机）`, () =>
        answered(page, () => page.getByRole('button', { name: '签到', exact: true }).click()),
      );
      await page.getByRole('status').getByText('签到成功').waitFor();
      await closes(page);
    } else await signsIn(story, office, node);
    // The secretary's page counts by itself; nobody reloads it.
    await desk.getByText(`应到 9 人，实到 ${n + 1} 人`).waitFor();
    await desk
      .getByText(n + 1 < 6 ? '未达到法定人数' : '达到法定人数（需 6 人）')
      .first()
      .waitFor();
  }
  await closesSignIn(story, desk);
}

async function signsIn(story: Story, office: string, node: number): Promise<void> {
  const { body } = await get(await story.as(office), '/api/session');
  await story.act(`${nameOf(office)} 签到`, async () => {
    expect(await story.tries(office, 'meetings/sign-in', { node, person: body.me.person })).toMatchObject({ status: 200 });
  });
}

/** Not before the inspector is there. */
async function closesSignIn(story: Story, desk: Page): Promise<void> {
  const close = desk.getByRole('button', { name: '结束签到，进入下一步' });
  const refused = await story.act('结束签到被拒绝', () => answered(desk, () => close.click()));
  expect(await refused.json()).toMatchObject({ status: 409, code: 'gate.supervisor-awaited' });
  await desk
    .getByRole('alert')
    .getByText(/纪委副书记（现场监督）\s*到场监督/)
    .waitFor();
  const one = (await story.as('discipline-inspector')).context.pages()[1];
  if (!one) throw new Error('the inspector does not watch');
  const mine = one.getByRole('region', { name: '等待我监督的' });
  await mine.getByRole('button', { name: '到场，签到' }).click();
  await story.act('纪委到场', () => answered(one, () => mine.getByRole('button', { name: '到场，签到' }).last().click()));
  expect((await story.act('结束签到', () => answered(desk, () => close.click()))).status()).toBe(200);
  await story.completes('deputy-in-charge', 'Task_Introduce', answers.Task_Introduce);
  say('nine members and the inspector are there');
}

/** Everybody but the chief speaks, in the body's order; `against` disagree. */
export async function membersSpeak(story: Story, against: readonly string[]): Promise<void> {
  for (const office of membersWithoutChief) {
    await chiefHasNoTurn(story, office);
    const view = against.includes(office) ? 'disagree' : 'agree';
    if (onPhones.includes(office)) await speaksOnPhone(story, office, view);
    else await story.completes(office, 'Task_Opinions', { view, reason: view === 'agree' ? '群众急需。' : '资金没有落实。' });
  }
  const page = await opensTask(story, chief, '负责人末位表态');
  await page.getByText('其他成员均已发言，请您最后表态。').waitFor();
  await speaks(story, { page, office: chief, view: 'agree' });
  say(`eight members have spoken (${against.length} against), the chief last`);
}

/** While others speak the chief's page offers nothing, and the server refuses an opinion out of turn. */
async function chiefHasNoTurn(story: Story, speaker: string): Promise<void> {
  const { node, persons } = await story.openStep('Task_Opinions');
  expect(persons.map((one: Wire) => one.name)).toEqual([nameOf(speaker)]);
  expect(await story.openStep('Task_ChiefOpinion')).toBeUndefined();
  const { page } = await story.as(chief, phone);
  if (onPhones.includes(speaker)) {
    await page.goto(`/work/${story.caseId}/${node}`);
    await page.getByText('这一步现在不由您办理，您可以查看。').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    await page.goto('/work');
    await page.getByText('没有要办的工作').waitFor();
  }
  const told = await story.act('负责人抢先表态被拒绝', () =>
    story.tries(chief, `tasks/${node}/complete`, { variables: { view: 'agree', reason: '先定个调子。' } }),
  );
  expect(told).toMatchObject({ status: 403, body: { code: 'gate.not-assigned' } });
}

async function speaksOnPhone(story: Story, office: string, view: 'agree' | 'disagree'): Promise<void> {
  await speaks(story, { page: await opensTask(story, office, '成员逐一发言'), office, view });
}

async function speaks(story: Story, { page, office, view }: { page: Page; office: string; view: 'agree' | 'disagree' }): Promise<void> {
  const word = view === 'agree' ? '同意' : '不同意';
  await page.getByRole('radio', { name: word, exact: true }).check({ force: true });
  await page.getByLabel(/^理由/).fill(view === 'agree' ? '群众急需，方案可行。' : '资金来源没有落实。');
  await story.act(`${nameOf(office)} 发言（手机）`, () =>
    answered(page, () => page.getByRole('button', { name: `确认发表：${word}` }).click()),
  );
  await page.getByText(`您的意见已记录：${word}`).waitFor();
  await closes(page);
}

/** A big split: the recorder postpones under the inspector's cosignature, the deputy mediates, the meeting is called again. */
export async function splitPostpones(story: Story): Promise<void> {
  const { standsAt } = await story.case('meeting-secretary');
  expect(standsAt).toEqual(['宣布缓议并记载']);
  await story.takesPart('discipline-inspector', 'Task_Postpone', 'cosign');
  await story.completes('party-recorder', 'Task_Postpone', answers.Task_Postpone);
  await story.completes('deputy-in-charge', 'Task_Exchange', answers.Task_Exchange);
  const { page } = await story.as('meeting-secretary');
  await page.goto(`/cases/${story.caseId}`);
  await page.getByRole('region', { name: '会议情况' }).getByText('结论：缓议').waitFor();
  await page.getByRole('region', { name: '现在到哪一步' }).getByRole('button', { name: '发会议通知' }).waitFor();
  say('postponed; the case is back at the notice');
}

/** The ballot needs the inspector in the room; then every member votes for oneself. */
export async function committeeVotes(story: Story): Promise<void> {
  await story.completes('meeting-secretary', 'Task_Recount', { presentAtBallot: 9 });
  const node = await story.stepFor(chief, 'Task_Ballot', 'complete');
  const early = await story.act('无现场监督的表决被拒绝', () =>
    story.tries(chief, `tasks/${node}/complete`, { variables: { choice: 'agree' } }),
  );
  expect(early).toMatchObject({ status: 409, body: { code: 'gate.supervisor-awaited' } });
  await story.takesPart('discipline-inspector', 'Task_Ballot', 'attend');
  for (const office of committee.members) {
    if (onPhones.includes(office)) await votesOnPhone(story, office);
    else await story.completes(office, 'Task_Ballot', { choice: office === 'publicity-member' ? 'abstain' : 'agree' });
  }
  await story.completes('meeting-secretary', 'Task_Announce', answers.Task_Announce);
  const { page } = await story.as('meeting-secretary');
  await page.goto(`/cases/${story.caseId}`);
  const meeting = page.getByRole('region', { name: '第 2 次会议' });
  await meeting.getByText('同意 8 票，不同意 0 票，弃权 1 票；需 5 票同意').waitFor();
  await meeting.getByText('结论：通过').waitFor();
  say('the ballot: 8 for, 1 abstained; passed');
}

async function votesOnPhone(story: Story, office: string): Promise<void> {
  const page = await opensTask(story, office, '逐项表决');
  await page.getByRole('radio', { name: '同意', exact: true }).check({ force: true });
  await story.act(`${nameOf(office)} 表决（手机）`, () =>
    answered(page, () => page.getByRole('button', { name: '确认投票：同意' }).click()),
  );
  await page.getByText('您的一票已记录：同意').waitFor();
  await closes(page);
}

/** Somebody who comes with a phone, through the list of people. */
export async function comesWithPhone(story: Story, office: string): Promise<Visitor> {
  const visitor = await story.comes(office, phone);
  await signInByList(visitor.page, nameOf(office));
  story.signedIn(office);
  return visitor;
}
