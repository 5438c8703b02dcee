// A procedure ready to run: the frozen graph, its nets, its rule object and forms, its expressions compiled once.
import type { ProcedureRef } from '../case/event.ts';
import type { Expression } from '../expression/compile-expression.ts';
import type { Form } from '../model/form.ts';
import type { ProcessGraph } from '../model/graph.ts';
import type { JsonObject } from '../model/json.ts';
import type { ScopeNet } from '../model/net.ts';
import type { RuleObject } from '../model/rule-object.ts';

export interface Procedure {
  readonly ref: ProcedureRef;
  readonly graph: ProcessGraph;
  /** By scope index. */
  readonly nets: readonly ScopeNet[];
  readonly rules?: RuleObject;
  /** The rule object as FEEL sees it under the name `rules`. */
  readonly rulesContext: JsonObject;
  readonly forms: ReadonlyMap<string, Form>;
  /** Whether any of its events waits for a condition. */
  readonly hasConditions: boolean;
  /** By source text. */
  readonly expressions: ReadonlyMap<string, Expression>;
}
