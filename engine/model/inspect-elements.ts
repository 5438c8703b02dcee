// One walk over everything that a drawing contains: ids, enumerated attributes, what is not executed, rules in wrong places.
// Promise: each finding at an element that people can see. Not done here: how elements are joined, what the rules say.
import { contained, type Drawn, is, isHost } from './drawn.ts';
import { whatIsNotExecuted } from './executable.ts';
import type { Metamodel } from './metamodel.ts';
import type { Report } from './problems.ts';
import { reportMisplacedRules } from './read-rules.ts';

const idPattern = /^[A-Za-z_][\w.-]{0,254}$/;
const reservedIds: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Visit {
  readonly element: Drawn;
  readonly host: string;
}

export function inspectElements(definitions: Drawn, metamodel: Metamodel, report: Report): void {
  const ids = new Set<string>();
  const stack: Visit[] = [{ element: definitions, host: definitions.id ?? '' }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { element } = visit;
    if (element.$descriptor.isGeneric) continue;
    const host = element.id && isHost(element) ? element.id : visit.host;
    checkId(element, { host, ids, report });
    checkEnumerations(element, host, { metamodel, report });
    for (const what of whatIsNotExecuted(element)) report('element.not-executable', host, { what });
    reportMisplacedRules(element, host, report);
    const children = contained(element);
    for (let i = children.length - 1; i >= 0; i -= 1) {
      const child = children[i];
      if (child) stack.push({ element: child, host });
    }
  }
}

function checkId(element: Drawn, { host, ids, report }: { host: string; ids: Set<string>; report: Report }): void {
  const { id } = element;
  if (id === undefined) {
    if (is(element, 'bpmn:FlowNode') || is(element, 'bpmn:SequenceFlow') || is(element, 'bpmn:Process') || is(element, 'bpmn:Participant'))
      report('id.missing', host, { tag: element.$type });
    return;
  }
  if (!idPattern.test(id) || reservedIds.has(id)) report('id.illegal', id, { id });
  if (ids.has(id)) report('id.duplicate', id, { id });
  ids.add(id);
}

function checkEnumerations(element: Drawn, host: string, { metamodel, report }: { metamodel: Metamodel; report: Report }): void {
  for (const { name, allowed } of enumeratedOf(element, metamodel)) {
    const value = (element as unknown as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined && !allowed.includes(String(value)))
      report('attribute.value', host, { attribute: name, value: String(value), allowed: allowed.join(' / ') });
  }
}

const enumerated = new WeakMap<object, readonly { readonly name: string; readonly allowed: readonly string[] }[]>();

function enumeratedOf(element: Drawn, metamodel: Metamodel) {
  const known = enumerated.get(element.$descriptor);
  if (known) return known;
  const found = [...metamodel.enumerations]
    .map(([key, allowed]) => ({ type: key.slice(0, key.indexOf('.')), name: key.slice(key.indexOf('.') + 1), allowed }))
    .filter(({ type }) => element.$descriptor.allTypesByName !== undefined && `bpmn:${type}` in element.$descriptor.allTypesByName);
  enumerated.set(element.$descriptor, found);
  return found;
}
