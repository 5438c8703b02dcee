// Both languages say everything: same keys, same values inside the texts, nothing empty, each in its own script; and every key is used.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { en } from '../../../modeler-ui/words/en.ts';
import { zh } from '../../../modeler-ui/words/zh.ts';

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;
const flat = (table: Table): Map<string, string> =>
  new Map(
    Object.entries(table).flatMap(([section, texts]) => Object.entries(texts).map(([key, text]) => [`${section}.${key}`, text] as const)),
  );
const chinese = flat(zh);
const english = flat(en);
const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();

/** Texts that are the other language's name for itself. */
const inTheOther = new Set(['app.otherLanguage']);
const han = /[\u3400-\u9fff]/;

describe('words', () => {
  test('both languages have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  test('no text is empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test('both languages put the same values into a text', () => {
    const unlike = [...chinese].filter(([key, text]) => holes(text).join() !== holes(english.get(key) ?? '').join());
    expect(unlike.map(([key]) => key)).toEqual([]);
  });

  test('English is not Chinese left over', () => {
    const left = [...english].filter(([key, text]) => han.test(text) && !inTheOther.has(key));
    expect(left.map(([key]) => key)).toEqual([]);
  });

  test('Chinese texts are Chinese', () => {
    const foreign = [...chinese].filter(
      ([key, text]) => /[A-Za-z]{4,}/.test(text.replace(/\{\{\w+\}\}/g, '')) && !han.test(text) && !inTheOther.has(key),
    );
    expect(foreign.map(([key]) => key)).toEqual([]);
  });

  test('nobody has to know the machine to read them', () => {
    const machine = /\b(token|node|SSE|JSON|HTTP|API|null|undefined|payload)\b/i;
    const pageTexts = [...chinese, ...english].filter(([key]) => !/^(drafter|modeler|draw|diagram|panel|rule)/.test(key));
    expect(pageTexts.filter(([, text]) => machine.test(text.replace(/\{\{\w+\}\}/g, ''))).map(([key]) => key)).toEqual([]);
  });
});

const pages = fileURLToPath(new URL('../../../modeler-ui', import.meta.url));
const programs = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) return programs(path);
    return /\.tsx?$/.test(name) && !path.includes('/words/') ? [path] : [];
  });

describe('keys in the pages', () => {
  const asked = programs(pages).flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map((m) => m[1] ?? ''));

  test('every key that a page asks for exists', () => {
    expect(asked.length).toBeGreaterThan(100);
    expect([...new Set(asked)].filter((key) => !chinese.has(key))).toEqual([]);
  });
});
