// Supervision that the rule object demands for a kind of step is drawn on every step of that kind, and the kind is drawn at all.
// Asked whenever a rule object is at hand, named by the drawing or not: dropping the reference must not drop the supervision.
import type { Words } from '../model/json.ts';
import { officeName, type ProcedureRule } from './rule.ts';

const modes: Readonly<Record<'attend' | 'cosign' | 'review' | 'inform', Words>> = {
  attend: { zh: '在场', en: 'attends' },
  cosign: { zh: '会签', en: 'cosigns' },
  review: { zh: '备案审查', en: 'reviews' },
  inform: { zh: '知情', en: 'is informed' },
};
const moments: Readonly<Record<'before' | 'during' | 'after', Words>> = {
  before: { zh: '事前', en: 'before' },
  during: { zh: '事中', en: 'during' },
  after: { zh: '事后', en: 'after' },
};

export const keptSupervision: ProcedureRule = {
  name: 'kept-supervision',
  always: true,
  check: ({ graph, nodes, rules, offices }, report) => {
    for (const { kind, reason, office, mode, when } of rules?.supervised ?? []) {
      const steps = nodes.filter((node) => node.rules.step?.kind === kind);
      if (steps.length === 0) report('supervision.kind-vanished', graph.id, { kind, reason });
      for (const { id, rules: drawn } of steps)
        if (!drawn.supervision.some((one) => one.office === office && one.mode === mode && one.when === when))
          report('supervision.removed', id, { office: officeName(offices, office), mode: modes[mode], when: moments[when], reason });
    }
  },
};
