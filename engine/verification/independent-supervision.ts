// No office supervises a step that it does itself.
import type { ProcedureRule } from './rule.ts';

export const independentSupervision: ProcedureRule = {
  name: 'independent-supervision',
  check: ({ nodes }, report) => {
    for (const { id, rules } of nodes) {
      const doers = new Set(rules.assignment?.offices);
      for (const { office } of rules.supervision) if (doers.has(office)) report('supervision.by-the-doer', id, { office });
    }
  },
};
