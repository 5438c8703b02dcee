// Every text that bpmn-js and diagram-js can show has Chinese: their sources are read, so an upgrade that brings a new text fails here.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newTranslator } from '../../../modeler-ui/diagram/translate.ts';
import { bpmnWords } from '../../../modeler-ui/words/zh/drawing-tool.ts';

const find = createRequire(import.meta.url);
const libraries = ['bpmn-js', 'diagram-js'].map((name) => join(dirname(find.resolve(`${name}/package.json`)), 'lib'));

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((file) => file.isFile() && file.name.endsWith('.js'))
    .map((file) =>
      readFileSync(join(file.parentPath, file.name), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, ''),
    );
}

const quoted = `'((?:[^'\\\\]|\\\\.)*)'`;
/** Texts handed to the translation, labels of menus that are translated later, and messages kept in constants. */
const places = [
  new RegExp(`ranslate\\(\\s*${quoted}`, 'g'),
  new RegExp(`\\blabel: ${quoted}`, 'g'),
  new RegExp(`_MSG = ${quoted}`, 'g'),
  new RegExp(`return ${quoted};`, 'g'),
];
const said = new Set(
  libraries.flatMap(sources).flatMap((code) => places.flatMap((place) => [...code.matchAll(place)].map((m) => m[1] ?? ''))),
);
/** Sentences and menu texts begin with a capital and a word; keys, CSS classes and types do not look like that. */
const shown = [...said].filter((text) => /^[A-Z][a-z-]+( [a-z(/-][\w()/-]*)*$/.test(text) && !/^(Missing|Unhandled)/.test(text));

describe('Chinese words of the drawing tool', () => {
  it('reads a plausible number of texts from the libraries', () => {
    expect(shown.length).toBeGreaterThan(100);
    expect(shown).toContain('Append task');
    expect(shown).toContain('Exclusive gateway');
  });
  it('has every one of them in Chinese', () => {
    const lacking = shown.filter((text) => !/\p{Script=Han}/u.test(bpmnWords.get(text) ?? ''));
    expect(lacking).toEqual([]);
  });
  it('keeps the holes of a text', () => {
    for (const [text, words] of bpmnWords) for (const [hole] of text.matchAll(/\{\w+\}/g)) expect(words, text).toContain(hole);
  });
});

describe('the translate service', () => {
  it('follows the language at every call and fills holes', () => {
    let language: 'zh' | 'en' = 'zh';
    const { translate } = newTranslator(() => language);
    expect(translate('Open {element}', { element: 'A' })).toBe('打开 A');
    language = 'en';
    expect(translate('Open {element}', { element: 'A' })).toBe('Open A');
  });
  it('shows a text without Chinese as it is and notes it', () => {
    const translator = newTranslator(() => 'zh');
    expect(translator.translate('Something new')).toBe('Something new');
    expect([...translator.misses]).toEqual(['Something new']);
  });
});
