// Cuts a FEEL text into tokens, on demand: what a name is depends on the names known at that place (DMN 1.3 §10.3.1.2, rules 27–36).
// Promise: every character belongs to a token, white space or a comment, or is refused with its position. Known names with
// spaces win over their parts (longest first). Names are Unicode identifiers; `+ - * / . '` occur only in names that are known.
import type { Words } from '../model/json.ts';
import { SyntaxFault } from './fault.ts';
import { readNumber } from './number.ts';
import { lengthAt, matchName, wordPart } from './scan-name.ts';
import { quoted, readString, unknownCharacter } from './scan-string.ts';
import type { Value } from './value.ts';

export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'word' | 'sign' | 'end';
  /** Normalized name, reserved word, or sign. */
  readonly text: string;
  readonly value: Value;
  readonly at: number;
  readonly end: number;
}

const reserved = new Set([
  'and',
  'between',
  'else',
  'every',
  'false',
  'for',
  'function',
  'if',
  'in',
  'instance',
  'null',
  'or',
  'return',
  'satisfies',
  'some',
  'then',
  'true',
]);
const word = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const blank = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const sign = /\*\*|\.\.|->|<=|>=|!=|[-+*/=<>()[\]{},:.@?]/y;
/** Characters with which no name begins. */
const signs = '-+*/=<>()[]{},:.@?!';
const digits = '0123456789';

export class Scanner {
  readonly source: string;
  /** Names with spaces or signs that may be matched as a whole, longest first. */
  #known: string[] = [];
  /** As #known, but only where a bracket follows. */
  readonly #functions: readonly string[];
  #members: string[] = ['time offset', 'start included', 'end included'];
  #at = 0;
  #peeked: Token | undefined;

  constructor(source: string, names: readonly string[], functions: readonly string[]) {
    this.source = source;
    this.#functions = functions;
    for (const name of names) this.know(name);
  }

  /** From here on this name is recognized as a whole. */
  know(name: string): void {
    if (!/[^\p{ID_Continue}]/u.test(name)) return;
    const add = (to: string[]): string[] => (to.includes(name) ? to : [...to, name].sort((a, b) => b.length - a.length));
    this.#known = add(this.#known);
    this.#members = add(this.#members);
    this.#peeked = undefined;
  }

  peek(): Token {
    this.#peeked ??= this.#scan();
    return this.#peeked;
  }
  next(): Token {
    const token = this.peek();
    this.#at = token.end;
    this.#peeked = undefined;
    return token;
  }
  /** Where the next token begins. */
  get at(): number {
    return this.peek().at;
  }
  rewind(at: number): void {
    this.#at = at;
    this.#peeked = undefined;
  }
  is(text: string): boolean {
    const token = this.peek();
    return token.text === text && (token.kind === 'sign' || token.kind === 'word');
  }
  /** Takes the token if it is this sign or reserved word. */
  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }
  expect(text: string): Token {
    return this.is(text) ? this.next() : this.fail({ zh: `「${text}」`, en: `"${text}"` });
  }
  fail(expected: Words, token = this.peek()): never {
    const found = token.kind === 'end' ? { zh: '结尾', en: 'the end' } : { zh: `「${this.#shown(token)}」`, en: `"${this.#shown(token)}"` };
    throw new SyntaxFault(
      {
        zh: `第 ${token.at + 1} 个字符：应为${expected.zh}，却是${found.zh}`,
        en: `Character ${token.at + 1}: expected ${expected.en}, found ${found.en}`,
      },
      token.at,
    );
  }
  #shown(token: Token): string {
    return this.source.slice(token.at, Math.min(token.end, token.at + 30));
  }

  /** A name after a dot: reserved words are names here. */
  member(): Token {
    const at = this.#skip(this.#at);
    this.#peeked = undefined;
    const length = this.#match(this.#members, at) ?? lengthAt(word, this.source, at);
    if (length === undefined) return this.fail({ zh: '名称', en: 'a name' });
    this.#at = at + length;
    return this.#name(at, length);
  }

  /** A name that is being declared: words up to one of the stops. */
  declared(stops: readonly string[]): Token {
    const first = this.member();
    let end = first.end;
    for (;;) {
      const next = lengthAt(word, this.source, this.#skip(end));
      if (next === undefined || this.#skip(end) === end) break;
      const at = this.#skip(end);
      if (stops.includes(this.source.slice(at, at + next))) break;
      end = at + next;
    }
    this.rewind(end);
    const token = this.#name(first.at, end - first.at);
    this.know(token.text);
    return token;
  }

  #name(at: number, length: number): Token {
    const text = this.source
      .slice(at, at + length)
      .replace(/\s+/g, ' ')
      .normalize('NFC');
    return { kind: 'name', text, value: null, at, end: at + length };
  }

  #skip(at: number): number {
    const code = this.source.charCodeAt(at);
    const visible = code > 0x20 && code < 0x7f && code !== 0x2f;
    return visible ? at : at + (lengthAt(blank, this.source, at) ?? 0);
  }

  #scan(): Token {
    const at = this.#skip(this.#at);
    const first = this.source[at];
    if (first === undefined) return { kind: 'end', text: '', value: null, at, end: at };
    if (first === '"') {
      const { text, end } = readString(this.source, at);
      return { kind: 'string', text: '', value: text, at, end };
    }
    if (signs.includes(first) || digits.includes(first)) return this.#numberOrSign(at);
    const known = this.#match(this.#known, at) ?? this.#match(this.#functions, at, true);
    if (known !== undefined) return this.#name(at, known);
    const length = lengthAt(word, this.source, at);
    if (length !== undefined) {
      const name = this.#name(at, length);
      return reserved.has(name.text) ? { ...name, kind: 'word' } : name;
    }
    return this.#numberOrSign(at);
  }

  #numberOrSign(at: number): Token {
    const size = lengthAt(number, this.source, at);
    if (size !== undefined) {
      const end = at + size;
      const text = this.source.slice(at, end);
      const value = readNumber(text);
      const shown = quoted(text);
      if (value === undefined)
        throw new SyntaxFault(
          { zh: `数 ${shown.zh} 超出范围（最多 34 位有效数字）`, en: `The number ${shown.en} is out of range (at most 34 digits)` },
          at,
        );
      if (lengthAt(wordPart, this.source, end) !== undefined)
        throw new SyntaxFault(
          { zh: `数 ${shown.zh} 后面须有空格或运算符`, en: `After the number ${shown.en} a space or an operator is needed` },
          end,
        );
      return { kind: 'number', text: '', value, at, end };
    }
    const length = lengthAt(sign, this.source, at);
    if (length !== undefined) return { kind: 'sign', text: this.source.slice(at, at + length), value: null, at, end: at + length };
    throw unknownCharacter(this.source, at);
  }

  /** Length of the longest of these names at the place. White space in a name matches any white space. */
  #match(names: readonly string[], at: number, called = false): number | undefined {
    const first = this.source[at];
    for (const name of names) {
      if (name[0] !== first) continue;
      const end = matchName(this.source, at, name);
      if (end === undefined) continue;
      if (!called || this.source[this.#skip(end)] === '(') return end - at;
    }
    return undefined;
  }
}
