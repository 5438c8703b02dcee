// Only those to whom the step is assigned may do it; a step without assignment is open to any person (drawings without rules).
import { refuse } from '../execution/refusal.ts';
import type { Gate } from './attempt.ts';

export const assigned: Gate = ({ facts, task, node }) => {
  if (facts.by.kind !== 'person') return refuse('gate.system-may-not-act', { element: node.id });
  const { persons, offices } = task;
  if (persons.length > 0) return persons.includes(facts.by.person) ? undefined : refuse('gate.not-assigned', { element: node.id });
  if (offices.length === 0) return undefined;
  return facts.by.offices.some((o) => offices.includes(o)) ? undefined : refuse('gate.not-assigned', { element: node.id });
};
