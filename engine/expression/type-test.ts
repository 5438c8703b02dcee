// Does a value belong to a type (DMN 1.3 §10.3.2.9, instance of)? null belongs to Null only. Elements of lists are all looked at.
import type { Run } from './run.ts';
import type { TypeTest } from './syntax.ts';
import { isList, isNumber, kindOf, type Value } from './value.ts';

export function hasType(value: Value, type: TypeTest, run: Run, depth = 0): boolean {
  run.charge(2);
  run.checkDepth(depth);
  if (type.t === 'kind') return kindOf(value) === type.kind;
  if (value === null) return false;
  if (type.t === 'any') return true;
  if (isList(value)) return type.t === 'list' && value.every((item) => hasType(item, type.of, run, depth + 1));
  if (typeof value !== 'object' || isNumber(value)) return false;
  if (value.kind === 'range')
    return type.t === 'range' && [value.low, value.high].every((end) => end === undefined || hasType(end, type.of, run, depth + 1));
  if (value.kind === 'context')
    return type.t === 'context' && [...type.fields].every(([name, of]) => hasField(value.get(name, run), of, run, depth));
  return value.kind === 'function' && type.t === 'function' && value.params.length === type.params;
}

const hasField = (value: Value | undefined, type: TypeTest, run: Run, depth: number): boolean =>
  value !== undefined && (value === null || hasType(value, type, run, depth + 1));
