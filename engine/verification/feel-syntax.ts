// Every expression of the drawing is well-formed FEEL. Whether its names exist is known only when it runs.
import { parseTimer } from '../calendar/timer.ts';
import { compileExpression } from '../expression/compile-expression.ts';
import type { ExpressionText, FlowNode } from '../model/graph.ts';
import type { ProcedureRule } from './rule.ts';

export const feelSyntax: ProcedureRule = {
  name: 'feel-syntax',
  always: true,
  check: ({ nodes }, report) => {
    for (const node of nodes)
      for (const { source, element } of expressionsOf(node)) {
        const compiled = compileExpression(source);
        if (!compiled.ok) report('feel.syntax', element, { source, why: compiled.message });
      }
  },
};

function expressionsOf(node: FlowNode): readonly ExpressionText[] {
  const { trigger, loop, script, message, rules } = node;
  const drawn: (ExpressionText | undefined)[] = [...node.outgoing.map(({ condition }) => condition), script, message?.correlationKey];
  if (trigger.kind === 'timer' && !parseTimer(trigger.expression.source).ok) drawn.push(trigger.expression);
  if (trigger.kind === 'message') drawn.push(trigger.correlationKey);
  if (trigger.kind === 'conditional') drawn.push(trigger.condition);
  if (loop?.kind === 'multi') drawn.push(loop.cardinality, loop.completion);
  if (loop?.kind === 'standard') drawn.push(loop.condition);
  const person = rules.assignment?.person?.replace(/^=/, '').trim();
  if (person) drawn.push({ source: person, element: node.id });
  return drawn.filter((text) => text !== undefined && text.source !== '') as readonly ExpressionText[];
}
