// Edits of gc: elements in an element's extensionElements. Pure: they say what to change, the command stack does it.
// Promise: foreign extension elements stay where they are; an emptied extensionElements is removed.
import type { Edit, Make } from '../edits.ts';
import { childOf, childrenOf, extensionsOf, type ModdleElement, textOf } from '../moddle.ts';
import { type RuleSpec, ruleSpecs } from './rule-specs.ts';
import { attributeOf, type FieldValue, initialProperties, listOf } from './rule-values.ts';
import type { Subject } from './subject.ts';

export function addRule(subject: Subject, spec: RuleSpec, make: Make): readonly Edit[] {
  const { shape, element } = subject;
  const holder = childOf(element, 'extensionElements');
  if (holder) {
    const rule = make(spec.type, holder, initialProperties(spec));
    return [{ shape, target: holder, properties: { values: [...childrenOf(holder, 'values'), rule] } }];
  }
  const fresh = make('bpmn:ExtensionElements', element, { values: [] });
  fresh.set('values', [make(spec.type, fresh, initialProperties(spec))]);
  return [{ shape, target: element, properties: { extensionElements: fresh } }];
}

export function removeRule(subject: Subject, rule: ModdleElement): readonly Edit[] {
  const { shape, element } = subject;
  const holder = childOf(element, 'extensionElements');
  if (!holder) return [];
  const rest = childrenOf(holder, 'values').filter((v) => v !== rule);
  return rest.length === 0
    ? [{ shape, target: element, properties: { extensionElements: undefined } }]
    : [{ shape, target: holder, properties: { values: rest } }];
}

export function setField(subject: Subject, rule: ModdleElement, name: string, value: FieldValue): readonly Edit[] {
  const text = attributeOf(value);
  return text === textOf(rule, name) ? [] : [{ shape: subject.shape, target: rule, properties: { [name]: text } }];
}

/** Rules elsewhere that name an element by its id follow when the id changes. */
export function renamedReferences(subjects: readonly Subject[], from: string, to: string): readonly Edit[] {
  const naming = [
    { spec: ruleSpecs.assignment, field: 'differentFrom' },
    { spec: ruleSpecs.return, field: 'to' },
  ];
  return subjects.flatMap((subject) =>
    naming.flatMap(({ spec, field }) =>
      extensionsOf(subject.element, spec.type)
        .filter((rule) => listOf(textOf(rule, field)).includes(from))
        .map(
          (rule): Edit => ({
            shape: subject.shape,
            target: rule,
            properties: {
              [field]: listOf(textOf(rule, field))
                .map((id) => (id === from ? to : id))
                .join(' '),
            },
          }),
        ),
    ),
  );
}
