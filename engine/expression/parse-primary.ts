// The innermost rules of the grammar: literals, names, brackets, lists, contexts, ranges, and the forms that begin with a word
// (if, for, some, every, function).
import type { Words } from '../model/json.ts';
import { SyntaxFault } from './fault.ts';
import { parseType } from './parse-type.ts';
import type { Scanner, Token } from './scan.ts';
import type { Binding, Node, Parameter } from './syntax.ts';

/** What these rules need of the rest of the grammar. */
interface Grammar {
  readonly scan: Scanner;
  expression(): Node;
  endpoint(): Node;
}
const expression: Words = { zh: '表达式', en: 'an expression' };

export function primary(grammar: Grammar): Node {
  const { scan } = grammar;
  const token = scan.peek();
  switch (token.kind) {
    case 'number':
    case 'string':
      scan.next();
      return { t: 'literal', value: token.value, at: token.at };
    case 'name':
      scan.next();
      return { t: 'name', name: token.text, at: token.at };
    case 'word':
      return wordForm(grammar, token);
    case 'sign':
      return signForm(grammar, token);
    case 'end':
      return scan.fail(expression);
  }
}

function wordForm(grammar: Grammar, token: Token): Node {
  const { scan } = grammar;
  const { at } = token;
  switch (token.text) {
    case 'true':
    case 'false':
    case 'null':
      scan.next();
      return { t: 'literal', value: token.text === 'null' ? null : token.text === 'true', at };
    case 'if':
      return conditional(grammar, at);
    case 'for': {
      scan.next();
      const bindings = bindingsOf(grammar, true);
      scan.expect('return');
      return { t: 'for', bindings, body: grammar.expression(), at };
    }
    case 'some':
    case 'every': {
      scan.next();
      const bindings = bindingsOf(grammar, false);
      scan.expect('satisfies');
      return { t: token.text, bindings, body: grammar.expression(), at };
    }
    case 'function':
      return functionForm(grammar, at);
    default:
      return scan.fail(expression);
  }
}

function conditional(grammar: Grammar, at: number): Node {
  const { scan } = grammar;
  scan.next();
  const condition = grammar.expression();
  scan.expect('then');
  const yes = grammar.expression();
  scan.expect('else');
  return { t: 'if', condition, yes, no: grammar.expression(), at };
}

function bindingsOf(grammar: Grammar, mayCount: boolean): readonly Binding[] {
  const { scan } = grammar;
  const bindings: Binding[] = [];
  do {
    const { text: name, at } = scan.declared(['in']);
    scan.expect('in');
    const domain = grammar.expression();
    if (mayCount && scan.take('..')) bindings.push({ name, domain, upTo: grammar.expression(), at });
    else bindings.push({ name, domain, at });
  } while (scan.take(','));
  return bindings;
}

function functionForm(grammar: Grammar, at: number): Node {
  const { scan } = grammar;
  scan.next();
  scan.expect('(');
  const params: Parameter[] = [];
  if (!scan.is(')'))
    do {
      const { text: name, at: where } = scan.declared([]);
      if (params.some((p) => p.name === name)) throw twice(name, where);
      params.push(scan.take(':') ? { name, type: parseType(scan) } : { name });
    } while (scan.take(','));
  scan.expect(')');
  if (scan.peek().text === 'external')
    throw new SyntaxFault({ zh: '不支持外部函数（external）', en: 'External functions are not supported' }, scan.at);
  return { t: 'function', params, body: grammar.expression(), at };
}

const twice = (name: string, at: number): SyntaxFault =>
  new SyntaxFault({ zh: `名称「${name}」重复`, en: `The name "${name}" occurs twice` }, at);

function signForm(grammar: Grammar, token: Token): Node {
  const { scan } = grammar;
  const { at } = token;
  switch (token.text) {
    case '?':
      scan.next();
      return { t: 'name', name: '?', at };
    case '@': {
      scan.next();
      const text = scan.peek();
      if (text.kind !== 'string' || typeof text.value !== 'string')
        return scan.fail({ zh: '带引号的日期、时间或时长', en: 'a date, time or duration in quotation marks' });
      scan.next();
      return { t: 'temporal', text: text.value, at };
    }
    case '(':
      return bracket(grammar, at);
    case '[':
      return listOrRange(grammar, at);
    case ']':
      scan.next();
      return rangeFrom(grammar, grammar.endpoint(), { lowIn: false, at });
    case '{':
      return contextForm(grammar, at);
    default:
      return scan.fail(expression);
  }
}

function bracket(grammar: Grammar, at: number): Node {
  const { scan } = grammar;
  scan.next();
  for (const [sign, side] of [
    ['<', 'high'],
    ['<=', 'high'],
    ['>', 'low'],
    ['>=', 'low'],
  ] as const)
    if (scan.take(sign)) {
      const end = grammar.expression();
      scan.expect(')');
      const closed = sign.length === 2;
      return { t: 'range', lowIn: side === 'low' && closed, highIn: side === 'high' && closed, at, [side]: end };
    }
  const inner = grammar.expression();
  if (scan.is('..')) return rangeFrom(grammar, inner, { lowIn: false, at });
  scan.expect(')');
  return inner;
}

function listOrRange(grammar: Grammar, at: number): Node {
  const { scan } = grammar;
  scan.next();
  if (scan.take(']')) return { t: 'list', items: [], at };
  const items = [grammar.expression()];
  const [first] = items;
  if (first && scan.is('..')) return rangeFrom(grammar, first, { lowIn: true, at });
  while (scan.take(',')) items.push(grammar.expression());
  scan.expect(']');
  return { t: 'list', items, at };
}

/** A range whose low end has been read. */
export function rangeFrom(grammar: Grammar, low: Node, start: { readonly lowIn: boolean; readonly at: number }): Node {
  const { scan } = grammar;
  scan.expect('..');
  const high = grammar.endpoint();
  const highIn = scan.take(']');
  if (!highIn && !scan.take(')') && !scan.take('[')) scan.fail({ zh: '区间的右括号', en: 'the closing bracket of the range' });
  return { t: 'range', low, high, highIn, ...start };
}

function contextForm(grammar: Grammar, at: number): Node {
  const { scan } = grammar;
  const entries: { name: string; value: Node }[] = [];
  const names = new Set<string>();
  scan.next();
  if (scan.take('}')) return { t: 'context', entries, at };
  do {
    const key = scan.peek();
    const name = key.kind === 'string' && typeof key.value === 'string' ? stringKey(scan, key.value) : scan.declared([]).text;
    if (names.has(name)) throw twice(name, key.at);
    names.add(name);
    scan.expect(':');
    entries.push({ name, value: grammar.expression() });
  } while (scan.take(','));
  scan.expect('}');
  return { t: 'context', entries, at };
}

function stringKey(scan: Scanner, name: string): string {
  scan.next();
  scan.know(name);
  return name;
}
