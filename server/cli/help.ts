// Help in the reader's language: the list of commands, and one command's usage.
import type { Command, Language } from './command.ts';

const words = {
  usage: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  more: { zh: '某个命令的说明：guicheng 命令 --help', en: 'About one command: guicheng COMMAND --help' },
  intro: {
    zh: '规程 Guicheng：公共机构的决策程序，画成 BPMN 2.0 图，照图执行，全程监督，记录不可篡改。',
    en: 'Guicheng 规程: procedures by which public bodies decide, drawn as BPMN 2.0, executed as drawn, supervised, recorded beyond tampering.',
  },
} as const;

export function showHelp(commands: ReadonlyMap<string, Command>, print: (line: string) => void, language: Language): void {
  print(words.intro[language]);
  print('');
  print(`${words.commands[language]}:`);
  for (const command of commands.values()) {
    print(`  guicheng ${command.usage}`);
    print(`      ${command.does[language]}`);
  }
  print('');
  print(words.more[language]);
}

export function showUsage(command: Command, print: (line: string) => void, language: Language): void {
  print(`${words.usage[language]}: guicheng ${command.usage}`);
  print(`  ${command.does[language]}`);
}
