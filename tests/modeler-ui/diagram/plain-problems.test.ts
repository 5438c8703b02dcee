// Problems of rules are said in the words of the properties panel, as the engine really finds them.
import { expect, test } from 'vitest';
import { readDrawing } from '../../../engine/index.ts';
import { plainProblem } from '../../../modeler-ui/diagram/plain-problems.ts';
import { draw, end, start, user } from '../../engine/model/draw.ts';

async function said(rule: string): Promise<readonly { zh: string; en: string }[]> {
  const { problems } = await readDrawing(draw([start('s'), user('u', rule), end('e')], ['s > u', 'u > e']));
  return problems.map((problem) => plainProblem(problem).message);
}

test('a missing field has the name it has in the panel', async () => {
  const [message] = await said('<gc:step condition="a" goal="b" limit="c" requirement="d"/>');
  expect(message?.zh).toContain('「步骤五要素」填写有误：缺少「主体」');
  expect(message?.en).toContain('"Five facts of the step" is filled in wrongly: "Who"');
});

test('so have the choices of a field', async () => {
  const [message] = await said('<gc:supervision office="mayor" mode="look" when="during"/>');
  expect(message?.zh).toContain('「方式」应为 在场监督 / 会签 / 备案审查 / 知情 之一');
  expect(message?.en).toContain('"How" must be one of attends / cosigns / reviews / is informed');
});

test('what the panel has no word for stays as it was said', () => {
  const other = { code: 'x', element: 'u', message: { zh: '「gc:unheard」和「Task_A」', en: '"gc:unheard" and "Task_A"' } };
  expect(plainProblem(other)).toEqual(other);
});
