// Canonical JSON (RFC 8785): one value has exactly one text, so that its hash means the value.
// Promise: total; what JSON cannot say exactly (undefined, NaN, lone surrogates, too deep) is an error value with its path, never dropped.
// −0 is written as 0. Numbers are written as ECMAScript writes them, which is what the RFC asks for.
import type { Json } from '../model/json.ts';

/** Deeper than any form or FEEL result needs; keeps the recursion of readers and writers bounded. */
export const deepestLevel = 128;

export type CanonicalFault = 'undefined' | 'notJson' | 'notFinite' | 'loneSurrogate' | 'tooDeep';
export type Canonical =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: CanonicalFault; readonly path: string };

class Unsayable extends Error {
  constructor(
    readonly why: CanonicalFault,
    readonly path: string,
  ) {
    super(why);
  }
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function writeText(text: string, path: string): string {
  if (loneSurrogate.test(text)) throw new Unsayable('loneSurrogate', path);
  return JSON.stringify(text);
}

/** The RFC sorts by UTF-16 code units, which is how `<` compares strings. */
const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function writeObject(value: object, path: string, level: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Unsayable('notJson', path);
  const members = Object.entries(value)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([key, member]) => `${writeText(key, path)}:${write(member, `${path}/${key}`, level + 1)}`);
  return `{${members.join(',')}}`;
}

function write(value: unknown, path: string, level: number): string {
  if (level > deepestLevel) throw new Unsayable('tooDeep', path);
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'string':
      return writeText(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new Unsayable('notFinite', path);
      return JSON.stringify(value);
    case 'undefined':
      throw new Unsayable('undefined', path);
    case 'object':
      if (value === null) return 'null';
      // Array.from, unlike map, visits the holes of a sparse array.
      if (Array.isArray(value)) return `[${Array.from(value, (item: unknown, i) => write(item, `${path}/${i}`, level + 1)).join(',')}]`;
      return writeObject(value, path, level);
    default:
      throw new Unsayable('notJson', path);
  }
}

/** The canonical text of a value. Takes `unknown` because typed values of the engine are JSON without saying so to the compiler. */
export function canonicalText(value: unknown): Canonical {
  try {
    return { ok: true, text: write(value, '', 0) };
  } catch (fault) {
    if (fault instanceof Unsayable) return { ok: false, why: fault.why, path: fault.path };
    throw fault;
  }
}

/**
 * Reads a text that must be its own canonical form; undefined otherwise.
 * Doubled keys, spaces, other spellings of a number or a letter: all are found by writing the value again.
 */
export function readCanonical(text: string): Json | undefined {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const again = canonicalText(value);
  return again.ok && again.text === text ? value : undefined;
}
