// The panel offers exactly what the dialect has: no attribute missing, none invented, the same choices, the same duties.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gcDescriptor } from '../../../engine/index.ts';
import * as dialect from '../../../engine/model/dialect.ts';
import { ruleSpecs, rulesFor } from '../../../modeler-ui/diagram/panel/rule-specs.ts';
import { initialProperties } from '../../../modeler-ui/diagram/panel/rule-values.ts';

const schemas = {
  matter: dialect.matterRule,
  basis: dialect.basisRule,
  rules: dialect.rulesRef,
  power: dialect.powerRule,
  step: dialect.stepFacts,
  assignment: dialect.assignmentRule,
  supervision: dialect.supervisionRule,
  deliberation: dialect.deliberationRule,
  deadline: dialect.deadlineRule,
  minimum: dialect.minimumRule,
  risk: dialect.riskRule,
  document: dialect.documentRule,
  disclose: dialect.discloseRule,
  form: dialect.formRef,
  return: dialect.returnRule,
} as const;

interface AttributeSchema {
  readonly enum?: readonly string[];
  readonly default?: unknown;
}
interface ObjectSchema {
  readonly properties: Readonly<Record<string, AttributeSchema>>;
  readonly required?: readonly string[];
}
const shapeOf = (rule: keyof typeof schemas): ObjectSchema => z.toJSONSchema(schemas[rule], { io: 'input' }) as unknown as ObjectSchema;
const rules = Object.values(ruleSpecs);

describe('rule specs of the panel', () => {
  it('cover every gc: element of the namespace', () => {
    expect(rules.map((r) => r.type).sort()).toEqual(gcDescriptor.types.map((t) => `gc:${t.name}`).sort());
  });
  it.each(rules)('$rule has the attributes of the namespace and of the dialect', (spec) => {
    const names = spec.fields.map((f) => f.name).sort();
    const described = gcDescriptor.types.find((t) => `gc:${t.name}` === spec.type)?.properties?.map((p) => p.name) ?? [];
    expect(names).toEqual([...described].sort());
    expect(names).toEqual(Object.keys(shapeOf(spec.rule).properties).sort());
  });
  it.each(rules)('$rule asks for what the dialect requires', (spec) => {
    const required = spec.fields.filter((f) => f.required).map((f) => f.name);
    expect(required.sort()).toEqual([...(shapeOf(spec.rule).required ?? [])].sort());
  });
  it.each(rules)('$rule offers the choices of the dialect', (spec) => {
    for (const field of spec.fields) {
      const choices = 'choices' in field ? [...(field.choices ?? [])].sort() : undefined;
      expect(choices, field.name).toEqual(shapeOf(spec.rule).properties[field.name]?.enum?.toSorted());
    }
  });
  it.each(rules)('$rule says what holds where a choice is not made', (spec) => {
    for (const field of spec.fields.filter((f) => 'choices' in f)) {
      expect('fallback' in field ? field.fallback : undefined, field.name).toBe(shapeOf(spec.rule).properties[field.name]?.default);
    }
  });
  it.each(rules)('$rule starts with values that the dialect takes, where it has any', (spec) => {
    const properties = shapeOf(spec.rule).properties;
    for (const [name, value] of Object.entries(initialProperties(spec))) {
      const allowed = properties[name]?.enum;
      if (allowed) expect(allowed).toContain(value);
    }
  });
});

describe('where rules are offered', () => {
  it('gives a user task the rules of a step and a lane its power', () => {
    expect(rulesFor('bpmn:UserTask')).toContain('supervision');
    expect(rulesFor('bpmn:Lane')).toEqual(['power']);
    expect(rulesFor('bpmn:SequenceFlow')).toEqual([]);
  });
  it('offers every rule somewhere', () => {
    const somewhere = ['bpmn:Process', 'bpmn:Lane', 'bpmn:UserTask'].flatMap(rulesFor);
    expect(Object.keys(ruleSpecs).filter((name) => !somewhere.some((s) => s === name))).toEqual([]);
  });
});
