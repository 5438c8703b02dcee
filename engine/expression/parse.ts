// Reads a whole FEEL text into a tree (DMN 1.3 §10.3.1.2). Promise: no prefix is ever accepted; what is left over is an error with
// its position; nesting deeper than 64 and texts longer than 10,000 characters are refused.
// Precedence, loosest first: or · and · comparison, between, in (not chained) · + - · * / · ** · unary minus · instance of · path, filter, call.
// Differences from the standard: comparisons do not chain (`1 < x < 5` is an error); the end of a range has no filter of its own.
import { SyntaxFault } from './fault.ts';
import { primary, rangeFrom } from './parse-primary.ts';
import { parseType } from './parse-type.ts';
import { maxDepth } from './run.ts';
import { Scanner } from './scan.ts';
import type { Argument, CompareOperator, Node, Operand, Step, Test } from './syntax.ts';

export const maxSource = 10_000;
const argumentName = /[\p{ID_Start}_][\p{ID_Continue}]*(?:\s+[\p{ID_Continue}]+)*\s*(?=:)/uy;

/** What the rules for primaries need of the whole grammar. */
export class Parser {
  readonly scan: Scanner;
  #depth = 0;
  /** Inside the end of a range, where `[` closes the range instead of opening a filter. */
  #rangeEnd = false;

  constructor(source: string, names: readonly string[], functions: readonly string[]) {
    if (source.length > maxSource)
      throw new SyntaxFault({ zh: `表达式超过 ${maxSource} 字`, en: `The expression has more than ${maxSource} characters` }, maxSource);
    this.scan = new Scanner(source, names, functions);
  }

  expression(): Node {
    return this.#nested(false, () => this.#chain('or', () => this.#chain('and', () => this.#comparison())));
  }

  /** The end of a range: an addition, in which `[` does not open a filter. */
  endpoint(): Node {
    return this.#nested(true, () => this.#addition());
  }

  #nested<T>(rangeEnd: boolean, parse: () => T): T {
    if (++this.#depth > maxDepth)
      throw new SyntaxFault(
        { zh: `括号或条件嵌套超过 ${maxDepth} 层`, en: `Brackets or conditions are nested more than ${maxDepth} deep` },
        this.scan.at,
      );
    const before = this.#rangeEnd;
    this.#rangeEnd = rangeEnd;
    const parsed = parse();
    this.#rangeEnd = before;
    this.#depth--;
    return parsed;
  }

  #chain(t: 'or' | 'and', term: () => Node): Node {
    const at = this.scan.at;
    const first = term();
    if (!this.scan.is(t)) return first;
    const terms = [first];
    while (this.scan.take(t)) terms.push(term());
    return { t, terms, at };
  }

  #comparison(): Node {
    const left = this.#addition();
    const at = this.scan.at;
    const operator = this.#compareOperator();
    let node: Node = left;
    if (operator) node = { t: 'compare', operator, left, right: this.#addition(), at };
    else if (this.scan.take('between')) {
      const low = this.#addition();
      this.scan.expect('and');
      node = { t: 'between', value: left, low, high: this.#addition(), at };
    } else if (this.scan.take('in')) node = { t: 'in', value: left, tests: this.#inTests(), at };
    if (node !== left && this.#startsComparison())
      throw new SyntaxFault(
        { zh: '比较不能连写，请用 and 连接或加括号', en: 'Comparisons cannot be chained; join them with "and" or use brackets' },
        this.scan.at,
      );
    return node;
  }

  #startsComparison(): boolean {
    return ['=', '!=', '<', '<=', '>', '>=', 'between', 'in'].some((text) => this.scan.is(text));
  }

  #compareOperator(): CompareOperator | undefined {
    for (const operator of ['=', '!=', '<', '<=', '>', '>='] as const) if (this.scan.take(operator)) return operator;
    return undefined;
  }

  /** What may stand after `in`: one test, or several in brackets; `(1..5)` begins like the latter. */
  #inTests(): readonly Test[] {
    const at = this.scan.at;
    if (!this.scan.take('(')) return [this.test(() => this.#addition())];
    const tests = this.tests();
    const [first] = tests;
    if (tests.length === 1 && first?.operator === 'in' && this.scan.is('..'))
      return [{ operator: 'in', to: rangeFrom(this, first.to, { lowIn: false, at }), at }];
    this.scan.expect(')');
    return tests;
  }

  tests(): readonly Test[] {
    const tests = [this.test(() => this.expression())];
    while (this.scan.take(',')) tests.push(this.test(() => this.expression()));
    return tests;
  }

  test(value: () => Node): Test {
    const at = this.scan.at;
    const operator = this.#compareOperator();
    return operator ? { operator, to: this.#addition(), at } : { operator: 'in', to: value(), at };
  }

  #addition(): Node {
    const [at, first] = [this.scan.at, this.#multiplication()];
    const rest = this.#operands(['+', '-'] as const, () => this.#multiplication());
    return rest.length === 0 ? first : { t: 'sum', first, rest, at };
  }
  #multiplication(): Node {
    const [at, first] = [this.scan.at, this.#exponentiation()];
    const rest = this.#operands(['*', '/'] as const, () => this.#exponentiation());
    return rest.length === 0 ? first : { t: 'product', first, rest, at };
  }
  #exponentiation(): Node {
    const [at, first] = [this.scan.at, this.#unary()];
    const rest = this.#operands(['**'] as const, () => this.#unary());
    return rest.length === 0 ? first : { t: 'power', first, rest, at };
  }
  #operands<O extends string>(operators: readonly O[], operand: () => Node): readonly Operand<O>[] {
    const found: Operand<O>[] = [];
    for (;;) {
      const at = this.scan.at;
      const operator = operators.find((o) => this.scan.take(o));
      if (operator === undefined) return found;
      found.push({ operator, value: operand(), at });
    }
  }

  #unary(): Node {
    const at = this.scan.at;
    if (this.scan.take('-')) return { t: 'negate', value: this.#nested(this.#rangeEnd, () => this.#unary()), at };
    let node = this.#postfix();
    while (this.scan.take('instance')) {
      const of = this.scan.member();
      if (of.text !== 'of') this.scan.fail({ zh: '「of」', en: '"of"' }, of);
      node = { t: 'instance', value: node, type: parseType(this.scan), at };
    }
    return node;
  }

  #postfix(): Node {
    const at = this.scan.at;
    const base = primary(this);
    const steps: Step[] = [];
    for (;;) {
      const here = this.scan.at;
      if (this.scan.is('.')) {
        this.scan.next();
        steps.push({ s: 'path', name: this.scan.member().text, at: here });
      } else if (this.scan.is('[') && !this.#rangeEnd) {
        this.scan.next();
        steps.push({ s: 'filter', by: this.expression(), at: here });
        this.scan.expect(']');
      } else if (this.scan.take('(')) steps.push({ s: 'call', args: this.#arguments(), at: here });
      else break;
    }
    return steps.length === 0 ? base : { t: 'postfix', base, steps, at };
  }

  #arguments(): readonly Argument[] {
    if (this.scan.take(')')) return [];
    const { at } = this.scan;
    const args: Argument[] = [];
    do {
      const name = this.#argumentName();
      args.push(name === undefined ? { value: this.expression() } : { name, value: this.expression() });
    } while (this.scan.take(','));
    this.scan.expect(')');
    if (args.some((a) => a.name === undefined) && args.some((a) => a.name !== undefined))
      throw new SyntaxFault({ zh: '参数要么都写名称，要么都不写', en: 'Arguments are either all named or all unnamed' }, at);
    return args;
  }

  /** `start position: 2`: words up to a colon. */
  #argumentName(): string | undefined {
    const at = this.scan.at;
    argumentName.lastIndex = at;
    const found = argumentName.exec(this.scan.source);
    if (!found) return undefined;
    this.scan.rewind(at + found[0].length);
    this.scan.expect(':');
    return found[0].trim().replace(/\s+/g, ' ');
  }
}

/** A whole expression. */
export function parseExpression(source: string, names: readonly string[], functions: readonly string[]): Node {
  const parser = new Parser(source, names, functions);
  const node = parser.expression();
  finish(parser.scan);
  return node;
}

/** Nothing may be left over. */
export function finish(scan: Scanner): void {
  if (scan.peek().kind !== 'end') scan.fail({ zh: '运算符或结尾', en: 'an operator or the end' });
}
