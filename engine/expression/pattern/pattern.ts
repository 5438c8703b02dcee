// matches, replace and split of texts by regular expressions (XPath Functions 3.1 §5.6.2–4), without backtracking.
// A pattern that is not understood, or that matches the empty text where that makes no sense, stops the evaluation with a reason.
import { Stop } from '../fault.ts';
import type { Run } from '../run.ts';
import { Machine, type Match } from './machine.ts';
import { type Flags, PatternFault, PatternParser } from './parse-pattern.ts';
import { type Instruction, program } from './program.ts';

export interface Search {
  readonly text: string;
  readonly pattern: string;
  /** Any of s m i x q. */
  readonly flags: string;
}
interface Pattern {
  readonly code: readonly Instruction[];
  readonly flags: Flags;
  readonly groups: number;
}

const maxPattern = 1000;
/** Patterns of a running evaluation: in a loop each is read once. */
const known = new WeakMap<Run, Map<string, Pattern>>();

function patternOf({ pattern, flags }: Search, run: Run): Pattern {
  const mine = known.get(run) ?? new Map<string, Pattern>();
  known.set(run, mine);
  const key = `${flags}/${pattern}`;
  const before = mine.get(key);
  if (before) return before;
  run.charge(20 + 2 * pattern.length);
  const made = read(pattern, flags);
  run.charge(made.code.length);
  mine.set(key, made);
  return made;
}

function read(pattern: string, flagText: string): Pattern {
  try {
    if (!/^[smixq]*$/.test(flagText))
      throw new PatternFault(`未知的标志 ${flagText.slice(0, 10)}`, `unknown flag in ${flagText.slice(0, 10)}`);
    if (pattern.length > maxPattern) throw new PatternFault(`超过 ${maxPattern} 字`, `it has more than ${maxPattern} characters`);
    const has = (flag: string): boolean => flagText.includes(flag);
    const flags: Flags = { dotAll: has('s'), multiline: has('m'), ignoreCase: has('i'), literal: has('q') };
    const parser = new PatternParser(has('x') && !has('q') ? withoutSpace(pattern) : pattern, flags);
    const tree = parser.parse();
    return { code: program(tree), flags, groups: parser.groups };
  } catch (fault) {
    if (fault instanceof PatternFault) throw new Stop('expression.pattern', fault.message);
    throw fault;
  }
}

/** Flag x: white space outside of sets of characters is left out. */
function withoutSpace(pattern: string): string {
  let depth = 0;
  let kept = '';
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? '';
    if (char === '\\') kept += char + (pattern[++i] ?? '');
    else {
      if (char === '[') depth++;
      if (char === ']') depth--;
      if (depth > 0 || !/[ \t\n\r]/.test(char)) kept += char;
    }
  }
  return kept;
}

function subjectOf(text: string, flags: Flags, run: Run): { readonly points: readonly number[]; readonly multiline: boolean } {
  run.charge(text.length >> 3);
  return { points: Array.from(text, (char) => char.codePointAt(0) ?? 0), multiline: flags.multiline };
}

export function matchesPattern(search: Search, run: Run): boolean {
  const { code, flags } = patternOf(search, run);
  return new Machine(code, run).find(subjectOf(search.text, flags, run), 0) !== undefined;
}

/** All matches from left to right. */
function allMatches(
  search: Search,
  run: Run,
): { readonly points: readonly number[]; readonly matches: readonly Match[]; readonly pattern: Pattern } {
  const pattern = patternOf(search, run);
  const machine = new Machine(pattern.code, run);
  if (machine.find({ points: [], multiline: false }, 0))
    throw new Stop('expression.pattern', {
      zh: '它能匹配空文字，不能用于替换或拆分',
      en: 'it matches the empty text and cannot replace or split',
    });
  const subject = subjectOf(search.text, pattern.flags, run);
  const matches: Match[] = [];
  for (let from = 0; ; ) {
    const match = machine.find(subject, from);
    const end = match?.[1];
    if (!match || end === undefined || end === match[0]) return { points: subject.points, matches, pattern };
    matches.push(match);
    from = end;
  }
}

function piece(points: readonly number[], from: number | undefined, to: number | undefined): string {
  if (from === undefined || to === undefined) return '';
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCodePoint(points[i] ?? 0);
  return text;
}

export function splitPattern(search: Search, run: Run): readonly string[] {
  const { points, matches } = allMatches(search, run);
  const parts: string[] = [];
  let from = 0;
  for (const match of matches) {
    parts.push(piece(points, from, match[0]));
    from = match[1] ?? from;
  }
  return [...parts, piece(points, from, points.length)];
}

export function replacePattern(search: Search, replacement: string, run: Run): string {
  const { points, matches, pattern } = allMatches(search, run);
  const parts = pattern.flags.literal ? [replacement] : replacementParts(replacement, pattern.groups);
  let text = '';
  let from = 0;
  for (const match of matches) {
    text += piece(points, from, match[0]);
    for (const part of parts) text += typeof part === 'string' ? part : piece(points, match[2 * part], match[2 * part + 1]);
    run.charge(parts.length);
    run.chargeText(text.length);
    from = match[1] ?? from;
  }
  return text + piece(points, from, points.length);
}

/** `$1` names a group, `\$` and `\\` are the signs themselves (§5.6.3). */
function replacementParts(replacement: string, groups: number): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  for (const found of replacement.matchAll(/\$(\d)|\\([\\$])|[$\\]|[^$\\]+/g)) {
    const [whole, group, escaped] = found;
    if (group !== undefined) parts.push(Number(group) <= groups ? Number(group) : '');
    else if (escaped !== undefined) parts.push(escaped);
    else if (whole === '$' || whole === '\\')
      throw new Stop('expression.pattern', {
        zh: '替换文字里的 $ 后须为数字，\\ 后须为 $ 或 \\',
        en: 'in the replacement, $ needs a digit and \\ needs $ or \\ after it',
      });
    else parts.push(whole);
  }
  return parts;
}
