// No office supervises a step that it does itself.
import { officeName, type ProcedureRule } from './rule.ts';

export const independentSupervision: ProcedureRule = {
  name: 'independent-supervision',
  check: ({ nodes, offices }, report) => {
    for (const { id, rules } of nodes) {
      const doers = new Set(rules.assignment?.offices);
      for (const { office } of rules.supervision)
        if (doers.has(office)) report('supervision.by-the-doer', id, { office: officeName(offices, office) });
    }
  },
};
