// Every user task says who does it.
import type { ProcedureRule } from './rule.ts';

export const assignedSteps: ProcedureRule = {
  name: 'assigned-steps',
  check: ({ nodes }, report) => {
    for (const { id, kind, rules } of nodes) {
      if (kind !== 'bpmn:UserTask') continue;
      const { assignment } = rules;
      if (!assignment || (assignment.offices.length === 0 && (assignment.person ?? '').trim() === '')) report('step.unassigned', id);
    }
  },
};
