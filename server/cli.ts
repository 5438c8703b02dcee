#!/usr/bin/env node
// The command line: `guicheng COMMAND …`. Promise: commands, options, output lines and exit statuses are stable (see README);
// each command is one file of cli/, loaded only when it is called.
import { type Command, type ExitStatus, exitStatus, languageOf, type Terminal, UsageError } from './cli/command.ts';
import { showHelp, showUsage } from './cli/help.ts';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./cli/check.ts')).check,
  run: async () => (await import('./cli/run.ts')).run,
  serve: async () => (await import('./cli/serve.ts')).serve,
  worker: async () => (await import('./cli/worker.ts')).worker,
  demo: async () => (await import('./cli/demo.ts')).demo,
  verify: async () => (await import('./cli/verify.ts')).verify,
  export: async () => (await import('./cli/export.ts')).exportCommand,
  doctor: async () => (await import('./cli/doctor.ts')).doctor,
};

const terminal: Terminal = {
  language: languageOf(process.env),
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
};

async function main([name, ...args]: readonly string[]): Promise<ExitStatus> {
  const all = async (): Promise<Map<string, Command>> =>
    new Map(await Promise.all(Object.entries(commands).map(async ([key, load]) => [key, await load()] as const)));
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    showHelp(await all(), terminal.out, terminal.language);
    return name === undefined ? exitStatus.usage : exitStatus.done;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    terminal.error({ zh: `没有「${name}」这个命令。`, en: `There is no command "${name}".` }[terminal.language]);
    showHelp(await all(), terminal.error, terminal.language);
    return exitStatus.usage;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    showUsage(command, terminal.out, terminal.language);
    return exitStatus.done;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(error.words[terminal.language]);
    showUsage(command, terminal.error, terminal.language);
    return exitStatus.usage;
  }
}

/** What the reader can mend is said in words; anything else is a bug, and its place is wanted. */
const described = (error: Error): string =>
  error.name === 'ConfigurationError' || error.name === 'EmbeddedUnavailable' ? error.message : (error.stack ?? error.message);

// Not process.exit: what is still in a pipe must be written first.
main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = exitStatus.broken;
    terminal.error(error instanceof Error ? described(error) : String(error));
  },
);
