// Forms as data: what a step asks its doer to fill in. Rendered by pages, checked by the core (gate form-complete).
import { z } from 'zod';
import type { Json, JsonObject, Words } from './json.ts';

const words = z.strictObject({ zh: z.string().min(1).max(500), en: z.string().min(1).max(500) });
const base = {
  /** Variable that takes the answer. */
  key: z.string().regex(/^[A-Za-z_]\w{0,63}$/),
  label: words,
  help: words.optional(),
  required: z.boolean().default(false),
};
export const formField = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('text'), maxLength: z.number().int().max(2000).default(200) }),
  z.strictObject({ ...base, type: z.literal('longText'), maxLength: z.number().int().max(20_000).default(4000) }),
  z.strictObject({ ...base, type: z.literal('integer'), min: z.number().int().optional(), max: z.number().int().optional() }),
  /** Integer 分; pages show 元. */
  z.strictObject({ ...base, type: z.literal('money'), min: z.number().int().default(0) }),
  /** YYYY-MM-DD. */
  z.strictObject({ ...base, type: z.literal('date') }),
  z.strictObject({ ...base, type: z.literal('boolean') }),
  z.strictObject({ ...base, type: z.literal('choice'), options: z.array(z.strictObject({ value: z.string(), label: words })).min(2) }),
  z.strictObject({ ...base, type: z.literal('choices'), options: z.array(z.strictObject({ value: z.string(), label: words })).min(1) }),
  /** A list of short texts, e.g. the options put before the meeting. */
  z.strictObject({
    ...base,
    type: z.literal('list'),
    minItems: z.number().int().min(0).default(0),
    maxItems: z.number().int().max(50).default(20),
  }),
]);
export const form = z.strictObject({
  key: z.string().regex(/^[A-Za-z_][\w-]{0,63}$/),
  title: words,
  intro: words.optional(),
  fields: z.array(formField).max(60),
});
export type FormField = z.infer<typeof formField>;
export type Form = z.infer<typeof form>;

export interface FormFault {
  readonly field: string;
  readonly message: Words;
}

const fault = (f: FormField, zh: string, en: string): FormFault => ({
  field: f.key,
  message: { zh: `「${f.label.zh}」${zh}`, en: `"${f.label.en}" ${en}` },
});

function checkField(f: FormField, v: Json): FormFault | undefined {
  switch (f.type) {
    case 'text':
    case 'longText':
      if (typeof v !== 'string') return fault(f, '应为文字', 'must be text');
      return v.length > f.maxLength ? fault(f, `最多 ${f.maxLength} 字`, `may have at most ${f.maxLength} characters`) : undefined;
    case 'integer':
    case 'money':
      if (typeof v !== 'number' || !Number.isSafeInteger(v)) return fault(f, '应为整数', 'must be a whole number');
      if (f.min !== undefined && v < f.min) return fault(f, `不得小于 ${f.min}`, `may not be below ${f.min}`);
      return f.type === 'integer' && f.max !== undefined && v > f.max
        ? fault(f, `不得大于 ${f.max}`, `may not be above ${f.max}`)
        : undefined;
    case 'date':
      return typeof v === 'string' && isCalendarDay(v) ? undefined : fault(f, '应为日期（年-月-日）', 'must be a date (YYYY-MM-DD)');
    case 'boolean':
      return typeof v === 'boolean' ? undefined : fault(f, '应选“是”或“否”', 'must be yes or no');
    case 'choice':
      return f.options.some((o) => o.value === v) ? undefined : fault(f, '应从所列选项中选择', 'must be one of the listed options');
    case 'choices':
      return Array.isArray(v) && v.every((x) => f.options.some((o) => o.value === x))
        ? undefined
        : fault(f, '应从所列选项中选择', 'must be among the listed options');
    case 'list':
      if (!Array.isArray(v) || !v.every((x) => typeof x === 'string' && x.trim() !== '' && x.length <= 500))
        return fault(f, '应为若干条文字', 'must be a list of texts');
      if (v.length < f.minItems) return fault(f, `至少填写 ${f.minItems} 条`, `needs at least ${f.minItems} entries`);
      return v.length > f.maxItems ? fault(f, `最多 ${f.maxItems} 条`, `may have at most ${f.maxItems} entries`) : undefined;
  }
}

function isCalendarDay(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return false;
  const d = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return d.getUTCMonth() === Number(m[2]) - 1 && d.getUTCDate() === Number(m[3]);
}

/** All faults of an answer; empty when it may be accepted. Keys the form does not have are faults too. */
export function checkAnswers(f: Form, answers: JsonObject): readonly FormFault[] {
  const faults: FormFault[] = [];
  for (const field of f.fields) {
    const v = answers[field.key];
    const empty = v === undefined || v === null || v === '' || (Array.isArray(v) && v.length === 0);
    if (empty) {
      if (field.required) faults.push(fault(field, '必须填写', 'must be filled in'));
      continue;
    }
    const found = checkField(field, v);
    if (found) faults.push(found);
  }
  const known = new Set(f.fields.map((x) => x.key));
  for (const key of Object.keys(answers))
    if (!known.has(key)) faults.push({ field: key, message: { zh: `表单没有「${key}」这一项`, en: `The form has no field "${key}"` } });
  return faults;
}
