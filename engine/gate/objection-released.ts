// A supervisor's objection holds the step until it is answered and released.
import { refuse } from '../execution/refusal.ts';
import { type Gate, wholeOf } from './attempt.ts';

export const objectionReleased: Gate = ({ stage, live, task, node }) =>
  task.objections.length > 0 || (wholeOf(stage, live)?.objections.length ?? 0) > 0
    ? refuse('gate.objection-open', { element: node.id })
    : undefined;
