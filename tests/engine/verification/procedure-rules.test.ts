// Each rule over a procedure: the regulated town is right in all of them; one change makes it wrong, and the rule says so at the element.
import { expect, test } from 'vitest';
import { readDrawing } from '../../../engine/model/read-drawing.ts';
import { checkProcedure } from '../../../engine/verification/check-procedure.ts';
import { procedureRules } from '../../../engine/verification/rules.ts';
import { catching, draw, end, file, processOf, row, start, sub, task, timer, user, xor } from '../model/draw.ts';
import { drawTown, facts, judged, offices, person, stage, town, townForms, townRules } from './regulated.ts';
import { wrongMeetings } from './wrong-meeting.ts';
import { attended, ballotOf, wrongSteps } from './wrong-step.ts';

const cases = [...wrongSteps, ...wrongMeetings];

test('the town is right in every rule', async () => {
  expect(await judged(drawTown({}))).toEqual([]);
});

for (const { rule, it, wrong, given, says, right } of cases)
  test(`${rule}: ${it}`, async () => {
    expect(await judged(drawTown(wrong), given)).toEqual(says);
    expect(await judged(drawTown(right ?? {}))).toEqual([]);
  });

test('every rule has its wrong and its right drawing', () => {
  expect(new Set(cases.map(({ rule }) => rule))).toEqual(new Set(procedureRules.map(({ name }) => name)));
});

test('a finding about supervision gives the reason of the rule, in both languages', async () => {
  const { drawing } = await readDrawing(drawTown(ballotOf(person('voter'))));
  if (!drawing) throw new Error('cannot be read');
  const [found] = checkProcedure({ drawing, rules: townRules, forms: townForms });
  expect(found?.message.zh).toContain('防止代为表决');
  expect(found?.message.en).toContain('nobody may vote for another');
});

test('the same office and mode at another moment is not the supervision that was asked for', async () => {
  expect(await judged(drawTown(ballotOf(person('voter') + attended.replace('during', 'after'))))).toEqual(['supervision.removed @ ballot']);
});

test('each step of a supervised kind needs its supervision', async () => {
  expect(await judged(drawTown({ publish: user('publish', facts('ballot') + offices('mayor')) }))).toEqual([
    'supervision.removed @ publish',
  ]);
});

test('a plain file without rules is asked for nothing but right expressions', async () => {
  const none = { rules: undefined, forms: new Map() };
  expect(await judged(row(user('u'), task('t')), none)).toEqual([]);
  const condition = (text: string) =>
    draw([start('s'), xor('g', 'default="f_g_b"'), user('a'), user('b')], ['s > g', `g > a : ${text}`, 'g > b']);
  expect(await judged(condition('amount > '), none)).toEqual(['feel.syntax @ f_g_a']);
  expect(await judged(condition('amount > 100'), none)).toEqual([]);
  expect(await judged(row(catching('c', timer('= 1 +'))), none)).toEqual(['feel.syntax @ c']);
  expect(await judged(row(catching('c', timer('P3D'))), none)).toEqual([]);
});

test('one rule on one step makes the whole process regulated', async () => {
  expect(await judged(row(user('u'), user('v', offices('mayor'))), { rules: undefined })).toEqual(['step.unassigned @ u']);
});

test('only the named process is judged', async () => {
  const two = file(
    processOf([user('u', '<gc:deadline days="1"/>')], []) + processOf([user('v', '<gc:deadline days="1"/>')], [], { id: 'Q' }),
  );
  const without = { rules: undefined };
  expect(await judged(two, { ...without, process: 'Q' })).toEqual(['step.unassigned @ v']);
  expect(await judged(two, without)).toEqual(['step.unassigned @ u', 'step.unassigned @ v']);
  expect(await judged(two, { ...without, process: 'X' })).toEqual(['process.missing @ X']);
});

test('a meeting may stand inside another subprocess', async () => {
  const inner = sub('meeting', [start('s2'), end('e2')], ['s2 > e2'], {
    before: `<bpmn:extensionElements>${town.meetingRule}</bpmn:extensionElements>`,
  });
  const xml = draw(
    [start('s'), sub('outer', [inner, user('x', stage('opinions') + person('speaker'))], []), end('e')],
    ['s > outer', 'outer > e'],
    { rules: '<gc:rules key="town-rules" version="1"/>' },
  );
  const found = await judged(xml, { rules: { ...townRules, supervised: [] } });
  expect(found).toContain('meeting.stage-missing @ meeting');
  expect(found).toContain('meeting.stage-outside @ x');
});
