// Reads the type after `instance of` and in function parameters (DMN 1.3 rule 67): named types, list<T>, range<T>, context<…>, function<…> -> T.
// Not done: types that a DMN model declares itself; the result type of a function is read but cannot be tested.
import { maxDepth } from './run.ts';
import type { Scanner } from './scan.ts';
import type { TypeTest } from './syntax.ts';
import type { Kind } from './value.ts';

const named: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['Null', 'null'],
  ['boolean', 'boolean'],
  ['string', 'string'],
  ['number', 'number'],
  ['date', 'date'],
  ['time', 'time'],
  ['date and time', 'date and time'],
  ['dateTime', 'date and time'],
  ['days and time duration', 'days and time duration'],
  ['dayTimeDuration', 'days and time duration'],
  ['years and months duration', 'years and months duration'],
  ['yearMonthDuration', 'years and months duration'],
  ['list', 'list'],
  ['context', 'context'],
  ['range', 'range'],
  ['function', 'function'],
]);
const longNames = /(?:date|days|years)\s+and\s+(?:time|months)(?:\s+duration)?(?![\p{ID_Continue}])/uy;

export function parseType(scan: Scanner, depth = 0): TypeTest {
  const { at } = scan;
  const name = typeName(scan);
  if (depth > maxDepth) scan.fail({ zh: '较浅的类型', en: 'a type that is nested less deeply' });
  if (name === 'Any') return { t: 'any' };
  const kind = named.get(name);
  if (kind === undefined) {
    scan.rewind(at);
    return scan.fail({ zh: '类型名', en: 'the name of a type' });
  }
  if (!scan.is('<')) return { t: 'kind', kind };
  switch (kind) {
    case 'list':
    case 'range': {
      scan.next();
      const of = parseType(scan, depth + 1);
      scan.expect('>');
      return { t: kind, of };
    }
    case 'context':
      return { t: 'context', fields: fields(scan, depth) };
    case 'function':
      return functionType(scan, depth);
    default:
      return { t: 'kind', kind };
  }
}

function typeName(scan: Scanner): string {
  const { at } = scan;
  longNames.lastIndex = at;
  const long = longNames.exec(scan.source)?.[0];
  if (long === undefined) return scan.member().text;
  scan.rewind(at + long.length);
  return long.replace(/\s+/g, ' ');
}

function fields(scan: Scanner, depth: number): ReadonlyMap<string, TypeTest> {
  const found = new Map<string, TypeTest>();
  scan.expect('<');
  do {
    const name = scan.declared([]).text;
    scan.expect(':');
    found.set(name, parseType(scan, depth + 1));
  } while (scan.take(','));
  scan.expect('>');
  return found;
}

function functionType(scan: Scanner, depth: number): TypeTest {
  scan.expect('<');
  let params = 0;
  if (!scan.is('>'))
    do {
      parseType(scan, depth + 1);
      params++;
    } while (scan.take(','));
  scan.expect('>');
  scan.expect('->');
  parseType(scan, depth + 1);
  return { t: 'function', params };
}
