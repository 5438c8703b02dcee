// What the engine needs besides the drawing to judge it, from the server's answers.
import { type Form, ruleObject } from '../../../engine/index.ts';
import type { Surroundings } from '../../diagram/check-drawing.ts';
import type { Named, PanelVocabulary } from '../../diagram/panel/vocabulary.ts';
import type { DrawingStart, DrawingVocabulary } from './drafts.ts';

export function surroundingsOf({ vocabulary, rules }: DrawingStart): Surroundings {
  const parsed = ruleObject.safeParse(rules);
  return {
    // Fields are the server's matter: here only the keys count, and the server checks again with the whole forms.
    forms: new Map(vocabulary.forms.map((f): [string, Form] => [f.key, { key: f.key, title: f.title, fields: [] }])),
    offices: new Set(vocabulary.offices.map((o) => o.key)),
    bodies: new Set(vocabulary.bodies.map((b) => b.key)),
    ...(parsed.success ? { rules: parsed.data } : {}),
  };
}

const named = (key: string, words: { readonly zh: string; readonly en: string }): Named => ({ key, zh: words.zh, en: words.en });

export const panelVocabularyOf = (v: DrawingVocabulary): PanelVocabulary => ({
  offices: v.offices.map((o) => named(o.key, o.name)),
  bodies: v.bodies.map((b) => named(b.key, b.name)),
  forms: v.forms.map((f) => named(f.key, f.title)),
});
