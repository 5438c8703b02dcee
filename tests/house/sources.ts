// The house as texts: which files there are, what each imports, and its code without comments and without the content of strings.
// Promise: reads only files that belong to the project; paths are relative to its root, with "/".
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
/** What a rule found: where, and what is wrong there. */
export interface Fault {
  readonly path: string;
  readonly what: string;
}
export interface Import {
  /** As written. */
  readonly from: string;
  /** Path of the file within the project, where it is one. */
  readonly target?: string;
  readonly typeOnly: boolean;
}

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const outside = new Set(['node_modules', 'dist']);
const isHidden = (name: string): boolean => name.startsWith('.') && name !== '.ci';

/** Every file below `folder` (root when empty), by path. */
export function filesBelow(folder = ''): string[] {
  return readdirSync(resolve(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (isHidden(entry.name) || outside.has(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

export const read = (path: string): SourceFile => ({ path, text: readFileSync(resolve(root, path), 'utf8') });
export const isProgram = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
export const programs = (): SourceFile[] => filesBelow().filter(isProgram).map(read);

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=(?:^|[=(,:[!&|?;]|=>|return)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The text without comments, strings and regular expressions; lines keep their numbers. Template strings go whole, what they embed included. */
export const codeOf = (text: string): string => text.replace(token, blank);
export const withoutComments = (text: string): string => text.replace(token, (found) => (/^\/[/*]/.test(found) ? blank(found) : found));

const statement = /^[ \t]*(import|export)\b([^'"`;]*?)\bfrom\s*['"]([^'"\n]+)['"]/gm;
const bare = /^[ \t]*import\s*['"]([^'"\n]+)['"]/gm;
const dynamic = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

const namesOnlyTypes = (clause: string): boolean => {
  if (/^\s*type\b/.test(clause)) return true;
  const named = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1];
  return named?.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;
};

const targetOf = (path: string, from: string): string | undefined =>
  from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined;

/** Static and dynamic imports and re-exports of a file. */
export function importsOf(file: SourceFile): Import[] {
  const text = withoutComments(file.text);
  const made = (from: string, typeOnly: boolean): Import => {
    const target = targetOf(file.path, from);
    return target === undefined ? { from, typeOnly } : { from, target, typeOnly };
  };
  return [
    ...[...text.matchAll(statement)].map((m) => made(m[3] ?? '', namesOnlyTypes(m[2] ?? ''))),
    ...[...text.matchAll(bare), ...text.matchAll(dynamic)].map((m) => made(m[1] ?? '', false)),
  ];
}

/** Neither comments nor regular expressions: what is left of a text that people may come to read. */
export const withoutPatterns = (text: string): string => text.replace(token, (found) => (found.startsWith('/') ? blank(found) : found));

/** Faults as lines, so that a failing test is read like a compiler's output. */
export const listed = (faults: readonly Fault[]): string[] => faults.map((fault) => `${fault.path}: ${fault.what}`);

/** Places where a pattern occurs in a text, as "line N: …". */
export const linesWith = (text: string, pattern: RegExp): string[] =>
  text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`line ${i + 1}: ${line.trim().slice(0, 120)}`] : []));
