// A few cases under way, so that no page of the demonstration is empty. Each is the beginning of a scenario of its procedure, played by the
// people of the town through the same desk as everybody's acts: nothing is written that was not done.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ActingStep, nextOrder, type Scenario, scenario } from '../../engine/index.ts';
import { derivedCaseId } from '../pipeline/derived-id.ts';
import type { Services } from '../pipeline/services.ts';
import { directoryAt, type Reader, readerOf } from '../pipeline/who-acts.ts';

export interface Example {
  readonly procedure: string;
  readonly scenario: string;
  readonly title: string;
  /** How many of the scenario's steps are played. */
  readonly steps: number;
}
const examples: readonly Example[] = [
  { procedure: 'party-major-decision', scenario: 'passed', title: '镇敬老院改建', steps: 0 },
  { procedure: 'party-major-decision', scenario: 'objection', title: '农贸市场提升改造', steps: 4 },
  { procedure: 'party-major-decision', scenario: 'urgent', title: '镇区供水主管抢修', steps: 11 },
];

type Asked = Pick<Services, 'desk' | 'roster' | 'now'>;

export async function playExamples(services: Asked, processes: string): Promise<number> {
  for (const example of examples) await playExample(services, processes, example);
  return examples.length;
}

/** The beginning of a scenario as a case of its own. */
export async function playExample(services: Asked, processes: string, example: Example): Promise<void> {
  const file = join(processes, example.procedure, 'scenarios', `${example.scenario}.json`);
  await play(services, example, scenario.parse(JSON.parse(await readFile(file, 'utf8'))));
}

async function play(services: Asked, example: Example, script: Scenario): Promise<void> {
  const id = derivedCaseId('example', example.title);
  const { as, variables } = script.given;
  const started = await services.desk.order({
    case: id,
    procedure: example.procedure,
    command: { type: 'StartCase', case: id, title: example.title, variables },
    reader: await holderOf(services, as ?? 'meeting-secretary'),
    key: 'start',
  });
  if (!started.ok)
    throw new Error(
      `the example "${example.title}" cannot be started: ${started.refusal.code} ${JSON.stringify(started.refusal.faults ?? [])}`,
    );
  for (const step of script.steps.slice(0, example.steps)) if (!('advance' in step)) await playStep(services, id, step);
}

/** Gives all orders of one line. A refusal that the scenario wants is part of the example: it is on the record, too. */
async function playStep(services: Asked, id: string, step: ActingStep): Promise<void> {
  for (let played = 0; ; played += 1) {
    const stand = await services.desk.stand(id);
    if (!stand) throw new Error(`the example case ${id} is gone`);
    const roster = await services.roster.at();
    const cue = nextOrder(step, stand.state, { procedure: stand.loaded.procedure, directory: directoryAt(roster, services.now()) }, played);
    if (cue.kind === 'done') return;
    if (cue.kind === 'fault') throw new Error(`an example cannot go on: ${cue.words.en}`);
    const reader = readerOf(roster, cue.order.by.person, services.now(), services.now());
    if (!reader) throw new Error(`${cue.order.by.person} is not in the town`);
    const outcome = await services.desk.order({ case: id, command: cue.order.command, reader });
    const wanted = 'refused' in step ? step.refused : undefined;
    if ((outcome.ok ? undefined : outcome.refusal.code) !== wanted)
      throw new Error(
        `an example did not go as its scenario says: ${JSON.stringify(step)} ${outcome.ok ? 'was done' : outcome.refusal.code}`,
      );
    if (!outcome.ok) return;
  }
}

async function holderOf(services: Pick<Services, 'roster' | 'now'>, office: string): Promise<Reader> {
  const roster = await services.roster.at();
  const person = directoryAt(roster, services.now()).holders[office]?.[0];
  const reader = person === undefined ? undefined : readerOf(roster, person, services.now(), services.now());
  if (!reader) throw new Error(`nobody in the town holds ${office}`);
  return reader;
}
