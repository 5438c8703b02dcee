// What a built-in function is: its parameters by name, what it costs, and what it does.
// A function reads its arguments through Args, which refuses what has the wrong kind; the call is then null with a warning.
// The conversions of DMN 1.3 §10.3.2.9.4 apply: a list of one item passes as the item, an item as a list of one.
import { isInteger, type Num } from '../number.ts';
import type { Run } from '../run.ts';
import { type Context, type FeelFunction, isList, isNumber, kindOf, type Range, type Value } from '../value.ts';

export interface Builtin {
  /** `name`, `name?` when it may be left out, `name...` when it may be repeated (last only). */
  readonly params: readonly string[];
  /** Steps paid for a call; what depends on the size of the arguments is paid inside. */
  readonly cost: number;
  /** Computed when compiling if all arguments are literals; null is then refused. */
  readonly literal?: true;
  readonly run: (args: Args) => Value;
}
export type BuiltinTable = ReadonlyMap<string, readonly Builtin[]>;
export type Functions = Readonly<Record<string, readonly Builtin[]>>;

/** Thrown by Args; the call turns it into null with a warning. */
export class BadArgument {
  readonly detail: string;
  constructor(detail: string) {
    this.detail = detail;
  }
}

export class Args {
  readonly #values: readonly (Value | undefined)[];
  readonly #params: readonly string[];
  readonly run: Run;
  /** Offset of the call, for warnings. */
  readonly at: number;

  constructor(call: {
    readonly values: readonly (Value | undefined)[];
    readonly params: readonly string[];
    readonly run: Run;
    readonly at: number;
  }) {
    this.#values = call.values;
    this.#params = call.params;
    this.run = call.run;
    this.at = call.at;
  }

  bad(i: number, why?: string): never {
    const param = this.#params[Math.min(i, this.#params.length - 1)] ?? '';
    throw new BadArgument(`${param.replace(/[?.]+$/, '')} = ${why ?? kindOf(this.any(i))}`);
  }
  has(i: number): boolean {
    return this.#values[i] !== undefined;
  }
  any(i: number): Value {
    return this.#values[i] ?? null;
  }
  /** A list of one item passes as the item. */
  #one(i: number): Value {
    const value = this.any(i);
    return isList(value) && value.length === 1 ? (value[0] ?? null) : value;
  }
  text(i: number): string {
    const value = this.#one(i);
    if (typeof value !== 'string') return this.bad(i);
    this.run.chargeText(value.length);
    return value;
  }
  number(i: number): Num {
    const value = this.#one(i);
    return isNumber(value) ? value : this.bad(i);
  }
  integer(i: number): number {
    const value = this.number(i);
    return typeof value === 'number' && isInteger(value) ? value : this.bad(i, String(value));
  }
  boolean(i: number): boolean {
    const value = this.#one(i);
    return typeof value === 'boolean' ? value : this.bad(i);
  }
  /** An item that is not null passes as a list of one. */
  list(i: number): readonly Value[] {
    const value = this.any(i);
    const list = isList(value) ? value : value === null ? this.bad(i) : [value];
    this.run.charge(list.length >> 2);
    return list;
  }
  /** The one list, or all arguments: max([1, 2]) and max(1, 2). */
  items(): readonly Value[] {
    return this.#values.length === 1 ? this.list(0) : this.rest(0);
  }
  rest(from: number): readonly Value[] {
    return this.#values.slice(from).map((value) => value ?? null);
  }
  context(i: number): Context {
    const value = this.#one(i);
    return isObject(value) && value.kind === 'context' ? value : this.bad(i);
  }
  range(i: number): Range {
    const value = this.#one(i);
    return isObject(value) && value.kind === 'range' ? value : this.bad(i);
  }
  function(i: number, params: number): FeelFunction {
    const value = this.#one(i);
    return isObject(value) && value.kind === 'function' && value.params.length === params ? value : this.bad(i);
  }
}

export type ObjectValue = Exclude<Value, null | boolean | string | Num | readonly Value[]>;
export function isObject(value: Value): value is ObjectValue {
  return value !== null && typeof value === 'object' && !isList(value) && !isNumber(value);
}
