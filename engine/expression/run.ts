// One evaluation: where names are looked up, the clock, and the budget that every loop, call and traversal is charged against.
// Promise: whatever the expression, the budget ends it (Stop); a step is worth roughly a third of a microsecond.
import type { Json } from '../model/json.ts';
import { Stop, type Warning, type WarningCode, warning } from './fault.ts';

export type Lookup = (name: string) => Json | undefined;
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: number;
  /** IANA zone of `now()` and `today()`. */
  readonly zone: string;
}
export interface Limits {
  readonly steps?: number;
  readonly depth?: number;
}

export const defaultSteps = 100_000;
export const maxDepth = 64;
export const maxText = 100_000;
/** Nested calls may together be this much deeper than one expression: bounds the machine's stack. */
const stackLevels = 12;
const maxWarnings = 20;

export class Run {
  readonly lookup: Lookup;
  readonly clock: Clock;
  readonly warnings: Warning[] = [];
  readonly #maxDepth: number;
  #steps: number;
  #calls = 0;
  #levels = 0;

  constructor(lookup: Lookup, clock: Clock, limits: Limits | undefined) {
    this.lookup = lookup;
    this.clock = clock;
    this.#steps = limits?.steps ?? defaultSteps;
    this.#maxDepth = limits?.depth ?? maxDepth;
  }

  /** Pays for work before it is done. */
  charge(steps: number): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new Stop('expression.too-many-steps');
  }

  /** Goes into a function whose body is nested `levels` deep. */
  enter(levels: number): void {
    this.#calls++;
    this.#levels += levels;
    if (this.#calls > this.#maxDepth || this.#levels > this.#maxDepth * stackLevels) throw new Stop('expression.too-deep');
  }
  leave(levels: number): void {
    this.#calls--;
    this.#levels -= levels;
  }

  /** A traversal of data has come this deep. */
  checkDepth(depth: number): void {
    if (depth > this.#maxDepth) throw new Stop('expression.too-deep');
  }

  /** Pays for a text that was made or is read through. */
  chargeText(length: number): void {
    if (length > maxText) throw new Stop('expression.too-large');
    this.charge(length >> 6);
  }

  /** The part at this offset is null, and says why. */
  warn(code: WarningCode, at: number, detail?: string): null {
    if (this.warnings.length < maxWarnings) this.warnings.push(warning(code, at, detail));
    return null;
  }
}
