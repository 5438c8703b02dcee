// The text of a value, as string() and string join() give it (DMN 1.3 §10.3.4.1).
// Texts inside lists and contexts are quoted, so that the result reads as FEEL.
import { Decimal } from 'decimal.js';
import { numberText } from './number.ts';
import type { Run } from './run.ts';
import { temporalText } from './temporal-text.ts';
import { isList, type Range, type Value } from './value.ts';

export function textOf(value: Value, run: Run): string {
  return typeof value === 'string' ? value : inner(value, run, 0);
}

const quote = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;
const plainName = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

function inner(value: Value, run: Run, depth: number): string {
  run.charge(1);
  run.checkDepth(depth);
  if (value === null) return 'null';
  if (typeof value === 'string') {
    run.chargeText(value.length);
    return quote(value);
  }
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Decimal) {
    run.charge(8);
    return numberText(value);
  }
  if (isList(value)) return bounded(`[${value.map((item) => inner(item, run, depth + 1)).join(', ')}]`, run);
  switch (value.kind) {
    case 'context': {
      const entries = [...value.entries(run)].map(
        ([name, item]) => `${plainName.test(name) ? name : quote(name)}: ${inner(item, run, depth + 1)}`,
      );
      return bounded(`{${entries.join(', ')}}`, run);
    }
    case 'range':
      return rangeText(value, run, depth);
    case 'function':
      return `function(${value.params.join(', ')})`;
    default:
      run.charge(4);
      return temporalText(value);
  }
}

function bounded(text: string, run: Run): string {
  run.chargeText(text.length);
  return text;
}

function rangeText(range: Range, run: Run, depth: number): string {
  const end = (v: Value | undefined): string => (v === undefined ? 'null' : inner(v, run, depth + 1));
  return `${range.lowIn ? '[' : '('}${end(range.low)}..${end(range.high)}${range.highIn ? ']' : ')'}`;
}
