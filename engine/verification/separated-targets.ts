// differentFrom (separated duties) names other activities of the same process.

import { isActivity } from '../model/scope-kind.ts';
import type { ProcedureRule } from './rule.ts';

export const separatedTargets: ProcedureRule = {
  name: 'separated-targets',
  check: ({ graph, nodes }, report) => {
    for (const { id, rules } of nodes)
      for (const target of rules.assignment?.differentFrom ?? []) {
        const other = graph.nodes.get(target);
        if (!other || target === id || !isActivity(other)) report('separation.target', id, { target });
      }
  },
};
