// Forms that the drawing names exist, and those of a meeting's steps ask for what the meeting counts.
import type { DeliberationRule } from '../model/dialect.ts';
import type { ProcedureRule } from './rule.ts';

const needed: Readonly<Partial<Record<DeliberationRule['stage'], readonly string[]>>> = {
  opinions: ['view', 'reason'],
  chiefOpinion: ['view', 'reason'],
  ballot: ['choice'],
};

export const knownForms: ProcedureRule = {
  name: 'known-forms',
  check: ({ graph, nodes, forms }, report) => {
    const start = graph.rules.form?.key;
    if (start !== undefined && !forms.has(start)) report('form.unknown', graph.id, { form: start });
    for (const { id, rules } of nodes) {
      if (!rules.form) continue;
      const { key } = rules.form;
      const form = forms.get(key);
      if (!form) {
        report('form.unknown', id, { form: key });
        continue;
      }
      const fields = new Set(form.fields.map((field) => field.key));
      for (const field of (rules.deliberation && needed[rules.deliberation.stage]) ?? [])
        if (!fields.has(field)) report('form.key-missing', id, { form: key, key: field });
    }
  },
};
