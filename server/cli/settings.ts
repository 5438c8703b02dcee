// The configuration of a command: the environment, with what the command line says put over it. Where the shipped procedures lie.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Configuration, readConfiguration } from '../configuration.ts';
import { UsageError } from './command.ts';
import { type Arguments, wholeNumber } from './read-arguments.ts';

/** `--data` names a folder for the embedded database, or the URL of another one. */
export function settingsOf(args: Arguments): Configuration {
  const given = readConfiguration(process.env);
  const { databaseUrl, ...rest } = given;
  const data = args.text('data');
  const port = args.text('port');
  const isUrl = data !== undefined && /^postgres(ql)?:\/\//.test(data);
  const place = data === undefined ? { ...(databaseUrl === undefined ? {} : { databaseUrl }) } : isUrl ? { databaseUrl: data } : { data };
  return {
    ...rest,
    ...place,
    ...(port === undefined ? {} : { port: wholeNumber(port, '--port', 65_535) }),
    demo: given.demo || args.flag('demo'),
  };
}

/** From dist/server/cli as built, from server/cli in a checkout. */
export function processesFolder(): string {
  const places = ['../../processes', '../../../processes'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw new UsageError({ zh: '找不到随附的规程（processes 目录）。', en: 'The shipped procedures (folder processes) are missing.' });
  return found;
}
