// What the engine needs besides the drawing to judge it, from the server's answers.
import { type Form, form, ruleObject } from '../../../engine/index.ts';
import type { Surroundings } from '../../diagram/check-drawing.ts';
import type { Named, PanelVocabulary } from '../../diagram/panel/vocabulary.ts';
import type { DrawingStart, DrawingVocabulary } from './drafts.ts';

const formOf = (stored: unknown): readonly [string, Form][] => {
  const parsed = form.safeParse(stored);
  return parsed.success ? [[parsed.data.key, parsed.data]] : [];
};

export function surroundingsOf({ vocabulary, rules }: DrawingStart): Surroundings {
  const parsed = ruleObject.safeParse(rules);
  return {
    forms: new Map(vocabulary.forms.flatMap((f) => formOf(f.form))),
    offices: new Map(vocabulary.offices.map((o) => [o.key, o.name])),
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
