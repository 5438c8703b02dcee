// The victim of the kill test: a worker with its embedded database that acts as fast as it can and says what was acknowledged.
// Lines on standard output: `try CASE KEY NODE` before an act, `done CASE KEY` after its answer, `timer CASE` for a case that waits for a timer.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { readConfiguration } from '../../server/configuration.ts';
import { compose, type House } from '../../server/main.ts';
import { boundary, draw, end, start, timer, user, xor } from '../engine/model/draw.ts';
import { killPlan } from './kill-plan.ts';
import { clerk } from './pipeline/readers.ts';

const say = (line: string): void => void writeSync(1, `${line}\n`);
const assigned = '<gc:assignment offices="clerk"/>';
const drawings: Readonly<Record<string, string>> = {
  loop: draw(
    [start('s'), user('again', assigned), xor('enough', 'default="f_enough_again"'), end('e')],
    ['s > again', 'again > enough', 'enough > again', 'enough > e : 1 = 2'],
  ),
  timed: draw(
    [start('s'), user('wait', assigned), boundary('late', 'wait', timer('PT2S')), end('e'), end('f')],
    ['s > wait', 'wait > e', 'late > f'],
  ),
};

async function deploy({ services }: House): Promise<void> {
  for (const [key, xml] of Object.entries(drawings)) {
    const bytes = new TextEncoder().encode(xml);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await services.procedures.deploy({
      key,
      version: 1,
      name: key,
      process: 'P',
      xml: bytes,
      forms: {},
      hash,
      messageStarts: [],
      summary: {},
      note: '',
      deployedAt: Date.now(),
      deployedBy: 'test',
    });
  }
}

async function open({ services }: House, id: string, procedure: string): Promise<void> {
  const command = { type: 'StartCase', case: id, title: procedure, variables: {} } as const;
  const answer = await services.desk.order({ case: id, procedure, command, reader: clerk, key: 'open' });
  if (!answer.ok) throw new Error(answer.refusal.code);
}

async function complete({ services }: House, id: string, key: string, node: number): Promise<void> {
  say(`try ${id} ${key} ${node}`);
  const answer = await services.desk.order({ case: id, command: { type: 'CompleteTask', node, variables: { key } }, reader: clerk, key });
  if (!answer.ok) throw new Error(answer.refusal.code);
  say(`done ${id} ${key}`);
}

async function nodeOf({ services }: House, id: string): Promise<number> {
  const stand = await services.desk.stand(id);
  const node = [...(stand?.state.nodes.values() ?? [])].find((one) => one.element === 'again');
  if (!node) throw new Error(`case ${id} has lost its step`);
  return node.id;
}

const plan = killPlan.parse(JSON.parse(process.argv[2] ?? ''));
const house = await compose({ mode: 'worker', configuration: { ...readConfiguration({ LOG_LEVEL: 'error' }), data: plan.data } });
await house.start();
await deploy(house);
await open(house, plan.timer, 'timed');
say(`timer ${plan.timer}`);
await Promise.all(
  plan.cases.map(async (id) => {
    await open(house, id, 'loop');
    for (const unsure of plan.unsure.filter((one) => one.case === id)) await complete(house, id, unsure.key, unsure.node);
    for (let i = 0; ; i++) await complete(house, id, `${plan.round}-${i}`, await nodeOf(house, id));
  }),
);
