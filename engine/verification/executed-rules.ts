// A drawn rule that the engine does not enforce is refused, never skipped: people would rely on it.
import type { ProcedureRule } from './rule.ts';

const anyWords = { zh: '或签（any）', en: 'any' };
const drawnLoop = { zh: '画出来的返回路线', en: 'a drawn way back' };

export const executedRules: ProcedureRule = {
  name: 'executed-rules',
  check: ({ nodes }, report) => {
    for (const { id, rules } of nodes) {
      if (rules.assignment && rules.assignment.mode !== 'any')
        report('rule.not-executed', id, { rule: `gc:assignment mode="${rules.assignment.mode}"`, instead: anyWords });
      if (rules.return) report('rule.not-executed', id, { rule: 'gc:return', instead: drawnLoop });
    }
  },
};
