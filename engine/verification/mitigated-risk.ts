// A high risk says what is done about it and who answers for it.
import type { ProcedureRule } from './rule.ts';

const measureWords = { zh: '防控措施', en: 'measure' };
const ownerWords = { zh: '责任人', en: 'owner' };

export const mitigatedRisk: ProcedureRule = {
  name: 'mitigated-risk',
  check: ({ nodes }, report) => {
    for (const { id, rules } of nodes)
      for (const { point, level, measure, owner } of rules.risk) {
        if (level !== 'high') continue;
        if (!measure?.trim()) report('risk.unmitigated', id, { point, missing: measureWords });
        if (!owner?.trim()) report('risk.unmitigated', id, { point, missing: ownerWords });
      }
  },
};
