// Functions of texts (DMN 1.3 §10.3.4.3). Positions and lengths count Unicode code points, from 1.
import { matchesPattern, replacePattern, splitPattern } from '../pattern/pattern.ts';
import { isList } from '../value.ts';
import type { Args, Functions } from './builtin.ts';

const surrogate = /[\ud800-\udfff]/;

function points(text: string, args: Args): readonly string[] | string {
  if (!surrogate.test(text)) return text;
  args.run.charge(text.length >> 2);
  return [...text];
}

/** Where the second text begins in the first. The machine's search may take text × sought, so that is what is paid. */
function find(args: Args): number {
  const [text, sought] = [args.text(0), args.text(1)];
  args.run.charge(Math.floor((text.length * sought.length) / 512));
  return text.indexOf(sought);
}

function substring(args: Args): string {
  const all = points(args.text(0), args);
  const start = args.integer(1);
  if (start === 0 || Math.abs(start) > all.length) return args.bad(1, String(start));
  const from = start > 0 ? start - 1 : all.length + start;
  const length = args.has(2) && args.any(2) !== null ? args.integer(2) : all.length;
  if (length < 1) return args.bad(2, String(length));
  const part = all.slice(from, from + length);
  return typeof part === 'string' ? part : part.join('');
}

function join(args: Args): string {
  const parts = args.list(0).flatMap((part) => (part === null ? [] : [typeof part === 'string' ? part : args.bad(0, 'list')]));
  const [delimiter, prefix, suffix] = [1, 2, 3].map((i) => (args.has(i) && args.any(i) !== null ? args.text(i) : ''));
  const length = parts.reduce((sum, part) => sum + part.length + (delimiter?.length ?? 0), 0);
  args.run.chargeText(length);
  return `${prefix ?? ''}${parts.join(delimiter)}${suffix ?? ''}`;
}

function flags(args: Args, i: number): string {
  return args.has(i) && args.any(i) !== null ? args.text(i) : '';
}

export const stringFunctions: Functions = {
  substring: [{ params: ['string', 'start position', 'length?'], cost: 2, run: substring }],
  'string length': [{ params: ['string'], cost: 2, run: (a) => points(a.text(0), a).length }],
  'upper case': [{ params: ['string'], cost: 2, run: (a) => a.text(0).toUpperCase() }],
  'lower case': [{ params: ['string'], cost: 2, run: (a) => a.text(0).toLowerCase() }],
  'substring before': [
    {
      params: ['string', 'match'],
      cost: 2,
      run: (a) => {
        const found = find(a);
        return found < 0 ? '' : a.text(0).slice(0, found);
      },
    },
  ],
  'substring after': [
    {
      params: ['string', 'match'],
      cost: 2,
      run: (a) => {
        const found = find(a);
        return found < 0 ? '' : a.text(0).slice(found + a.text(1).length);
      },
    },
  ],
  contains: [{ params: ['string', 'match'], cost: 2, run: (a) => find(a) >= 0 }],
  'starts with': [{ params: ['string', 'match'], cost: 2, run: (a) => a.text(0).startsWith(a.text(1)) }],
  'ends with': [{ params: ['string', 'match'], cost: 2, run: (a) => a.text(0).endsWith(a.text(1)) }],
  matches: [
    {
      params: ['input', 'pattern', 'flags?'],
      cost: 4,
      run: (a) => matchesPattern({ text: a.text(0), pattern: a.text(1), flags: flags(a, 2) }, a.run),
    },
  ],
  replace: [
    {
      params: ['input', 'pattern', 'replacement', 'flags?'],
      cost: 4,
      run: (a) => replacePattern({ text: a.text(0), pattern: a.text(1), flags: flags(a, 3) }, a.text(2), a.run),
    },
  ],
  split: [
    { params: ['string', 'delimiter'], cost: 4, run: (a) => splitPattern({ text: a.text(0), pattern: a.text(1), flags: '' }, a.run) },
  ],
  'string join': [{ params: ['list', 'delimiter?', 'prefix?', 'suffix?'], cost: 2, run: (a) => (isList(a.any(0)) ? join(a) : a.bad(0)) }],
};
