// Expressions as drawn → FEEL source texts, and the check that they are FEEL at all.
// Promise: a leading "=" is gone; an expression in another language, or an empty one, is reported at its host and yields undefined.
import { type Definitions, type Drawn, is } from './drawn.ts';
import type { ExpressionText } from './graph.ts';
import type { Words } from './json.ts';
import type { Report } from './problems.ts';

export type DrawnExpression = Drawn<{ body?: string; language?: string }>;

const feelNames: ReadonlySet<string> = new Set(['feel', 'application/feel', 'text/feel']);
const feelNamespace = /^https?:\/\/www\.omg\.org\/spec\/(DMN|FEEL)\/[\w./]*FEEL\/?$/i;

export const isFeel = (language: string): boolean => feelNames.has(language.trim().toLowerCase()) || feelNamespace.test(language.trim());

/** What the file says of its expressions as a whole; undefined where it says nothing (the standard's default, XPath, is not meant then). */
export function fileLanguage(definitions: Definitions): string | undefined {
  return Object.hasOwn(definitions, 'expressionLanguage') ? definitions.expressionLanguage : undefined;
}

export interface ExpressionContext {
  readonly report: Report;
  readonly language: string | undefined;
}

/** Text of an expression after the language check, still with its "=" where it has one. */
export function readRaw(expression: DrawnExpression, host: string, context: ExpressionContext): string | undefined {
  const own = is(expression, 'bpmn:FormalExpression') && Object.hasOwn(expression, 'language') ? expression.language : undefined;
  const language = own ?? context.language;
  if (language !== undefined && language.trim() !== '' && !isFeel(language)) {
    context.report('feel.language', host, { language });
    return undefined;
  }
  return (expression.body ?? '').trim();
}

export const withoutEquals = (text: string): string => (text.startsWith('=') ? text.slice(1).trim() : text);

export function readExpression(
  expression: DrawnExpression,
  at: { readonly host: string; readonly what: Words },
  context: ExpressionContext,
): ExpressionText | undefined {
  const raw = readRaw(expression, at.host, context);
  if (raw === undefined) return undefined;
  const source = withoutEquals(raw);
  if (source === '') {
    context.report('feel.empty', at.host, { what: at.what });
    return undefined;
  }
  return { source, element: at.host };
}
