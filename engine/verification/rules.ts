// All rules over a procedure, in the order in which people mend them. Adding one is one file and one line, with a right and a wrong
// drawing in tests/engine/verification.
import { assignedSteps } from './assigned-steps.ts';
import { drawnRuleObject } from './drawn-rule-object.ts';
import { executedRules } from './executed-rules.ts';
import { feelSyntax } from './feel-syntax.ts';
import { fiveFacts } from './five-facts.ts';
import { independentSupervision } from './independent-supervision.ts';
import { keptSupervision } from './kept-supervision.ts';
import { knownForms } from './known-forms.ts';
import { knownOffices } from './known-offices.ts';
import { meetingDrawn } from './meeting-drawn.ts';
import { meetingOrder } from './meeting-order.ts';
import { meetingStages } from './meeting-stages.ts';
import { minimumWithinDeadline } from './minimum-within-deadline.ts';
import { mitigatedRisk } from './mitigated-risk.ts';
import type { ProcedureRule } from './rule.ts';
import { separatedTargets } from './separated-targets.ts';

export const procedureRules: readonly ProcedureRule[] = [
  feelSyntax,
  executedRules,
  drawnRuleObject,
  keptSupervision,
  assignedSteps,
  fiveFacts,
  knownOffices,
  knownForms,
  separatedTargets,
  independentSupervision,
  mitigatedRisk,
  minimumWithinDeadline,
  meetingDrawn,
  meetingStages,
  meetingOrder,
];
