// What a rule over a procedure is given, and what it is: one file each, listed in rules.ts.
import type { Form } from '../model/form.ts';
import type { Drawing, FlowNode, ProcessGraph } from '../model/graph.ts';
import type { Words } from '../model/json.ts';
import type { Report } from '../model/problems.ts';
import type { RuleObject } from '../model/rule-object.ts';

/** Keys that exist; a map also gives their names, which findings then use. */
export type KnownOffices = ReadonlySet<string> | ReadonlyMap<string, Words>;

/** An office as people call it, its key where no name is known. */
export const officeName = (offices: KnownOffices | undefined, key: string): string | Words =>
  (offices && 'get' in offices ? offices.get(key) : undefined) ?? key;

export interface Subject {
  readonly drawing: Drawing;
  readonly graph: ProcessGraph;
  /** Nodes in document order. */
  readonly nodes: readonly FlowNode[];
  readonly rules?: RuleObject;
  readonly forms: ReadonlyMap<string, Form>;
  /** Absent: not known here, so not checked. */
  readonly offices?: KnownOffices;
  readonly bodies?: ReadonlySet<string>;
}

export interface ProcedureRule {
  /** Its name, the file's name. */
  readonly name: string;
  /** Asked of every process; the others only of a process on which something of gc: is drawn. */
  readonly always?: true;
  readonly check: (subject: Subject, report: Report) => void;
}
