// Goes through what `for`, `some` and `every` range over: a list, a range of integers or days, or from..to, which may fall.
import type { Temporal } from 'temporal-polyfill';
import type { Run } from './run.ts';
import { inRange } from './temporal-text.ts';
import { isList, isNumber, kindOf, type Value } from './value.ts';

interface Domain {
  readonly from: Value;
  /** `from..upTo` without brackets; both ends belong to it. */
  readonly upTo: Value | undefined;
  readonly run: Run;
  readonly at: number;
}

/** false when this is nothing to go through (a warning says so). `visit` answers whether to go on. */
export function walk({ from, upTo, run, at }: Domain, visit: (value: Value) => boolean): boolean {
  if (upTo !== undefined) return steps({ first: from, last: upTo, trimFirst: false, trimLast: false, falls: true }, run, at, visit);
  if (isList(from)) {
    for (const item of from) {
      run.charge(1);
      if (!visit(item)) break;
    }
    return true;
  }
  if (from !== null && typeof from === 'object' && !isNumber(from) && from.kind === 'range') {
    const { low = null, high = null, lowIn, highIn } = from;
    return steps({ first: low, last: high, trimFirst: !lowIn, trimLast: !highIn, falls: false }, run, at, visit);
  }
  run.warn('expression.type-mismatch', at, `in ${kindOf(from)}`);
  return false;
}

interface Steps {
  readonly first: Value;
  readonly last: Value;
  readonly trimFirst: boolean;
  readonly trimLast: boolean;
  readonly falls: boolean;
}

function steps(range: Steps, ...[run, at, visit]: [Run, number, (value: Value) => boolean]): boolean {
  const { first, last } = range;
  const day = (value: Value): Temporal.PlainDate | undefined =>
    value !== null && typeof value === 'object' && !isList(value) && !isNumber(value) && value.kind === 'date' ? value.plain : undefined;
  const [firstDay, lastDay] = [day(first), day(last)];
  if (firstDay && lastDay) {
    run.charge(12);
    const days = firstDay.until(lastDay, { largestUnit: 'day' }).days;
    return count(range, [0, days], run, (n) => {
      run.charge(25);
      const plain = inRange(() => firstDay.add({ days: n }));
      return plain !== undefined && visit({ kind: 'date', plain });
    });
  }
  if (typeof first === 'number' && typeof last === 'number') return count(range, [first, last], run, visit);
  run.warn('expression.type-mismatch', at, `${kindOf(first)} .. ${kindOf(last)}`);
  return false;
}

function count(range: Steps, [first, last]: readonly [number, number], run: Run, visit: (n: number) => boolean): true {
  const step = range.falls && last < first ? -1 : 1;
  const start = range.trimFirst ? first + 1 : first;
  const end = range.trimLast ? last - 1 : last;
  for (let n = start; step > 0 ? n <= end : n >= end; n += step) {
    run.charge(1);
    if (!visit(n)) break;
  }
  return true;
}
