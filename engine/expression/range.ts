// Membership in a range, and stepping through one (DMN 1.3 §10.3.2.2.7, §10.3.2.14).
import { compare } from './compare.ts';
import type { Run } from './run.ts';
import type { Range, Value } from './value.ts';

/** null when the value cannot be compared with the range's ends. */
export function inRangeOf(value: Value, range: Range, run: Run): boolean | null {
  run.charge(1);
  if (range.low !== undefined) {
    const order = compare(value, range.low, run);
    if (order === undefined) return null;
    if (order < 0 || (order === 0 && !range.lowIn)) return false;
  }
  if (range.high !== undefined) {
    const order = compare(value, range.high, run);
    if (order === undefined) return null;
    if (order > 0 || (order === 0 && !range.highIn)) return false;
  }
  return true;
}
