// The tree of a parsed expression (DMN 1.3 §10.3.1.2). Chains (a + b - c, a and b, x.y[1](z)) are flat lists, so that a long
// chain is not a deep tree. `at` is the offset in the source.
import type { Kind, Value } from './value.ts';

export type SumOperator = '+' | '-';
export type ProductOperator = '*' | '/';
export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type TypeTest =
  | { readonly t: 'any' }
  | { readonly t: 'kind'; readonly kind: Kind }
  | { readonly t: 'list' | 'range'; readonly of: TypeTest }
  | { readonly t: 'context'; readonly fields: ReadonlyMap<string, TypeTest> }
  | { readonly t: 'function'; readonly params: number };

/** One positive unary test: compared with an operator, or a value that the input must be in. */
export type Test =
  | { readonly operator: CompareOperator; readonly to: Node; readonly at: number }
  | { readonly operator: 'in'; readonly to: Node; readonly at: number };

export interface Binding {
  readonly name: string;
  readonly domain: Node;
  /** `for i in 1..9`: the end, when the domain is written without brackets. */
  readonly upTo?: Node;
  readonly at: number;
}
export interface Parameter {
  readonly name: string;
  readonly type?: TypeTest;
}
export interface Argument {
  /** Named invocation. */
  readonly name?: string;
  readonly value: Node;
}
export type Step =
  | { readonly s: 'path'; readonly name: string; readonly at: number }
  | { readonly s: 'filter'; readonly by: Node; readonly at: number }
  | { readonly s: 'call'; readonly args: readonly Argument[]; readonly at: number };

export type Node =
  | { readonly t: 'literal'; readonly value: Value; readonly at: number }
  /** `@"…"`. */
  | { readonly t: 'temporal'; readonly text: string; readonly at: number }
  | { readonly t: 'name'; readonly name: string; readonly at: number }
  | { readonly t: 'list'; readonly items: readonly Node[]; readonly at: number }
  | { readonly t: 'context'; readonly entries: readonly { readonly name: string; readonly value: Node }[]; readonly at: number }
  | {
      readonly t: 'range';
      readonly low?: Node;
      readonly high?: Node;
      readonly lowIn: boolean;
      readonly highIn: boolean;
      readonly at: number;
    }
  | { readonly t: 'or' | 'and'; readonly terms: readonly Node[]; readonly at: number }
  | { readonly t: 'compare'; readonly operator: CompareOperator; readonly left: Node; readonly right: Node; readonly at: number }
  | { readonly t: 'between'; readonly value: Node; readonly low: Node; readonly high: Node; readonly at: number }
  | { readonly t: 'in'; readonly value: Node; readonly tests: readonly Test[]; readonly at: number }
  | { readonly t: 'sum'; readonly first: Node; readonly rest: readonly Operand<SumOperator>[]; readonly at: number }
  | { readonly t: 'product'; readonly first: Node; readonly rest: readonly Operand<ProductOperator>[]; readonly at: number }
  | { readonly t: 'power'; readonly first: Node; readonly rest: readonly Operand<'**'>[]; readonly at: number }
  | { readonly t: 'negate'; readonly value: Node; readonly at: number }
  | { readonly t: 'instance'; readonly value: Node; readonly type: TypeTest; readonly at: number }
  | { readonly t: 'if'; readonly condition: Node; readonly yes: Node; readonly no: Node; readonly at: number }
  | { readonly t: 'for'; readonly bindings: readonly Binding[]; readonly body: Node; readonly at: number }
  | { readonly t: 'some' | 'every'; readonly bindings: readonly Binding[]; readonly body: Node; readonly at: number }
  | { readonly t: 'function'; readonly params: readonly Parameter[]; readonly body: Node; readonly at: number }
  | { readonly t: 'postfix'; readonly base: Node; readonly steps: readonly Step[]; readonly at: number };

export interface Operand<O extends string> {
  readonly operator: O;
  readonly value: Node;
  readonly at: number;
}

/** What a unary-tests text says (DMN 1.3 grammar rules 15–17). */
export interface Tests {
  /** `-`: anything. */
  readonly any: boolean;
  readonly negated: boolean;
  readonly tests: readonly Test[];
}
