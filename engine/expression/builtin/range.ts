// Relations of points and ranges (DMN 1.3 §10.3.4.9, table 78). A point is a range of itself, so that each relation is written once
// where the table says the same for points; an end that is open to infinity is refused.
import { compare, equal } from '../compare.ts';
import type { Range, Value } from '../value.ts';
import { type Args, type Builtin, type Functions, isObject } from './builtin.ts';

/** A range with both ends, or a point as the range of itself. */
interface Span {
  readonly low: Value;
  readonly high: Value;
  readonly lowIn: boolean;
  readonly highIn: boolean;
  readonly point: boolean;
}

function span(args: Args, i: number): Span {
  const value = args.any(i);
  if (value === null) return args.bad(i);
  if (!isObject(value) || value.kind !== 'range') return { low: value, high: value, lowIn: true, highIn: true, point: true };
  const { low, high, lowIn, highIn } = value;
  if (low === undefined || high === undefined || low === null || high === null) return args.bad(i, '∞');
  return { low, high, lowIn, highIn, point: false };
}

type Order = (x: Value, y: Value) => number;
type Relation = (a: Span, b: Span, order: Order) => boolean;

/** Is a wholly before b? */
const before: Relation = (a, b, order) => {
  const gap = order(a.high, b.low);
  return gap < 0 || (gap === 0 && !(a.highIn && b.lowIn));
};
/** Compares starts: an open start begins later. */
const starts = (a: Span, b: Span, order: Order): number => order(a.low, b.low) || Number(b.lowIn) - Number(a.lowIn);
/** Compares ends: an open end finishes earlier. */
const ends = (a: Span, b: Span, order: Order): number => order(a.high, b.high) || Number(a.highIn) - Number(b.highIn);

const relations: Readonly<Record<string, { readonly params: readonly [string, string]; readonly holds: Relation; readonly swap?: true }>> =
  {
    before: { params: ['a', 'b'], holds: before },
    after: { params: ['a', 'b'], holds: before, swap: true },
    meets: { params: ['range1', 'range2'], holds: (a, b, order) => a.highIn && b.lowIn && order(a.high, b.low) === 0 },
    'met by': { params: ['range1', 'range2'], holds: (a, b, order) => a.highIn && b.lowIn && order(a.high, b.low) === 0, swap: true },
    overlaps: { params: ['range1', 'range2'], holds: (a, b, order) => !before(a, b, order) && !before(b, a, order) },
    'overlaps before': {
      params: ['range1', 'range2'],
      holds: (a, b, order) => starts(a, b, order) < 0 && ends(a, b, order) <= 0 && !before(a, b, order),
    },
    'overlaps after': {
      params: ['range1', 'range2'],
      holds: (a, b, order) => starts(a, b, order) < 0 && ends(a, b, order) <= 0 && !before(a, b, order),
      swap: true,
    },
    finishes: { params: ['a', 'range'], holds: (a, b, order) => ends(a, b, order) === 0 && starts(a, b, order) >= 0 },
    'finished by': { params: ['range', 'a'], holds: (a, b, order) => ends(a, b, order) === 0 && starts(a, b, order) >= 0, swap: true },
    includes: { params: ['range', 'a'], holds: (a, b, order) => starts(a, b, order) >= 0 && ends(a, b, order) <= 0, swap: true },
    during: { params: ['a', 'range'], holds: (a, b, order) => starts(a, b, order) >= 0 && ends(a, b, order) <= 0 },
    starts: { params: ['a', 'range'], holds: (a, b, order) => starts(a, b, order) === 0 && ends(a, b, order) <= 0 },
    'started by': { params: ['range', 'a'], holds: (a, b, order) => starts(a, b, order) === 0 && ends(a, b, order) <= 0, swap: true },
  };

function relation(params: readonly string[], holds: Relation, swap: boolean): Builtin {
  return {
    params,
    cost: 6,
    run: (args) => {
      const order: Order = (x, y) => compare(x, y, args.run) ?? args.bad(1);
      const [a, b] = [span(args, 0), span(args, 1)];
      if (params[0] === 'range1' && (a.point || b.point)) return args.bad(a.point ? 0 : 1);
      return swap ? holds(b, a, order) : holds(a, b, order);
    },
  };
}

const isRange = (value: Value): value is Range => isObject(value) && value.kind === 'range';

export const rangeFunctions: Functions = {
  ...Object.fromEntries(
    Object.entries(relations).map(([name, { params, holds, swap }]) => [name, [relation(params, holds, swap === true)]]),
  ),
  coincides: [
    {
      params: ['a', 'b'],
      cost: 4,
      run: (args) => {
        const [a, b] = [args.any(0), args.any(1)];
        if (a === null || b === null || isRange(a) !== isRange(b)) return args.bad(1);
        return equal(a, b, args.run) ?? args.bad(1);
      },
    },
  ],
};
