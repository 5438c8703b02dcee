// Reads a command's arguments: named options and one or no file. Anything unknown is a usage error, never passed over.
import { readFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { JsonObject, Words } from '../../engine/index.ts';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Arguments {
  readonly files: readonly string[];
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

export function readArguments(args: readonly string[], options: Options): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return {
      files: positionals,
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      flag: (name) => values[name] === true,
    };
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError({ zh: `参数有误：${said}`, en: `Wrong arguments: ${said}` });
  }
}

export function oneFile(args: Arguments, what: Words): string {
  const [file, ...more] = args.files;
  if (file === undefined) throw new UsageError({ zh: `缺少${what.zh}。`, en: `${what.en} is missing.` });
  if (more.length > 0) throw new UsageError({ zh: `多余的参数：${more.join(' ')}`, en: `Too many arguments: ${more.join(' ')}` });
  return file;
}

export function nothingElse(args: Arguments): Arguments {
  if (args.files.length > 0)
    throw new UsageError({ zh: `多余的参数：${args.files.join(' ')}`, en: `Too many arguments: ${args.files.join(' ')}` });
  return args;
}

export function jsonObject(text: string, what: string): JsonObject {
  const value = parseJson(text, what);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError({
      zh: `${what} 应为 JSON 对象，例如 {"amount":1}。`,
      en: `${what} must be a JSON object, for example {"amount":1}.`,
    });
  return value as JsonObject;
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError({ zh: `${what} 不是 JSON。`, en: `${what} is not JSON.` });
  }
}

export function wholeNumber(text: string, what: string, largest: number): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 0 || n > largest)
    throw new UsageError({ zh: `${what} 应为 0 到 ${largest} 的整数。`, en: `${what} must be a whole number from 0 to ${largest}.` });
  return n;
}

export const readText = async (file: string): Promise<string> => (await readBytes(file)).toString('utf8');

/** A file that was named and cannot be read is a mistake in the command line. */
export const readBytes = (file: string): Promise<Buffer> =>
  readFile(file).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError({ zh: `无法读取文件 ${file}：${said}`, en: `Cannot read ${file}: ${said}` });
  });
