// What every command of the command line is: a name, what it does in two languages, and how it runs.
// Exit statuses are part of the public interface: other people's scripts rely on them.
import type { Words } from '../../engine/index.ts';

export const exitStatus = {
  done: 0,
  /** The program itself failed: a bug, a missing file, no database. */
  broken: 1,
  /** A drawing, step or record was refused. */
  refused: 2,
  /** `run`: something still waits. */
  waiting: 3,
  /** `run`: an incident, or an error that nothing caught. */
  failed: 4,
  /** The command line was not understood (EX_USAGE of sysexits). */
  usage: 64,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

export type Language = keyof Words;

/** Where a command writes; a test reads it back. */
export interface Terminal {
  readonly language: Language;
  out(line: string): void;
  error(line: string): void;
}

export interface Command {
  /** Arguments as in `guicheng check FILE.bpmn [--json]`, without the program's name. */
  readonly usage: string;
  readonly does: Words;
  run(args: readonly string[], terminal: Terminal): Promise<ExitStatus>;
}

/** The command line was wrong; shown with the command's usage. */
export class UsageError extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** POSIX order of precedence; Chinese only where it is asked for. */
export const languageOf = (environment: Readonly<Record<string, string | undefined>>): Language =>
  /^zh/i.test(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '') ? 'zh' : 'en';
