// The texts of the diagram and of the drafter's pages in the reader's language. `fill` puts values into {{holes}}.
import { drafter as english } from '../words/en/drafter.ts';
import { useWords } from '../words/language.ts';
import type { SameKeys } from '../words/same-keys.ts';
import { drafter as chinese } from '../words/zh/drafter.ts';

export type DrafterWords = SameKeys<typeof chinese>;

export interface SpokenWords {
  readonly w: DrafterWords;
  readonly language: 'zh' | 'en';
  say(words: { readonly zh: string; readonly en: string }): string;
}

export function useDrafterWords(): SpokenWords {
  const { language, say } = useWords();
  return { w: language === 'zh' ? chinese : english, language, say };
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => (values[name] === undefined ? whole : String(values[name])));
}
