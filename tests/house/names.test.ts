// Names and sizes: no drawer for everything, no default exports, no `any`, no file that nobody can read at one sitting.
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, type Fault, isProgram, linesWith, listed, programs, type SourceFile } from './sources.ts';

const house = programs();
const forbidden = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc', 'types']);
const longest = 300;
/** Tools that load a default export; declarations that describe somebody else's. */
const mayExportDefault = (path: string): boolean => /(^vitest\.config\.ts|vite\.config\.ts|\.d\.ts)$/.test(path);

const inCode = (files: readonly SourceFile[], pattern: RegExp, except: (path: string) => boolean = () => false): Fault[] =>
  files.filter((f) => !except(f.path)).flatMap((f) => linesWith(codeOf(f.text), pattern).map((what) => ({ path: f.path, what })));

const forbiddenNames = (paths: readonly string[]): Fault[] =>
  paths
    .filter((path) => path.split('/').some((part) => forbidden.has(basename(part).replace(/(\.test|\.d)?\.\w+$/, ''))))
    .map((path) => ({ path, what: 'is named after no thing: say what it holds' }));
const defaultExports = (files: readonly SourceFile[]): Fault[] =>
  inCode(files, /^\s*export\s+default\b|\bas\s+default\b/, mayExportDefault);
const starExports = (files: readonly SourceFile[]): Fault[] => inCode(files, /^\s*export\s+(type\s+)?\*/);
const anyTypes = (files: readonly SourceFile[]): Fault[] => inCode(files, /(?:[:<|&]|=>|\bas)\s*any\b(?!\s*[:(.])|,\s*any\s*>/);
const ignoredErrors = (files: readonly SourceFile[]): Fault[] =>
  files.flatMap((f) => linesWith(f.text, /^\s*(\/\/|\/\*)\s*@ts-(ignore|nocheck)/).map((what) => ({ path: f.path, what })));
const tooLong = (files: readonly SourceFile[]): Fault[] =>
  files
    .map((f) => ({ path: f.path, lines: f.text.split('\n').length - 1, first: f.text.split('\n', 1)[0] ?? '' }))
    .filter((f) => f.lines > longest && !/\bbecause\b/.test(f.first))
    .map((f) => ({ path: f.path, what: `${f.lines} lines; split it by meaning, or say "because …" on its first line` }));
const silent = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter((f) => !/^(#!.*\n)?\s*(\/\/|\/\*)\s*\S/.test(f.text))
    .map((f) => ({ path: f.path, what: 'does not begin with a comment that says what it is and promises' }));

const source = (text: string, path = 'engine/gate/a.ts'): SourceFile => ({ path, text });

describe('each rule can fail', () => {
  test.each<[string, (text: string) => readonly Fault[], string, boolean]>([
    ['a drawer', () => forbiddenNames(['server/utils/a.ts']), '', false],
    ['types.ts', () => forbiddenNames(['engine/types.ts']), '', false],
    ['helpers.test.ts', () => forbiddenNames(['tests/helpers.test.ts']), '', false],
    ['a thing with a name', () => forbiddenNames(['engine/case/event.ts']), '', true],
    ['export default', (t) => defaultExports([source(t)]), 'export default function a() {}', false],
    ['as default', (t) => defaultExports([source(t)]), 'export { a as default };', false],
    ['default in words', (t) => defaultExports([source(t)]), "// export default\nconst a = 'export default';", true],
    ['default for a tool', (t) => defaultExports([source(t, 'vitest.config.ts')]), 'export default {};', true],
    ['export *', (t) => starExports([source(t)]), "export * from './a.ts';", false],
    ['export * as', (t) => starExports([source(t)]), "export * as a from './a.ts';", false],
    ['a named export', (t) => starExports([source(t)]), "export { a } from './a.ts'; const b = 2 * 3;", true],
    ['a parameter', (t) => anyTypes([source(t)]), 'function a(b: any) {}', false],
    ['an argument of a type', (t) => anyTypes([source(t)]), 'const a: Map<string, any> = b;', false],
    ['a cast', (t) => anyTypes([source(t)]), 'const a = b as any;', false],
    [
      'the word',
      (t) => anyTypes([source(t)]),
      "const a = { any: 1, mode: 'any' }; /* : any */ if (list.any(b)) c(any.id, any, any);",
      true,
    ],
    ['an ignored error', (t) => ignoredErrors([source(t)]), '// @ts-ignore\na();', false],
    ['an expected error', (t) => ignoredErrors([source(t)]), '// @ts-expect-error the point of this test\na();', true],
    ['a long file', (t) => tooLong([source(t)]), `// A file.\n${'a();\n'.repeat(longest)}`, false],
    [
      'a long file with its reason',
      (t) => tooLong([source(t)]),
      `// One table, in one piece because it is read in one piece.\n${'a();\n'.repeat(longest)}`,
      true,
    ],
    ['a file of the allowed length', (t) => tooLong([source(t)]), 'a();\n'.repeat(longest), true],
    ['a file without a word', (t) => silent([source(t)]), "import { a } from './a.ts';", false],
    ['a file with a word', (t) => silent([source(t)]), '#!/usr/bin/env node\n// The command line.', true],
  ])('%s', (_, rule, text, good) => {
    expect(rule(text).length === 0).toBe(good);
  });
});

describe('the house keeps it', () => {
  test.each<[string, () => readonly Fault[]]>([
    ['names', () => forbiddenNames(house.map((f) => f.path))],
    ['no default exports', () => defaultExports(house)],
    ['no export *', () => starExports(house)],
    ['no any', () => anyTypes(house)],
    ['no silenced compiler', () => ignoredErrors(house)],
    ['length of files', () => tooLong(house.filter((f) => isProgram(f.path)))],
    ['first comments', () => silent(house)],
  ])('%s', (_, found) => {
    expect(listed(found())).toEqual([]);
  });
});
