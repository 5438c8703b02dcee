// A period that nobody can shorten (公示期): the step cannot be completed before its end.
import { refuse } from '../execution/refusal.ts';
import type { Gate } from './attempt.ts';

export const minimumElapsed: Gate = ({ task, node, facts }) =>
  task.notBefore !== undefined && facts.at < task.notBefore ? refuse('gate.not-before', { element: node.id }) : undefined;
