// The table of everything that can be wrong with a drawing: code → what is wrong and what to do, in both languages.
// Promise: each code has both languages; {braces} name facts that the finder supplies. No other file writes such words.
import type { Problem } from './graph.ts';
import type { Words } from './json.ts';
import { inputProblems } from './problems-of-input.ts';
import { meaningProblems } from './problems-of-meaning.ts';
import { ruleProblems } from './problems-of-rules.ts';
import { shapeProblems } from './problems-of-shape.ts';

export const problemTable = { ...inputProblems, ...meaningProblems, ...shapeProblems, ...ruleProblems } as const satisfies Record<
  string,
  Words
>;

export type ProblemCode = keyof typeof problemTable;

/** What a problem's words are completed with: the same in both languages, or a pair. */
export type ProblemFacts = Readonly<Record<string, string | number | Words>>;

/** How finders hand over what they found; the reader of a drawing keeps the list. */
export type Report = (code: ProblemCode, element: string, facts?: ProblemFacts) => void;

const longestFact = 300;

function complete(template: string, language: 'zh' | 'en', facts: ProblemFacts): string {
  return template.replace(/\{(\w+)\}/g, (hole, key: string) => {
    const fact = Object.hasOwn(facts, key) ? facts[key] : undefined;
    if (fact === undefined) return hole;
    const text = typeof fact === 'object' ? fact[language] : String(fact);
    return text.length > longestFact ? `${text.slice(0, longestFact)}…` : text;
  });
}

export function problem(code: ProblemCode, element: string, facts: ProblemFacts = {}): Problem {
  const words: Words = problemTable[code];
  const all = { element, ...facts };
  return { code, element, message: { zh: complete(words.zh, 'zh', all), en: complete(words.en, 'en', all) } };
}
