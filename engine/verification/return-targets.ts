// gc:return names earlier activities of the same process: steps from which the flow leads to the step that sends back.
import { isActivity } from '../model/scope-kind.ts';
import { reachableFrom } from './reachable.ts';
import type { ProcedureRule } from './rule.ts';

export const returnTargets: ProcedureRule = {
  name: 'return-targets',
  check: ({ graph, nodes }, report) => {
    for (const { id, rules } of nodes)
      for (const target of rules.return?.to ?? []) {
        const other = graph.nodes.get(target);
        if (!other || target === id || !isActivity(other)) report('return.target', id, { target });
        else if (!reachableFrom(graph, [target]).has(id)) report('return.not-earlier', id, { target });
      }
  },
};
