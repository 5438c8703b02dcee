// The answer of commands that are asked for a case that is not there.
import { exitStatus, type Terminal } from './command.ts';

export function unknownCase(id: string, terminal: Terminal): typeof exitStatus.refused {
  terminal.error({ zh: `没有事项「${id}」。`, en: `There is no case "${id}".` }[terminal.language]);
  return exitStatus.refused;
}
