// Finds text in the wrong language: Chinese on English pages, English on Chinese ones, in what is seen and in what is read aloud.
// What people wrote and drew is data and keeps its language: the strings of drawings, cases and people are taken out first.
import type { Page } from 'playwright-core';
import type { Language } from '../visitors.ts';

interface Found {
  readonly text: string;
  readonly place: string;
}

/** Texts and spoken attributes of everything that is shown; the drawing itself (SVG) is data. */
export function textsOf(page: Page): Promise<readonly Found[]> {
  return page.evaluate(() => {
    const found: { text: string; place: string }[] = [];
    const placeOf = (el: Element): string =>
      `${el.tagName.toLowerCase()}${typeof el.className === 'string' && el.className !== '' ? `.${el.className.split(' ').join('.')}` : ''}`;
    const add = (text: string | null, el: Element, how = ''): void => {
      if (text !== null && text.trim() !== '') found.push({ text: text.trim(), place: placeOf(el) + how });
    };
    add(document.title, document.documentElement, ' title');
    const walk = (el: Element): void => {
      if (el.matches('script, style, svg, textarea')) return;
      if (!el.checkVisibility({ visibilityProperty: true }) && !el.matches('option')) return;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) add(el.getAttribute(name), el, `[${name}]`);
      for (const child of el.childNodes) {
        if (child instanceof Element) walk(child);
        else if (child.nodeType === Node.TEXT_NODE) add(child.textContent, el);
      }
    };
    walk(document.body);
    return found;
  });
}

const chinese = /[\u3400-\u9fff]/;
const english = /[A-Za-z]{2,}/;
/** Names and signs that are the same in both languages, and the button that leads to the other one. */
const neutral = [
  /^(English|中文|中文 \(Switch to Chinese\)|English \(切换为英文\))$/,
  /\b(Powered by bpmn\.io|Guicheng|BPMN(\.iO)?|FEEL|ISO|ID|Ctrl\+[A-Z])\b/g,
  /\.(bpmn|svg)\b/g,
  /\b[0-9a-f]{16,64}…?/g,
  /\bguicheng-demo\b/g,
];
/** Icons of antd speak English inside controls that have names of their own; codes are the same for everybody. */
const notSpoken = /^span\.anticon|\.state-code|^code\b/;

export function untranslated(found: readonly Found[], language: Language, data: readonly string[]): readonly string[] {
  const wrong = language === 'en' ? chinese : english;
  return [
    ...new Set(
      found
        .filter(({ text, place }) => wrong.test(text) && !notSpoken.test(place))
        .filter(({ text }) =>
          wrong.test(
            without(
              neutral.reduce((rest, word) => rest.replace(word, ''), text),
              data,
            ),
          ),
        )
        .map(({ text, place }) => `${place}: ${text}`),
    ),
  ];
}

/** Longest first, so that a name inside a sentence does not leave half of it. */
const without = (text: string, data: readonly string[]): string => data.reduce((rest, word) => rest.replaceAll(word, ''), text);

/** All strings in what the interface says of drawings and cases. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('<?xml') ? drawnStrings(value) : [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
const drawnStrings = (xml: string): string[] =>
  [
    ...[...xml.matchAll(/="([^"]*)"/g)].map((match) => match[1] ?? ''),
    ...[...xml.matchAll(/>([^<>]+)</g)].flatMap((match) => (match[1] ?? '').split('\n')),
  ].map(decoded);
const decoded = (text: string): string =>
  text.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();

export const longestFirst = (strings: readonly string[]): readonly string[] =>
  [...new Set(strings.map((text) => text.trim()))]
    .filter((text) => chinese.test(text) || english.test(text))
    .sort((a, b) => b.length - a.length);
