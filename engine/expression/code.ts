// What compiling gives: a closure per node, with its size and depth, so that loops and calls can be charged before they run.
// Names are resolved when compiling: a local name becomes a number of links to follow, a free name a look-up.

import type { Run } from './run.ts';
import type { Node } from './syntax.ts';
import type { Value } from './value.ts';

/** Local values, innermost first. */
export interface Env {
  readonly value: Value;
  readonly up: Env | null;
  /** In a filter: the list that is filtered, to tell an entry that one item lacks from a name that is nowhere. */
  readonly among?: readonly Value[];
}
export type Eval = (run: Run, env: Env | null) => Value;

export interface Code {
  readonly eval: Eval;
  /** Nodes, each worth a step when it is evaluated in a loop. */
  readonly size: number;
  readonly depth: number;
}

/** The static picture of Env: one link each. In a filter the item's entries are names. */
export interface Scope {
  readonly name: string;
  readonly filter: boolean;
  readonly up: Scope | null;
}
export const bind = (name: string, up: Scope | null): Scope => ({ name, filter: false, up });

/** What the parts of the compiler share. */
export interface Compiler {
  code(node: Node, scope: Scope | null): Code;
  /** Names that the surroundings must supply. */
  readonly free: Set<string>;
  /** Names in filters that an item or the surroundings must supply. */
  readonly maybe: Set<string>;
  /** Local names that were used. */
  readonly used: Set<Scope>;
}

export function codeOf(parts: readonly Code[], run: Eval, own = 1): Code {
  let [size, depth] = [own, 0];
  for (const part of parts) {
    size += part.size;
    depth = Math.max(depth, part.depth);
  }
  return { eval: run, size, depth: depth + 1 };
}
