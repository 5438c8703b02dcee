// Sets of characters as predicates on code points: escapes, categories and ranges of the XPath regular expressions
// (XPath Functions 3.1 §5.6.1, XML Schema Part 2 appendix G). Not done: Unicode blocks (\p{IsGreek}).
export type CharSet = (point: number) => boolean;

export const one =
  (point: number): CharSet =>
  (p) =>
    p === point;
export const between =
  (low: number, high: number): CharSet =>
  (p) =>
    p >= low && p <= high;
export const not =
  (set: CharSet): CharSet =>
  (p) =>
    !set(p);
export const anyOf =
  (sets: readonly CharSet[]): CharSet =>
  (p) =>
    sets.some((set) => set(p));
export const without =
  (set: CharSet, removed: CharSet): CharSet =>
  (p) =>
    set(p) && !removed(p);

/** One character against one character class: never more than one step of the machine's own matcher. */
const class_ =
  (pattern: RegExp): CharSet =>
  (p) =>
    pattern.test(String.fromCodePoint(p));

const space = anyOf([0x20, 0x09, 0x0a, 0x0d].map(one));
const digit = class_(/^\p{Nd}$/u);
const wordLike = class_(/^[^\p{P}\p{Z}\p{C}]$/u);
const nameStart = class_(/^[\p{L}\p{Nl}_:]$/u);
const nameChar = class_(/^[\p{L}\p{Nl}\p{Nd}\p{M}_:.\-\u00b7]$/u);
const classes: ReadonlyMap<string, CharSet> = new Map([
  ['s', space],
  ['d', digit],
  ['w', wordLike],
  ['i', nameStart],
  ['c', nameChar],
  ['S', not(space)],
  ['D', not(digit)],
  ['W', not(wordLike)],
  ['I', not(nameStart)],
  ['C', not(nameChar)],
]);

/** \d and the like; undefined when there is no such class. */
export const escapedClass = (letter: string): CharSet | undefined => classes.get(letter);

/** \p{Lu}; undefined when there is no such category. */
export function category(name: string): CharSet | undefined {
  if (!/^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfno]?)$/.test(name)) return undefined;
  return class_(new RegExp(`^\\p{${name}}$`, 'u'));
}

/** Everything but the ends of a line; with flag s everything. */
export const dot = (all: boolean): CharSet => (all ? () => true : (p) => p !== 0x0a && p !== 0x0d);

/** Flag i: a character belongs when its small or capital form does. */
export function foldCase(set: CharSet): CharSet {
  return (p) => {
    if (set(p)) return true;
    const char = String.fromCodePoint(p);
    return [char.toLowerCase(), char.toUpperCase()].some(
      (other) => other !== char && [...other].length === 1 && set(other.codePointAt(0) ?? 0),
    );
  };
}
