// Separated duties (职责分离): who did one of two separated steps in this case may not do the other, whichever came first.
import { refuse } from '../execution/refusal.ts';
import type { Gate } from './attempt.ts';

export const separatedHands: Gate = ({ stage, node, facts }) => {
  const mine = node.rules.assignment?.differentFrom ?? [];
  const others = [...stage.procedure.graph.nodes.values()]
    .filter((n) => n.rules.assignment?.differentFrom.includes(node.id))
    .map((n) => n.id);
  const did = (element: string): boolean => stage.state.hands.get(element)?.includes(facts.by.person) ?? false;
  return [...mine, ...others].some(did) ? refuse('gate.separated-hands', { element: node.id }) : undefined;
};
