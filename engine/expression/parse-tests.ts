// Reads a whole unary-tests text, as input entries of decision tables have it (DMN 1.3 grammar rules 15–17).
import { finish, Parser } from './parse.ts';
import type { Test, Tests } from './syntax.ts';

/** A whole unary-tests text, as DMN input entries have it. */
export function parseTests(source: string, names: readonly string[], functions: readonly string[]): Tests {
  const parser = new Parser(source, names, functions);
  const { scan } = parser;
  if (scan.take('-') && scan.peek().kind === 'end') return { any: true, negated: false, tests: [] };
  scan.rewind(0);
  const negated = negatedTests(parser);
  if (negated) return { any: false, negated: true, tests: negated };
  scan.rewind(0);
  const tests = parser.tests();
  finish(scan);
  return { any: false, negated: false, tests };
}

/** `not(…)` as the whole text; undefined when it is the beginning of an expression such as `not(?) and x`. */
function negatedTests(parser: Parser): readonly Test[] | undefined {
  const { scan } = parser;
  if (scan.next().text !== 'not' || !scan.take('(')) return undefined;
  const tests = parser.tests();
  scan.expect(')');
  return scan.peek().kind === 'end' ? tests : undefined;
}
