// Problems of gc: elements in the words of the properties panel: who draws reads the labels there, not tags and attributes. Pure.
// Promise: what the panel has no word for stays as the engine said it; code and element are never changed.
import { drafter as english } from '../words/en/drafter.ts';
import { drafter as chinese } from '../words/zh/drafter.ts';
import type { DrafterWords } from './drafter-words.ts';
import { type FieldSpec, type RuleSpec, ruleSpecs } from './panel/rule-specs.ts';
import type { ShownProblem } from './problem-places.ts';

const specs: readonly RuleSpec[] = Object.values(ruleSpecs);
const tagOf = (spec: RuleSpec): string => `gc:${spec.rule}`;

/** Names stand in quotes of the language; a row of choices is separated by slashes. */
function withFields(text: string, fields: readonly FieldSpec[], w: DrafterWords): string {
  const quoted = (found: string, open: string, name: string, close: string): string => {
    const field = fields.find((one) => one.name === name);
    return field ? `${open}${w.ruleField[field.label]}${close}` : found;
  };
  const choices = fields.flatMap((field) => field.choices ?? []);
  const wordOf = (value: string): string => {
    const choice = choices.find((one) => one === value);
    return choice ? w.ruleChoice[choice] : value;
  };
  return text
    .replace(/([\u300c"])([A-Za-z]+)([\u300d"])/g, quoted)
    .replace(/[A-Za-z-]+(?: \/ [A-Za-z-]+)+/g, (row) => row.split(' / ').map(wordOf).join(' / '));
}

function plainText(text: string, w: DrafterWords): string {
  const spec = specs.find((one) => new RegExp(`[\u300c"]${tagOf(one)}[\u300d"]`).test(text));
  return spec ? withFields(text.replace(tagOf(spec), w.rule[spec.rule]), spec.fields, w) : text;
}

export const plainProblem = (problem: ShownProblem): ShownProblem => ({
  ...problem,
  message: { zh: plainText(problem.message.zh, chinese), en: plainText(problem.message.en, english) },
});
