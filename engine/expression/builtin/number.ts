// Functions of numbers (DMN 1.3 §10.3.4.5). floor, ceiling and the round functions take a scale, as in DMN 1.4.
import type { Decimal } from 'decimal.js';
import { decimal, isInteger, modulo, type Num, rounding, roundTo, transcendental } from '../number.ts';
import { negateDuration } from '../temporal-arithmetic.ts';
import type { Value } from '../value.ts';
import { type Args, type Builtin, type Functions, isObject } from './builtin.ts';

const maxScale = 6100;

function rounded(args: Args, mode: Decimal.Rounding): Num {
  const scale = args.has(1) ? args.integer(1) : 0;
  if (Math.abs(scale) > maxScale) return args.bad(1, String(scale));
  return roundTo(args.number(0), scale, mode, args.run) ?? args.bad(0);
}
const rounder = (mode: Decimal.Rounding, scale: 'scale' | 'scale?' = 'scale?'): Builtin => ({
  params: ['n', scale],
  cost: 2,
  run: (a) => rounded(a, mode),
});

function absolute(args: Args): Value {
  const value = args.any(0);
  if (isObject(value) && value.kind === 'days and time duration') return value.ns < 0n ? negateDuration(value) : value;
  if (isObject(value) && value.kind === 'years and months duration') return value.months < 0 ? negateDuration(value) : value;
  const n = args.number(0);
  return typeof n === 'number' ? Math.abs(n) : n.abs();
}

function root(args: Args): Num {
  return transcendental('sqrt', args.number(0), args.run) ?? args.bad(0, 'negative');
}

function parity(args: Args): number | undefined {
  const n = args.number(0);
  if (!isInteger(n)) return undefined;
  const rest = modulo(n, 2, args.run);
  return typeof rest === 'number' ? rest : args.bad(0, decimal(n).toString());
}

export const numberFunctions: Functions = {
  decimal: [rounder(rounding.halfEven, 'scale')],
  floor: [rounder(rounding.floor)],
  ceiling: [rounder(rounding.ceiling)],
  'round up': [rounder(rounding.up)],
  'round down': [rounder(rounding.down)],
  'round half up': [rounder(rounding.halfUp)],
  'round half down': [rounder(rounding.halfDown)],
  abs: [{ params: ['n'], cost: 2, run: absolute }],
  modulo: [{ params: ['dividend', 'divisor'], cost: 2, run: (a) => modulo(a.number(0), a.number(1), a.run) ?? a.bad(1, '0') }],
  sqrt: [{ params: ['number'], cost: 2, run: root }],
  log: [{ params: ['number'], cost: 2, run: (a) => transcendental('ln', a.number(0), a.run) ?? a.bad(0, '≤ 0') }],
  exp: [{ params: ['number'], cost: 2, run: (a) => transcendental('exp', a.number(0), a.run) ?? a.bad(0) }],
  odd: [
    {
      params: ['number'],
      cost: 2,
      run: (a) => {
        const rest = parity(a);
        return rest === undefined ? a.bad(0) : rest === 1;
      },
    },
  ],
  even: [
    {
      params: ['number'],
      cost: 2,
      run: (a) => {
        const rest = parity(a);
        return rest === undefined ? a.bad(0) : rest === 0;
      },
    },
  ],
};
