// From a frozen graph to a procedure that runs: nets from the behaviours' fragments, expressions compiled once.
import { placesOf } from '../behaviour/inclusive-upstream.ts';
import { behaviourOf } from '../behaviour/list.ts';
import type { ProcedureRef } from '../case/event.ts';
import { compileExpression, type Expression } from '../expression/compile-expression.ts';
import type { Form } from '../model/form.ts';
import type { ExpressionText, FlowNode, Problem, ProcessGraph, Scope } from '../model/graph.ts';
import type { JsonObject } from '../model/json.ts';
import type { ScopeNet, Transition } from '../model/net.ts';
import { problem } from '../model/problems.ts';
import type { RuleObject } from '../model/rule-object.ts';
import { isTimerLiteral } from '../triggers/timer.ts';
import type { Procedure } from './procedure.ts';

export interface ProcedureInput {
  readonly graph: ProcessGraph;
  readonly ref: ProcedureRef;
  readonly rules?: RuleObject;
  readonly forms: ReadonlyMap<string, Form>;
}

/** Builds the nets and compiles every expression; an expression that does not parse is a problem at its element. */
export function compileProcedure(input: ProcedureInput): { readonly procedure?: Procedure; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const expressions = new Map<string, Expression>();
  for (const text of expressionsOf(input.graph)) {
    if (expressions.has(text.source)) continue;
    const compiled = compileExpression(text.source);
    if (compiled.ok) expressions.set(text.source, compiled.expression);
    else problems.push(problem('feel.syntax', text.element, { source: text.source, why: compiled.message }));
  }
  if (problems.length > 0) return { problems };
  const procedure: Procedure = {
    ref: input.ref,
    graph: input.graph,
    nets: input.graph.scopes.map((s) => netOf(s, input.graph)),
    rulesContext: (input.rules ?? {}) as JsonObject,
    forms: input.forms,
    hasConditions: [...input.graph.nodes.values()].some((n) => n.trigger.kind === 'conditional'),
    expressions,
    ...(input.rules ? { rules: input.rules } : {}),
  };
  return { procedure, problems };
}

function netOf(scope: Scope, graph: ProcessGraph): ScopeNet {
  const consumers: Transition[][] = scope.flows.map(() => []);
  const of = new Map<string, readonly Transition[]>();
  for (const id of scope.nodes) {
    const node = graph.nodes.get(id);
    if (!node) continue;
    const transitions = behaviourOf(node).fragment(node, graph);
    of.set(id, transitions);
    for (const t of transitions) for (const p of t.take) consumers[p]?.push(t);
  }
  const placeOf = placesOf(graph, scope.index);
  const joins = [...of.values()].flat().filter((t) => t.guard?.kind === 'inclusiveJoin');
  return { scope: scope.index, joins, placeOf, places: placeOf.size, consumers, of };
}

function expressionsOf(graph: ProcessGraph): ExpressionText[] {
  return [...graph.nodes.values()].flatMap(expressionsOfNode);
}

function expressionsOfNode(n: FlowNode): ExpressionText[] {
  const found: (ExpressionText | undefined)[] = n.outgoing.map((f) => f.condition);
  found.push(n.script, n.message?.correlationKey);
  if (n.trigger.kind === 'timer' && !isTimerLiteral(n.trigger.expression.source)) found.push(n.trigger.expression);
  if (n.trigger.kind === 'message') found.push(n.trigger.correlationKey);
  if (n.trigger.kind === 'conditional') found.push(n.trigger.condition);
  if (n.loop?.kind === 'multi') found.push(n.loop.cardinality, n.loop.completion);
  if (n.loop?.kind === 'standard') found.push(n.loop.condition);
  const person = n.rules.assignment?.person;
  if (person !== undefined) found.push({ source: person.replace(/^=/, ''), element: n.id });
  return found.filter((x) => x !== undefined);
}
