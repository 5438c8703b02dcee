// In a procedure of a class of matter (gc:matter) every user task carries the five facts 主体、条件、目标、时限、要求.
import type { ProcedureRule } from './rule.ts';

export const fiveFacts: ProcedureRule = {
  name: 'five-facts',
  check: ({ graph, nodes }, report) => {
    if (!graph.rules.matter) return;
    for (const { id, kind, rules } of nodes) if (kind === 'bpmn:UserTask' && !rules.step) report('step.facts-missing', id);
  },
};
