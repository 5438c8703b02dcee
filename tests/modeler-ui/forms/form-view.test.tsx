// A form as it stands on the page: every type has a control that is named, described and marked wrong for those who cannot see it.
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Form, form as formSchema } from '../../../engine/index.ts';
import type { Entries, Faults } from '../../../modeler-ui/forms/entries.ts';
import { FormView } from '../../../modeler-ui/forms/form-view.tsx';
import { chooseLanguage, startLanguage } from '../../../modeler-ui/words/language.ts';

const label = (zh: string, en: string) => ({ zh, en });
const sample: Form = formSchema.parse({
  key: 'sample',
  title: label('申报表', 'Proposal'),
  fields: [
    { key: 'name', type: 'text', label: label('名称', 'Name'), help: label('一句话', 'One sentence'), required: true },
    { key: 'cost', type: 'money', label: label('资金', 'Cost') },
    { key: 'day', type: 'date', label: label('日期', 'Day') },
    { key: 'urgent', type: 'boolean', label: label('紧急', 'Urgent') },
    {
      key: 'kind',
      type: 'choice',
      label: label('类别', 'Kind'),
      options: [
        { value: 'a', label: label('甲', 'A') },
        { value: 'b', label: label('乙', 'B') },
      ],
    },
    { key: 'needs', type: 'choices', label: label('前置', 'Needs'), options: [{ value: 'x', label: label('子项', 'X') }] },
    { key: 'options', type: 'list', label: label('方案', 'Options'), minItems: 2 },
  ],
});
const shown = (entries: Entries = {}, faults: Faults = new Map()): string =>
  renderToStaticMarkup(
    <FormView form={sample} entries={entries} faults={faults} onEntry={() => undefined} onSubmit={() => undefined}>
      <button type="submit">ok</button>
    </FormView>,
  );
const idOf = (html: string, labelText: string): string => new RegExp(`<label[^>]*for="([^"]+)"[^>]*>${labelText}`).exec(html)?.[1] ?? '';
const control = (html: string, id: string): string => new RegExp(`<(?:input|textarea)[^>]*id="${id}"[^>]*>`).exec(html)?.[0] ?? '';

beforeAll(() => startLanguage('zh'));

describe('a form on the page', () => {
  test('typed fields are labelled, described and say whether they must be filled in', () => {
    const html = shown();
    const name = control(html, idOf(html, '名称'));
    expect(name).toContain('aria-required="true"');
    const described = /aria-describedby="([^"]+)"/.exec(name)?.[1] ?? '';
    expect(html).toMatch(new RegExp(`id="${described}"[^>]*>一句话`));
    expect(control(html, idOf(html, '日期'))).toContain('type="date"');
    expect(control(html, idOf(html, '资金'))).toContain('inputMode="decimal"');
  });

  test('groups are named by their labels', () => {
    const html = shown();
    for (const text of ['紧急', '类别', '前置', '方案']) {
      const labelId = new RegExp(`<div[^>]*id="([^"]+)"[^>]*>${text}`).exec(html)?.[1] ?? 'none';
      expect(html).toContain(`aria-labelledby="${labelId}"`);
    }
  });

  test('nothing is chosen before somebody chooses; yes or no has no default', () => {
    expect(shown()).not.toContain('checked=""');
    expect(shown({ urgent: false }).match(/checked=""/g)).toHaveLength(1);
  });

  test('a list shows as many lines as it needs', () => {
    expect(shown().match(/aria-label="第 \d 条"/g)).toHaveLength(2);
    expect(shown({ options: ['一', '二', '三'] }).match(/aria-label="第 \d 条"/g)).toHaveLength(3);
  });

  test('a fault stands at its field, is tied to it, and in the list above', () => {
    const html = shown({}, new Map([['name', label('「名称」必须填写', '“Name” must be filled in')]]));
    const name = control(html, idOf(html, '名称'));
    expect(name).toContain('aria-invalid="true"');
    expect(/aria-describedby="([^"]+)"/.exec(name)?.[1]?.split(' ')).toHaveLength(2);
    expect(html.match(/「名称」必须填写/g)).toHaveLength(2);
    expect(html).toContain('role="alert"');
  });

  test('speaks the reader’s language', () => {
    chooseLanguage('en');
    const html = shown();
    chooseLanguage('zh');
    expect(html).toContain('Cost');
    expect(html).not.toMatch(/[\u3400-\u9fff]/);
  });
});
