// Tables of codes are complete: every code that the program uses is in a table, none is spare, each speaks Chinese and English.
import { describe, expect, test } from 'vitest';
import { incidentTable } from '../../engine/behaviour/incident-table.ts';
import { refusalTable } from '../../engine/execution/refusal.ts';
import type { Words } from '../../engine/model/json.ts';
import { problemTable } from '../../engine/model/problems.ts';
import { recordFaults } from '../../engine/record/fault.ts';
import { serverFaultTable } from '../../server/pipeline/outcome.ts';
import { type Fault, listed, programs, type SourceFile, withoutComments } from './sources.ts';

interface Table {
  readonly name: string;
  readonly entries: Readonly<Record<string, Words>>;
  /** Files that write the table down: a code that stands only there is spare. */
  readonly writtenIn: RegExp;
}
const tables: readonly Table[] = [
  { name: 'refusals', entries: refusalTable, writtenIn: /^engine\/execution\/refusal\.ts$/ },
  { name: 'incidents', entries: incidentTable, writtenIn: /^engine\/behaviour\/incident-table\.ts$/ },
  { name: 'problems of drawings', entries: problemTable, writtenIn: /^engine\/(model|verification)\/problems[\w-]*\.ts$/ },
  { name: 'faults of records', entries: recordFaults, writtenIn: /^engine\/record\/fault\.ts$/ },
  { name: 'faults of the server', entries: serverFaultTable, writtenIn: /^server\/pipeline\/outcome\.ts$/ },
];
/** Gives every code its HTTP number; that is no use of it. */
const numbersOnly = /^server\/pipeline\/answer\.ts$/;

const literals = (file: SourceFile): string[] =>
  [...withoutComments(file.text).matchAll(/['"`]([a-z]+(?:\.[a-z]+(?:-[a-z]+)*)+)['"`]/g)].map((m) => m[1] ?? '');

const spare = (table: Table, files: readonly SourceFile[]): Fault[] => {
  const used = new Set(files.filter((f) => !table.writtenIn.test(f.path) && !numbersOnly.test(f.path)).flatMap(literals));
  return Object.keys(table.entries)
    .filter((code) => !used.has(code))
    .map((code) => ({ path: table.name, what: `${code} is never given` }));
};
const unknown = (all: readonly Table[], files: readonly SourceFile[]): Fault[] => {
  const codes = new Set(all.flatMap((table) => Object.keys(table.entries)));
  const families = new Set([...codes].map((code) => code.split('.')[0]));
  return files.flatMap((file) =>
    literals(file)
      .filter((text) => families.has(text.split('.')[0]) && text.split('.').length === 2 && !codes.has(text))
      .map((text) => ({ path: file.path, what: `${text} is in no table` })),
  );
};
const oneLanguage = (table: Table): Fault[] =>
  Object.entries(table.entries)
    .filter(
      ([, words]) =>
        !/[\u4e00-\u9fff]/.test(words.zh) ||
        !/^[A-Z“"{]/.test(words.en) ||
        /[\u4e00-\u9fff]/.test(words.en.replace(/[“"「].*?[”"」]/g, '')),
    )
    .map(([code]) => ({ path: table.name, what: `${code} lacks its Chinese or its English` }));

describe('each rule can fail', () => {
  const table: Table = {
    name: 'fruit',
    entries: { 'fruit.ripe': { zh: '熟了。', en: 'It is ripe.' }, 'fruit.green': { zh: '没熟。', en: '没熟。' } },
    writtenIn: /^engine\/fruit\.ts$/,
  };
  const files: SourceFile[] = [
    { path: 'engine/fruit.ts', text: "export const t = { 'fruit.ripe': a, 'fruit.green': b };" },
    { path: 'engine/pick.ts', text: "refuse('fruit.ripe'); refuse('fruit.rotten'); // 'fruit.green'" },
  ];
  test('a spare code', () => {
    expect(listed(spare(table, files))).toEqual(['fruit: fruit.green is never given']);
  });
  test('an unknown code', () => {
    expect(listed(unknown([table], files))).toEqual(['engine/pick.ts: fruit.rotten is in no table']);
  });
  test('a code in one language', () => {
    expect(listed(oneLanguage(table))).toEqual(['fruit: fruit.green lacks its Chinese or its English']);
  });
});

describe('the house keeps it', () => {
  const files = programs().filter((f) => /^(engine|server)\//.test(f.path));
  test.each(tables.map((table) => [table.name, table] as const))('%s: none is spare', (_, table) => {
    expect(listed(spare(table, files))).toEqual([]);
  });
  test.each(tables.map((table) => [table.name, table] as const))('%s: in both languages', (_, table) => {
    expect(listed(oneLanguage(table))).toEqual([]);
  });
  test('no code is used that no table knows', () => {
    expect(listed(unknown(tables, files))).toEqual([]);
  });
});
