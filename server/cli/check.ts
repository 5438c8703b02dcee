// `guicheng check`: every problem of a drawing, at its element, before anybody deploys it.
// Structure, dialect, expressions and declared rules are checked; soundness is not explored yet and says so (`decided: false`).
import type { Problem } from '../../engine/index.ts';
import { type Command, exitStatus } from './command.ts';
import { compileFiles } from './compile-files.ts';
import { oneFile, readArguments } from './read-arguments.ts';
import { readProcedureFiles } from './read-procedure-files.ts';

const undecided = {
  deadlockFree: null,
  optionToComplete: null,
  properCompletion: null,
  noDeadElements: null,
  safe: null,
  states: 0,
  decided: false,
};

export const check: Command = {
  usage: 'check FILE.bpmn [--json]',
  does: {
    zh: '检查一张图：没有问题时退出码为 0，有问题时为 2，并逐个元素列出。',
    en: 'Checks a drawing: exit 0 when nothing is wrong, else 2 and a list of problems by element.',
  },
  async run(args, terminal) {
    const read = readArguments(args, { json: { type: 'boolean' } });
    const files = await readProcedureFiles(oneFile(read, { zh: '图文件', en: 'The drawing' }));
    const { problems } = compileFiles(files);
    if (read.flag('json')) terminal.out(JSON.stringify({ problems, soundness: undecided, rules: [] }));
    else for (const line of described(problems)) terminal.out(line[terminal.language]);
    return problems.length === 0 ? exitStatus.done : exitStatus.refused;
  },
};

const described = (problems: readonly Problem[]): readonly { readonly zh: string; readonly en: string }[] =>
  problems.length === 0
    ? [{ zh: '没有发现问题。', en: 'No problems were found.' }]
    : problems.map(({ code, element, message }) => ({
        zh: `${element}：${message.zh}（${code}）`,
        en: `${element}: ${message.en} (${code})`,
      }));
