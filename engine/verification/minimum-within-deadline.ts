// A step's deadline leaves room for the period that it must last. Days of different kinds are not compared.
import type { ProcedureRule } from './rule.ts';

export const minimumWithinDeadline: ProcedureRule = {
  name: 'minimum-within-deadline',
  check: ({ nodes }, report) => {
    for (const { id, rules } of nodes) {
      const { minimum, deadline } = rules;
      if (minimum && deadline && minimum.unit === deadline.unit && minimum.days > deadline.days)
        report('minimum.beyond-deadline', id, { minimum: minimum.days, deadline: deadline.days });
    }
  },
};
