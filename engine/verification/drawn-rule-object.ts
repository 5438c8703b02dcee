// The rule object that the process names is the one at hand; a procedure that has one names it.
import type { ProcedureRule } from './rule.ts';

const nameOf = ({ key, version }: { readonly key: string; readonly version: number }): string => `${key} v${version}`;

export const drawnRuleObject: ProcedureRule = {
  name: 'drawn-rule-object',
  check: ({ graph, rules: given }, report) => {
    const wanted = graph.rules.rules;
    if (!wanted && given) report('rules.not-named', graph.id, { given: nameOf(given) });
    if (!wanted) return;
    if (!given) report('rules.missing', graph.id, { wanted: nameOf(wanted) });
    else if (given.key !== wanted.key || given.version !== wanted.version)
      report('rules.other', graph.id, { wanted: nameOf(wanted), given: nameOf(given) });
  },
};
