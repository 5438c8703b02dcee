// Judges the rules of a drawn procedure without running it: who does, who supervises, how a body meets, what expressions say.
// Promise: a plain BPMN file without any gc: element is asked for nothing but right expressions; every finding is at its element.
// Not done here: soundness and precedence over all runs.
import type { Form } from '../model/form.ts';
import type { Drawing, FlowNode, Problem, ProcessGraph } from '../model/graph.ts';
import { problemList } from '../model/problem-list.ts';
import type { RuleObject } from '../model/rule-object.ts';
import type { KnownOffices, Subject } from './rule.ts';
import { procedureRules } from './rules.ts';

export interface ProcedureCheck {
  readonly drawing: Drawing;
  /** Only this process; without it, every process of the drawing. */
  readonly process?: string;
  readonly rules?: RuleObject;
  readonly forms: ReadonlyMap<string, Form>;
  readonly offices?: KnownOffices;
  readonly bodies?: ReadonlySet<string>;
}

export function checkProcedure(input: ProcedureCheck): readonly Problem[] {
  const { report, found } = problemList();
  const graphs = input.drawing.processes.filter(({ id }) => input.process === undefined || id === input.process);
  if (graphs.length === 0) report('process.missing', input.process ?? '');
  for (const graph of graphs) {
    const subject: Subject = { ...input, graph, nodes: [...graph.nodes.values()] };
    const regulated = isRegulated(graph);
    for (const rule of procedureRules) if (rule.always || regulated) rule.check(subject, report);
  }
  return found;
}

const ofNothing = (rules: object): boolean => Object.values(rules).every((value) => Array.isArray(value) && value.length === 0);

/** Whether anything of gc: is drawn on the process, a lane or a node. */
export const isRegulated = (graph: ProcessGraph): boolean =>
  !ofNothing(graph.rules) ||
  graph.lanes.some(({ rules }) => !ofNothing(rules)) ||
  [...graph.nodes.values()].some((node: FlowNode) => !ofNothing(node.rules));
