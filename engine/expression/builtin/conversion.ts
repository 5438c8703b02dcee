// number(), string(), not(), is() (DMN 1.3 §10.3.4.1, §10.3.4.2, §10.3.4.6).
import { equal } from '../compare.ts';
import { sameMoment } from '../member.ts';
import { readNumber } from '../number.ts';
import { textOf } from '../text.ts';
import { isNumber, kindOf, type Value } from '../value.ts';
import { type Args, type Functions, isObject } from './builtin.ts';

function numberFrom(args: Args): Value {
  const value = args.any(0);
  if (isNumber(value)) return value;
  const [text, grouping, point] = [args.text(0), separator(args, 1, [' ', ',', '.']), separator(args, 2, ['.', ','])];
  if (text.length > 100 || (grouping !== '' && grouping === point)) return args.bad(1);
  const plain = (grouping === '' ? text : text.replaceAll(grouping, '')).replace(point === '' ? '.' : point, '.');
  return (point === ',' && text.includes('.') && grouping !== '.' ? undefined : readNumber(plain)) ?? args.bad(0, `"${text.slice(0, 40)}"`);
}

function separator(args: Args, i: number, allowed: readonly string[]): string {
  if (!args.has(i) || args.any(i) === null) return '';
  const text = args.text(i);
  return allowed.includes(text) ? text : args.bad(i, `"${text.slice(0, 10)}"`);
}

/** Equal and of the same kind, temporal values with the same zone. */
function is(args: Args): boolean {
  const [a, b] = [args.any(0), args.any(1)];
  if (kindOf(a) !== kindOf(b)) return false;
  if (isObject(a) && isObject(b) && (a.kind === 'time' || a.kind === 'date and time') && (b.kind === 'time' || b.kind === 'date and time'))
    return sameMoment(a, b);
  return equal(a, b, args.run) === true;
}

export const conversionFunctions: Functions = {
  number: [{ params: ['from', 'grouping separator?', 'decimal separator?'], cost: 4, run: numberFrom }],
  string: [
    {
      params: ['from'],
      cost: 4,
      run: (a) => (a.any(0) === null ? null : textOf(a.any(0), a.run)),
    },
  ],
  not: [{ params: ['negand'], cost: 1, run: (a) => !a.boolean(0) }],
  is: [{ params: ['value1', 'value2'], cost: 4, run: is }],
};
