// What all readers of one drawing share: where findings go, and what the file's root elements say.
// Promise: built once per drawing, before any node is read; lookups by the parser's objects, never by text.
import { type Definitions, type Drawn, hostOf, is } from './drawn.ts';
import type { ExpressionText } from './graph.ts';
import type { Report } from './problems.ts';
import { type DrawnExpression, type ExpressionContext, fileLanguage, readExpression } from './read-expression.ts';

export interface Reading extends ExpressionContext {
  readonly report: Report;
  /** Message → first expression by which it is correlated. */
  readonly correlation: ReadonlyMap<object, ExpressionText>;
  /** Property or data object → name of the variable. Filled while scopes are gathered. */
  readonly dataNames: Map<object, string>;
}

const retrieval = { zh: '消息关联表达式', en: 'correlation expression' };

export function startReading(definitions: Definitions, report: Report): Reading {
  const correlation = new Map<object, ExpressionText>();
  const reading: Reading = { report, language: fileLanguage(definitions), correlation, dataNames: new Map() };
  for (const root of definitions.rootElements ?? []) {
    if (!is(root, 'bpmn:CorrelationProperty')) continue;
    for (const { messageRef, messagePath } of root.correlationPropertyRetrievalExpression ?? []) {
      if (!messageRef || !messagePath || correlation.has(messageRef)) continue;
      const path: DrawnExpression = messagePath;
      const text = readExpression(path, { host: hostOf(root) ?? '', what: retrieval }, reading);
      if (text) correlation.set(messageRef, text);
    }
  }
  return reading;
}

/** Name of the variable that a data element stands for; reported at `host` where it has none. */
export function dataName(reading: Reading, element: Drawn, host: string): string | undefined {
  const of = is(element, 'bpmn:DataObjectReference') ? (element.dataObjectRef ?? element) : element;
  const name = reading.dataNames.get(of) ?? (element as Drawn<{ name?: string }>).name?.trim();
  if (name) return name;
  reading.report('data.unnamed', host, { target: element.id ?? element.$type });
  return undefined;
}
