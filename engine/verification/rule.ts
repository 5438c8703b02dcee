// What a rule over a procedure is given, and what it is: one file each, listed in rules.ts.
import type { Form } from '../model/form.ts';
import type { Drawing, FlowNode, ProcessGraph } from '../model/graph.ts';
import type { Report } from '../model/problems.ts';
import type { RuleObject } from '../model/rule-object.ts';

export interface Subject {
  readonly drawing: Drawing;
  readonly graph: ProcessGraph;
  /** Nodes in document order. */
  readonly nodes: readonly FlowNode[];
  readonly rules?: RuleObject;
  readonly forms: ReadonlyMap<string, Form>;
  /** Absent: not known here, so not checked. */
  readonly offices?: ReadonlySet<string>;
  readonly bodies?: ReadonlySet<string>;
}

export interface ProcedureRule {
  /** Its name, the file's name. */
  readonly name: string;
  /** Asked of every process; the others only of a process on which something of gc: is drawn. */
  readonly always?: true;
  readonly check: (subject: Subject, report: Report) => void;
}
