// Texts: what people read stands in `words` and in tables with both languages; no path of a machine; every folder says what it is.
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Fault, filesBelow, linesWith, listed, read, type SourceFile, withoutPatterns } from './sources.ts';

const cjk = /[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff01-\uff65]/;
const jsxWords = />\s*[A-Z][a-z]+(?:[ ,.'’-]+[\w’']+)*[.!?:…]?\s*<\//;
const shownAttribute =
  /\s(?:label|title|placeholder|alt|aria-label|okText|cancelText|emptyText|description|summary)="[^"]*[A-Za-z]{2}[^"]*"/;
const machinePath = /(?:^|[^\w.])\/(?:home|root|Users|tmp|mnt)\/\w|(?:^|[^\w.])\/work\/[a-z]|\b[A-Z]:\\Users/;
const longestReadme = 30;

const isText = (path: string): boolean =>
  /\.(ts|tsx|mjs|json|md|sql|css|html|bpmn|yml|yaml|svg)$|^\.ci\/run$/.test(path) && path !== 'package-lock.json';

const strayWords = (files: readonly SourceFile[]): Fault[] =>
  files
    .filter((f) => /^modeler-ui\/.*\.(ts|tsx)$/.test(f.path) && !f.path.startsWith('modeler-ui/words/'))
    .flatMap((f) => {
      const text = withoutPatterns(f.text);
      const english = f.path.endsWith('.tsx') ? [...linesWith(text, jsxWords), ...linesWith(text, shownAttribute)] : [];
      return [...linesWith(text, cjk), ...english].map((what) => ({ path: f.path, what }));
    });

const machinePaths = (files: readonly SourceFile[]): Fault[] =>
  files.flatMap((f) => linesWith(f.text, machinePath).map((what) => ({ path: f.path, what })));

/** Folders at the top and one below it that hold files. */
const foldersOf = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => [1, 2].map((depth) => path.split('/').slice(0, -1).slice(0, depth).join('/')))),
];
const readmes = (paths: readonly string[], lengthOf: (path: string) => number): Fault[] =>
  foldersOf(paths)
    .filter((folder) => folder !== '' && !folder.startsWith('.'))
    .map((folder) => posix.join(folder, 'README.md'))
    .flatMap((path) => {
      if (!paths.includes(path)) return [{ path, what: 'is missing' }];
      return lengthOf(path) > longestReadme ? [{ path, what: `has ${lengthOf(path)} lines, ${longestReadme} are allowed` }] : [];
    });

describe('each rule can fail', () => {
  const page = (text: string): Fault[] => strayWords([{ path: 'modeler-ui/pages/member/vote.tsx', text }]);
  test.each([
    ["const a = '提交';", false],
    ['return <Button>提交</Button>;', false],
    ['return <Button>Submit</Button>;', false],
    ['return <p>Nothing is waiting.</p>;', false],
    ['return <Input placeholder="Your reason" />;', false],
    ['return <img alt="Stamp" />;', false],
    ["// 提交 (submit)\nreturn <Button title={t('submit')}>{t('submit')}</Button>;", true],
    ['const f = (a: number): boolean => a > B && c < d / e;', true],
  ])('words: %s', (text, good) => {
    expect(page(text).length === 0).toBe(good);
  });
  test('words in the tables of words are where they belong', () => {
    expect(strayWords([{ path: 'modeler-ui/words/zh/cases.ts', text: "export const cases = { submit: '提交' };" }])).toEqual([]);
  });

  test.each([
    [['', 'home', 'somebody', 'guicheng'].join('/'), false],
    [`see "${['', 'root', 'x'].join('/')}"`, false],
    [['C:', 'Users', 'x'].join('\\'), false],
    ['GET /api/homework/1', true],
    ['/usr/bin/chromium', true],
    ['../work/notes', true],
  ])('paths: %s', (text, good) => {
    expect(machinePaths([{ path: 'docs/a.md', text }]).length === 0).toBe(good);
  });

  test('READMEs: missing or too long', () => {
    const paths = ['engine/README.md', 'engine/record/record.ts', 'engine/case/README.md', 'package.json'];
    expect(readmes(paths, () => longestReadme)).toEqual([{ path: 'engine/record/README.md', what: 'is missing' }]);
    expect(readmes(['engine/README.md'], () => longestReadme + 1)).toHaveLength(1);
  });
});

describe('the house keeps it', () => {
  const paths = filesBelow();
  test('visible text stands only in words', () => {
    expect(listed(strayWords(paths.filter(isText).map(read)))).toEqual([]);
  });
  test('no path of a machine', () => {
    expect(listed(machinePaths(paths.filter(isText).map(read)))).toEqual([]);
  });
  test('every folder down to two levels has its README', () => {
    expect(listed(readmes(paths, (path) => read(path).text.trimEnd().split('\n').length))).toEqual([]);
  });
});
