// Between a gc: element as parsed (every attribute a text) and the values that the panel's fields hold. Pure.
// Promise: propertiesOf(valuesOf(element)) changes nothing; an empty field means no attribute, never an empty one.
import { type ModdleElement, textOf } from '../moddle.ts';
import type { FieldSpec, RuleSpec } from './rule-specs.ts';

export type FieldValue = string | readonly string[] | undefined;
export type RuleValues = Readonly<Record<string, FieldValue>>;
export type RuleProperties = Readonly<Record<string, string | undefined>>;

const holdsList = (field: FieldSpec): boolean => field.input === 'offices' || field.input === 'steps';

export const listOf = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter((x) => x !== '');

export function fieldValue(field: FieldSpec, element: ModdleElement): FieldValue {
  const text = textOf(element, field.name);
  return holdsList(field) ? listOf(text) : text;
}

export function valuesOf(spec: RuleSpec, element: ModdleElement): RuleValues {
  return Object.fromEntries(spec.fields.map((f) => [f.name, fieldValue(f, element)]));
}

export function attributeOf(value: FieldValue): string | undefined {
  const text = typeof value === 'string' ? value.trim() : (value ?? []).join(' ');
  return text === '' ? undefined : text;
}

export function propertiesOf(values: RuleValues): RuleProperties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, attributeOf(value)]));
}

/** What a newly added element of this rule starts with. */
export function initialProperties(spec: RuleSpec): RuleProperties {
  return Object.fromEntries(spec.fields.flatMap((f) => (f.initial === undefined ? [] : [[f.name, f.initial]])));
}

/** Required fields that hold nothing: the panel marks them; the engine's check says why. */
export function missingFields(spec: RuleSpec, values: RuleValues): readonly string[] {
  return spec.fields.filter((f) => f.required && attributeOf(values[f.name]) === undefined).map((f) => f.name);
}
