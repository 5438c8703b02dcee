// What is typed becomes exactly what a case takes; what is wrong is said at its field, in both languages, and nothing typed is lost.
import { describe, expect, test } from 'vitest';
import { checkAnswers, type Form, form as formSchema } from '../../../engine/index.ts';
import { type Entries, entriesOf, readEntries } from '../../../modeler-ui/forms/entries.ts';

const label = (zh: string, en: string) => ({ zh, en });
const everyType: Form = formSchema.parse({
  key: 'every',
  title: label('各种', 'Every type'),
  fields: [
    { key: 'name', type: 'text', label: label('名称', 'Name'), required: true, maxLength: 10 },
    { key: 'why', type: 'longText', label: label('理由', 'Reason') },
    { key: 'people', type: 'integer', label: label('人数', 'People'), min: 0, max: 99 },
    { key: 'cost', type: 'money', label: label('资金', 'Cost'), required: true, min: 10_000 },
    { key: 'day', type: 'date', label: label('日期', 'Day') },
    { key: 'urgent', type: 'boolean', label: label('紧急', 'Urgent'), required: true },
    {
      key: 'kind',
      type: 'choice',
      label: label('类别', 'Kind'),
      options: [
        { value: 'a', label: label('甲', 'A') },
        { value: 'b', label: label('乙', 'B') },
      ],
    },
    { key: 'needs', type: 'choices', label: label('前置', 'Needs'), options: [{ value: 'x', label: label('子', 'X') }] },
    { key: 'options', type: 'list', label: label('方案', 'Options'), required: true, minItems: 2 },
  ],
});
const complete: Entries = {
  name: ' 桥 ',
  why: '',
  people: '１２',
  cost: '1,200.50',
  day: '2026-12-02',
  urgent: false,
  kind: 'b',
  needs: ['x'],
  options: ['甲', ' ', '乙'],
};

describe('a complete form', () => {
  test('is answered with integers, 分, days and trimmed texts; what is left empty is not answered', () => {
    const read = readEntries(everyType, complete);
    expect(read.faults.size).toBe(0);
    expect(read.answers).toEqual({
      name: '桥',
      people: 12,
      cost: 120_050,
      day: '2026-12-02',
      urgent: false,
      kind: 'b',
      needs: ['x'],
      options: ['甲', '乙'],
    });
    expect(checkAnswers(everyType, read.answers)).toEqual([]);
  });

  test('comes back the same when the case already has the answers', () => {
    const { answers } = readEntries(everyType, complete);
    expect(readEntries(everyType, entriesOf(everyType, answers)).answers).toEqual(answers);
  });

  test('a variable of another kind fills nothing in', () => {
    expect(entriesOf(everyType, { name: 5, cost: 'much', urgent: 'yes', options: 'one', kind: true })).toMatchObject({
      name: undefined,
      cost: undefined,
      urgent: undefined,
      options: undefined,
      kind: undefined,
    });
  });
});

describe('a wrong form', () => {
  const faultsOf = (wrong: Entries): string[] => [...readEntries(everyType, { ...complete, ...wrong }).faults.keys()];

  test('everything that must be filled in is missed, in the order of the form', () => {
    expect([...readEntries(everyType, {}).faults.keys()]).toEqual(['name', 'cost', 'urgent', 'options']);
  });

  test.each([
    ['an amount with three decimals', { cost: '1.234' }, ['cost']],
    ['an amount that is no number', { cost: 'viel' }, ['cost']],
    ['an amount below the least one', { cost: '99.99' }, ['cost']],
    ['half a person', { people: '1.5' }, ['people']],
    ['too many people', { people: '100' }, ['people']],
    ['a day that does not exist', { day: '2026-02-30' }, ['day']],
    ['one option of two', { options: ['甲', '  '] }, ['options']],
    ['a text that is too long', { name: '一二三四五六七八九十一' }, ['name']],
    ['two faults', { name: '', cost: 'x' }, ['name', 'cost']],
  ] as const)('%s', (_, wrong, fields) => {
    expect(faultsOf(wrong)).toEqual(fields);
  });

  test('a fault names its field in both languages, and money in 元', () => {
    const fault = readEntries(everyType, { ...complete, cost: '1' }).faults.get('cost');
    expect(fault?.zh).toContain('「资金」');
    expect(fault?.zh).toContain('100 元');
    expect(fault?.en).toContain('“Cost”');
    expect(fault?.en).toContain('100 yuan');
  });
});
