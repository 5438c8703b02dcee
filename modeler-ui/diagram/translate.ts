// The translate service of bpmn-js in our two languages, chosen anew at every call, so that a switch of language needs no new modeler.
// Promise: a text without Chinese is shown in English and noted in `misses`, never dropped.
import { bpmnWords } from '../words/zh/drawing-tool.ts';

export type Language = 'zh' | 'en';

export interface Translator {
  readonly misses: ReadonlySet<string>;
  translate(template: string, replacements?: Readonly<Record<string, string>>): string;
}

export function newTranslator(language: () => Language): Translator {
  const misses = new Set<string>();
  const chinese = (template: string): string => {
    const found = bpmnWords.get(template);
    if (found === undefined) misses.add(template);
    return found ?? template;
  };
  return {
    misses,
    translate: (template, replacements = {}) =>
      (language() === 'zh' ? chinese(template) : template).replace(/\{([^}]+)\}/g, (whole, name: string) => replacements[name] ?? whole),
  };
}
