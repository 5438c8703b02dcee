// Reads a regular expression of XPath Functions 3.1 §5.6.1 into a tree. Promise: the whole pattern is understood or refused with
// a reason. Not done: back-references (they cannot be matched in linear time), Unicode blocks.
import type { Words } from '../../model/json.ts';
import { anyOf, between, type CharSet, category, dot, escapedClass, foldCase, not, one, without } from './char-set.ts';

export type Piece =
  | { readonly p: 'set'; readonly set: CharSet }
  | { readonly p: 'start' | 'end' }
  | { readonly p: 'group'; readonly capture: number | undefined; readonly inner: Piece }
  | { readonly p: 'sequence' | 'choice'; readonly parts: readonly Piece[] }
  | { readonly p: 'repeat'; readonly inner: Piece; readonly least: number; readonly most: number; readonly greedy: boolean };

export interface Flags {
  readonly dotAll: boolean;
  readonly multiline: boolean;
  readonly ignoreCase: boolean;
  readonly literal: boolean;
}

/** Why a pattern is refused. */
export class PatternFault {
  readonly message: Words;
  constructor(zh: string, en: string) {
    this.message = { zh, en };
  }
}

const maxDepth = 30;
const maxRepeat = 1000;
const plainEscapes: ReadonlyMap<string, number> = new Map(
  [...'\\|.?*+(){}-[]^$/']
    .map((c): [string, number] => [c, c.codePointAt(0) ?? 0])
    .concat([
      ['n', 10],
      ['r', 13],
      ['t', 9],
    ]),
);

export class PatternParser {
  readonly #chars: readonly string[];
  readonly #flags: Flags;
  #at = 0;
  #depth = 0;
  groups = 0;

  constructor(pattern: string, flags: Flags) {
    this.#chars = [...pattern];
    this.#flags = flags;
  }

  parse(): Piece {
    if (this.#flags.literal) return { p: 'sequence', parts: this.#chars.map((char) => this.#set(one(char.codePointAt(0) ?? 0))) };
    const piece = this.#choice();
    if (this.#at < this.#chars.length) throw new PatternFault('多余的右括号', 'a closing bracket too many');
    return piece;
  }

  #set(set: CharSet): Piece {
    return { p: 'set', set: this.#flags.ignoreCase ? foldCase(set) : set };
  }
  #take(char: string): boolean {
    if (this.#chars[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #choice(): Piece {
    if (++this.#depth > maxDepth) throw new PatternFault('括号嵌套过深', 'its brackets are nested too deeply');
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    this.#depth--;
    const [only] = parts;
    return parts.length === 1 && only ? only : { p: 'choice', parts };
  }

  #sequence(): Piece {
    const parts: Piece[] = [];
    for (;;) {
      const char = this.#chars[this.#at];
      if (char === undefined || char === '|' || char === ')') return { p: 'sequence', parts };
      parts.push(this.#quantified(this.#atom(char)));
    }
  }

  #atom(char: string): Piece {
    this.#at++;
    switch (char) {
      case '^':
        return { p: 'start' };
      case '$':
        return { p: 'end' };
      case '.':
        return this.#set(dot(this.#flags.dotAll));
      case '(':
        return this.#group();
      case '[':
        return this.#set(this.#class());
      case '\\':
        return this.#set(this.#escape());
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new PatternFault(`「${char}」前没有可重复的内容或括号不配对`, `"${char}" has nothing to repeat, or a bracket is unpaired`);
      default:
        return this.#set(one(char.codePointAt(0) ?? 0));
    }
  }

  #group(): Piece {
    let capture: number | undefined;
    if (this.#take('?')) {
      if (!this.#take(':')) throw new PatternFault('不支持前后查找等 (?…) 写法', 'look-around and other (?…) forms are not supported');
    } else capture = ++this.groups;
    const inner = this.#choice();
    if (!this.#take(')')) throw new PatternFault('缺少右括号', 'a closing bracket is missing');
    return { p: 'group', capture, inner };
  }

  #quantified(inner: Piece): Piece {
    const char = this.#chars[this.#at];
    let bounds: readonly [number, number] | undefined;
    if (char === '?') bounds = [0, 1];
    else if (char === '*') bounds = [0, Number.POSITIVE_INFINITY];
    else if (char === '+') bounds = [1, Number.POSITIVE_INFINITY];
    else if (char === '{') bounds = this.#counts();
    if (!bounds) return inner;
    if (char !== '{') this.#at++;
    const greedy = !this.#take('?');
    if (inner.p === 'start' || inner.p === 'end') throw new PatternFault('^ 和 $ 不能重复', '^ and $ cannot be repeated');
    return { p: 'repeat', inner, least: bounds[0], most: bounds[1], greedy };
  }

  #counts(): readonly [number, number] {
    const close = this.#chars.indexOf('}', this.#at);
    const text = this.#chars.slice(this.#at + 1, close < 0 ? this.#at + 12 : Math.min(close, this.#at + 12)).join('');
    const parts = /^(\d{1,5})(?:(,)(\d{1,5})?)?$/.exec(text);
    const least = Number(parts?.[1]);
    const most = parts?.[2] === undefined ? least : parts[3] === undefined ? Number.POSITIVE_INFINITY : Number(parts[3]);
    if (!parts || close < 0 || most < least) throw new PatternFault('重复次数写法不对', 'the number of repetitions is not well written');
    if (least > maxRepeat || (Number.isFinite(most) && most > maxRepeat))
      throw new PatternFault(`重复次数超过 ${maxRepeat}`, `more than ${maxRepeat} repetitions`);
    this.#at = close + 1;
    return [least, most];
  }

  /** After a backslash. */
  #escape(): CharSet {
    const char = this.#chars[this.#at++];
    if (char === undefined) throw new PatternFault('末尾的 \\ 不完整', 'the backslash at the end is incomplete');
    const plain = plainEscapes.get(char);
    if (plain !== undefined) return one(plain);
    const known = escapedClass(char);
    if (known) return known;
    if (char === 'p' || char === 'P') {
      const close = this.#chars.indexOf('}', this.#at);
      const name = this.#take('{') && close > 0 && close - this.#at < 4 ? this.#chars.slice(this.#at, close).join('') : '';
      const found = category(name);
      if (!found) throw new PatternFault('不支持的字符类别', 'this category of characters is not supported');
      this.#at = close + 1;
      return char === 'P' ? not(found) : found;
    }
    if (/\d/.test(char)) throw new PatternFault('不支持反向引用', 'back-references are not supported');
    throw new PatternFault(`不能识别的转义 \\${char}`, `unknown escape \\${char}`);
  }

  /** After `[`. */
  #class(): CharSet {
    if (++this.#depth > maxDepth) throw new PatternFault('括号嵌套过深', 'its brackets are nested too deeply');
    const negated = this.#take('^');
    const sets: CharSet[] = [];
    let removed: CharSet | undefined;
    while (!this.#take(']')) {
      if (removed || this.#at >= this.#chars.length) throw new PatternFault('字符组缺少 ]', 'a set of characters has no closing ]');
      if (this.#chars[this.#at] === '-' && this.#chars[this.#at + 1] === '[' && sets.length > 0) {
        this.#at += 2;
        removed = this.#class();
      } else sets.push(this.#classItem());
    }
    if (sets.length === 0) throw new PatternFault('字符组是空的', 'a set of characters is empty');
    this.#depth--;
    const set = negated ? not(anyOf(sets)) : anyOf(sets);
    return removed ? without(set, removed) : set;
  }

  #classItem(): CharSet {
    const low = this.#classChar();
    if (typeof low !== 'number') return low;
    if (this.#chars[this.#at] !== '-' || [']', '[', undefined].includes(this.#chars[this.#at + 1])) return one(low);
    this.#at++;
    const high = this.#classChar();
    if (typeof high !== 'number' || high < low)
      throw new PatternFault('字符范围颠倒或不完整', 'a range of characters is reversed or incomplete');
    return between(low, high);
  }

  #classChar(): number | CharSet {
    const char = this.#chars[this.#at++];
    if (char === undefined || char === '[') throw new PatternFault('字符组里的 [ 要写成 \\[', 'write [ as \\[ in a set of characters');
    if (char !== '\\') return char.codePointAt(0) ?? 0;
    const plain = plainEscapes.get(this.#chars[this.#at] ?? '');
    if (plain === undefined) return this.#escape();
    this.#at++;
    return plain;
  }
}
