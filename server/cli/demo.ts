// `guicheng demo`: plays the main scenario of a shipped procedure on the real engine and the real store, act by act, in the terminal.
// Promise: everything goes the way of any act (decided by the core, sealed, appended); what the store then holds is compared with what the
// engine alone said, and the record is verified. Without --data the database is thrown away afterwards; DATABASE_URL is not touched.
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playScenario, type Scenario, scenario as scenarioShape } from '../../engine/index.ts';
import { openDemo } from '../demo/open-demo.ts';
import type { House } from '../main.ts';
import { directoryAt } from '../pipeline/who-acts.ts';
import { type Command, exitStatus, type Terminal } from './command.ts';
import { type ActLine, actHeading, describeAct, playActs } from './demo-acts.ts';
import { withTool } from './open-tool.ts';
import { nothingElse, readArguments } from './read-arguments.ts';
import { exportCase, readCaseRecords, verifyCase } from './read-case-records.ts';
import { processesFolder, settingsOf } from './settings.ts';
import { describeVerdict } from './verify.ts';

const procedure = 'party-major-decision';

export const demo: Command = {
  usage: 'demo [--scenario NAME] [--out FILE.ndjson] [--data DIR]',
  does: {
    zh: '在终端里把示范规程从头办到尾：真实的引擎和数据库，逐步显示，最后核验记录。',
    en: 'Plays the demonstration procedure to its end in the terminal, on the real engine and store, and verifies the record.',
  },
  async run(args, terminal) {
    const read = nothingElse(readArguments(args, { scenario: { type: 'string' }, out: { type: 'string' }, data: { type: 'string' } }));
    const name = read.text('scenario') ?? 'passed';
    const file = join(processesFolder(), procedure, 'scenarios', `${name}.json`);
    const scenario = scenarioShape.parse(JSON.parse(await readFile(file, 'utf8')));
    const kept = read.text('data');
    const folder = kept ?? (await throwAwayFolder());
    const clock = { now: Date.parse(scenario.given.at) };
    const configuration = { ...settingsOf(read), databaseUrl: undefined, data: folder, demo: true };
    const { databaseUrl: _, ...embedded } = configuration;
    try {
      say(terminal, { zh: '正在启动内置 PostgreSQL……', en: 'Starting the embedded PostgreSQL …' });
      return await withTool(
        embedded,
        (house) => play(house, { scenario, clock, terminal, out: read.text('out') }),
        () => clock.now,
      );
    } finally {
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    }
  },
};

/** As root the database runs as another user, who must be able to enter the folder. */
async function throwAwayFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guicheng-demo-'));
  await chmod(folder, 0o755);
  return folder;
}

const say = (terminal: Terminal, words: { readonly zh: string; readonly en: string }): void =>
  terminal.out(`· ${words[terminal.language]}`);

interface Stage {
  readonly scenario: Scenario;
  readonly clock: { now: number };
  readonly terminal: Terminal;
  readonly out: string | undefined;
}

async function play({ services }: House, { scenario, clock, terminal, out }: Stage) {
  const { deployed } = await openDemo(services, processesFolder());
  for (const d of deployed)
    say(terminal, { zh: `规程 ${d.key} 第 ${d.version} 版已部署`, en: `Procedure ${d.key}, version ${d.version}, deployed` });
  const loaded = await services.library.find(procedure);
  if (!loaded) throw new Error(`the procedure ${procedure} is not deployed`);
  const roster = await services.roster.at();
  const started = clock.now;
  const played = playScenario({ procedure: loaded.procedure, scenario, directory: directoryAt(roster, started), zone: services.zone });
  if (played.faults.length > 0) throw new Error(`the scenario is not true of the procedure: ${played.faults[0]?.en}`);
  say(terminal, { zh: `情景：${scenario.name.zh}\n`, en: `Scenario: ${scenario.name.en}\n` });
  const print = (line: ActLine): void =>
    terminal.out(describeAct(line, { graph: loaded.procedure.graph, roster, zone: services.zone, language: terminal.language }));
  terminal.out(actHeading(terminal.language));
  const caseId = await playActs(services, { key: procedure, acts: played.acts, clock, told: print });
  const found = await readCaseRecords(services, caseId);
  if (!found) throw new Error('the case that was just played is not stored');
  const verdict = verifyCase(found);
  const { zh, en } = describeVerdict(verdict);
  terminal.out('');
  say(terminal, { zh: `事项 ${caseId}`, en: `Case ${caseId}` });
  say(terminal, { zh, en });
  if (out !== undefined) await writeFile(out, await exportCase(services, found));
  return verdict.whole ? exitStatus.done : exitStatus.refused;
}
