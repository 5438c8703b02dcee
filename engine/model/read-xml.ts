// Text → the parser's typed tree, strictly: the parser skips what it does not understand and only warns; here every warning refuses.
// Promise: resolves always; `definitions` is there only when nothing was skipped. The one asynchronous step of the engine.
import type { ParseWarning } from 'bpmn-moddle';
import { type Definitions, type Drawn, hostOf } from './drawn.ts';
import { theParser } from './metamodel.ts';
import { mostProblems } from './problem-list.ts';
import type { ProblemCode, ProblemFacts, Report } from './problems.ts';
import { type Outline, scanInput } from './scan-input.ts';

export function readXml(xml: string, report: Report): Promise<Definitions | undefined> {
  const { moddle, metamodel } = theParser();
  const outline = scanInput(xml, metamodel, report);
  if (!outline) return Promise.resolve(undefined);
  return moddle.fromXML(xml, 'bpmn:Definitions', { handler: boundedHandler }).then(
    ({ rootElement, warnings }) => {
      for (const warning of warnings) explain(warning, { xml, outline, report });
      return warnings.length === 0 ? (rootElement as Definitions) : undefined;
    },
    (failure: unknown) => {
      const warnings = (failure as { warnings?: readonly ParseWarning[] }).warnings ?? [];
      for (const warning of warnings) explain(warning, { xml, outline, report });
      if (warnings.length === 0) report('input.not-bpmn', outline.ids[0] ?? '');
      return undefined;
    },
  );
}

interface ParseContext {
  addWarning(warning: ParseWarning): void;
}

/**
 * The parser counts lines from the top for each warning: thousands of them in a large file would take minutes.
 * After as many as are ever shown, the parse is given up.
 */
function boundedHandler(this: object, typeName: string): object {
  const reader = Object.getPrototypeOf(this) as { handler(this: object, typeName: string): object };
  const root = reader.handler.call(this, typeName);
  let context: ParseContext | undefined;
  let left: number = mostProblems;
  return Object.defineProperty(root, 'context', {
    get: () => context,
    set: (given: ParseContext) => {
      const add = given.addWarning;
      given.addWarning = (warning) => {
        add.call(given, warning);
        left -= 1;
        if (left <= 0) throw new Error('too many warnings');
      };
      context = given;
    },
  });
}

interface Place {
  readonly xml: string;
  readonly outline: Outline;
  readonly report: Report;
}

/** A parser's warning as a problem at its element. The patterns are the parser's messages (moddle-xml 12). */
function explain(warning: ParseWarning, place: Place): void {
  const { message } = warning;
  const say = (code: ProblemCode, element: string, facts?: ProblemFacts) => place.report(code, element, facts);
  if (warning.element) {
    const host = hostOf(warning.element as Drawn) ?? place.outline.ids[0] ?? '';
    const property = (warning.property ?? '').replace(/^bpmn:/, '');
    if (message.startsWith('unresolved reference')) return say('reference.unresolved', host, { property, target: warning.value ?? '' });
    return say('attribute.unknown', host, { attribute: property });
  }
  if (message.startsWith('unsupported document encoding')) return say('input.encoding', place.outline.ids[0] ?? '');
  const nested = /nested error: ([\s\S]*)$/.exec(message)?.[1] ?? message;
  const index = elementAt(place, message);
  const element = place.outline.ids[index] || place.outline.hosts[index] || '';
  const host = place.outline.hosts[index] ?? '';
  const tag = place.outline.tags[index] ?? '';
  const quoted = /<([\s\S]*)>/.exec(nested)?.[1] ?? '';
  if (nested.startsWith('duplicate ID')) return say('id.duplicate', quoted, { id: quoted });
  if (nested.startsWith('illegal ID')) return say('id.illegal', quoted, { id: quoted });
  if (nested.startsWith('unexpected body text')) return say('content.unexpected', host, { text: quoted });
  if (nested.startsWith('unexpected element')) return say('input.not-bpmn', element);
  if (/^unknown type <gc:/.test(nested)) return say('extension.unknown', host, { tag });
  if (/^(unknown type|unrecognized element|expected no sub nodes)/.test(nested)) return say('element.unknown', element, { tag });
  return say('input.not-well-formed', element, { detail: nested });
}

/** Index in the outline of the element that a message's line and column fall into. */
function elementAt({ xml, outline }: Place, message: string): number {
  const line = Number(/\n\tline: (\d+)/.exec(message)?.[1] ?? 0);
  const column = Number(/\n\tcolumn: (\d+)/.exec(message)?.[1] ?? 0);
  const offset = startOfLine(xml, line) + column;
  let low = 0;
  let high = outline.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((outline.starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let index = low - 1;
  while (index > 0 && (outline.ends[index] ?? 0) <= offset) index = outline.parents[index] ?? 0;
  return Math.max(index, 0);
}

function startOfLine(xml: string, line: number): number {
  const breaks = /\r\n|\r|\n/g;
  for (let n = 0; n < line; n += 1) if (!breaks.exec(xml)) break;
  return line === 0 ? 0 : breaks.lastIndex;
}
