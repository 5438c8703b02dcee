// What the reader has typed, field by field, and the answers that it makes.
// Promise: an entry is never lost by being wrong; answers are exactly what engine/model/form accepts (分, YYYY-MM-DD, integers).
import { checkAnswers, type Form, type FormField, type Json, type JsonObject, type Words } from '../../engine/index.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { parseYuan, showYuan } from './money.ts';

/** Texts for typed fields, true/false for yes or no, lists for several. Undefined: nothing entered yet. */
export type Entry = string | boolean | readonly string[] | undefined;
export type Entries = Readonly<Record<string, Entry>>;
export type Faults = ReadonlyMap<string, Words>;

export interface Read {
  readonly answers: JsonObject;
  readonly faults: Faults;
}

const isText = (v: Json): v is string => typeof v === 'string';

/** The entry that shows a value the case already has; nothing when it does not fit the field. */
export function entryOf(field: FormField, value: Json | undefined): Entry {
  if (value === undefined || value === null) return undefined;
  switch (field.type) {
    case 'integer':
      return typeof value === 'number' ? String(value) : undefined;
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) ? showYuan(value) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'choices':
    case 'list':
      return Array.isArray(value) ? value.filter(isText) : undefined;
    default:
      return isText(value) ? value : undefined;
  }
}

export const entriesOf = (form: Form, variables: JsonObject): Entries =>
  Object.fromEntries(form.fields.map((f) => [f.key, entryOf(f, variables[f.key])]));

const labelled = (field: FormField, zhText: string, enText: string): Words => ({
  zh: zh.form.faultAt.replace('{{label}}', field.label.zh).replace('{{fault}}', zhText),
  en: en.form.faultAt.replace('{{label}}', field.label.en).replace('{{fault}}', enText),
});

/** Value of one entry; a fault when the text cannot be read at all. Emptiness is judged by the form. */
function readEntry(field: FormField, entry: Entry): { value?: Json; fault?: Words } {
  if (entry === undefined) return {};
  if (typeof entry === 'boolean') return { value: entry };
  if (typeof entry !== 'string') {
    const kept = entry.map((x) => x.trim()).filter((x) => x !== '');
    return kept.length === 0 ? {} : { value: kept };
  }
  const text = entry.trim();
  if (text === '') return {};
  if (field.type === 'integer') {
    const digits = text.normalize('NFKC').replace(/[,\s]/g, '');
    return /^-?\d{1,15}$/.test(digits) ? { value: Number(digits) } : { fault: labelled(field, zh.form.integerBad, en.form.integerBad) };
  }
  if (field.type !== 'money') return { value: text };
  const fen = parseYuan(text);
  if (fen === undefined) return { fault: labelled(field, zh.form.moneyBad, en.form.moneyBad) };
  // The form's own message would speak of 分, which nobody types.
  const least = (words: string): string => words.replace('{{yuan}}', showYuan(field.min));
  return fen < field.min ? { value: fen, fault: labelled(field, least(zh.form.moneyMin), least(en.form.moneyMin)) } : { value: fen };
}

export function readEntries(form: Form, entries: Entries): Read {
  const answers: Record<string, Json> = {};
  const faults = new Map<string, Words>();
  for (const field of form.fields) {
    const { value, fault } = readEntry(field, entries[field.key]);
    if (fault) faults.set(field.key, fault);
    if (value !== undefined) answers[field.key] = value;
  }
  for (const found of checkAnswers(form, answers)) if (!faults.has(found.field)) faults.set(found.field, found.message);
  // In the order of the form, as the reader goes through it.
  const order = form.fields.map((f) => f.key);
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return { answers, faults: new Map([...faults].sort(([a], [b]) => place(a) - place(b))) };
}
