// The control of one field, by its type.
import { Button, Checkbox, Input, Radio } from 'antd';
import type { FormField, Words } from '../../engine/index.ts';
import { useWords } from '../words/language.ts';
import type { Entry } from './entries.ts';
import { FieldFrame, labelId, tied } from './field-frame.tsx';
import { parseYuan, showWan } from './money.ts';

export interface FieldProps<F extends FormField = FormField> {
  readonly field: F;
  readonly id: string;
  readonly entry: Entry;
  readonly fault: Words | undefined;
  readonly onEntry: (entry: Entry) => void;
}
type Of<T extends FormField['type']> = FieldProps<Extract<FormField, { type: T }>>;

const text = (entry: Entry): string => (typeof entry === 'string' ? entry : '');
const list = (entry: Entry): readonly string[] => (Array.isArray(entry) ? entry : []);

function TextInput({ field, id, entry, fault, onEntry }: Of<'text' | 'longText'>) {
  const shared = { id, value: text(entry), ...tied(field, id, fault), status: fault ? ('error' as const) : undefined };
  return (
    <FieldFrame field={field} id={id} fault={fault}>
      {field.type === 'text' ? (
        <Input {...shared} onChange={(e) => onEntry(e.target.value)} />
      ) : (
        <Input.TextArea {...shared} autoSize={{ minRows: 3, maxRows: 12 }} onChange={(e) => onEntry(e.target.value)} />
      )}
    </FieldFrame>
  );
}

function NumberInput({ field, id, entry, fault, onEntry }: Of<'integer' | 'money' | 'date'>) {
  const { t } = useWords();
  const fen = field.type === 'money' ? parseYuan(text(entry)) : undefined;
  return (
    <FieldFrame field={field} id={id} fault={fault}>
      <Input
        id={id}
        className="field-short"
        type={field.type === 'date' ? 'date' : 'text'}
        inputMode={field.type === 'money' ? 'decimal' : field.type === 'integer' ? 'numeric' : undefined}
        suffix={field.type === 'money' ? t('form.yuan') : undefined}
        value={text(entry)}
        status={fault ? 'error' : undefined}
        {...tied(field, id, fault)}
        onChange={(e) => onEntry(e.target.value)}
      />
      {fen !== undefined && fen >= 1_000_000 && <p className="field-help">{t('form.moneyRead', { wan: showWan(fen) })}</p>}
    </FieldFrame>
  );
}

function ChoiceInput({ field, id, entry, fault, onEntry }: Of<'choice' | 'boolean'>) {
  const { t, say } = useWords();
  const options =
    field.type === 'choice'
      ? field.options.map((o) => ({ value: o.value, label: say(o.label) }))
      : [
          { value: 'yes', label: t('form.yes') },
          { value: 'no', label: t('form.no') },
        ];
  const value = field.type === 'choice' ? text(entry) : entry === true ? 'yes' : entry === false ? 'no' : '';
  const choose = (chosen: string): void => onEntry(field.type === 'choice' ? chosen : chosen === 'yes');
  return (
    <FieldFrame field={field} id={id} fault={fault} group>
      <Radio.Group
        className="field-options"
        id={id}
        name={id}
        value={value || null}
        aria-labelledby={labelId(id)}
        onChange={(e) => choose(String(e.target.value))}
      >
        {options.map((o) => (
          <Radio key={o.value} value={o.value}>
            {o.label}
          </Radio>
        ))}
      </Radio.Group>
    </FieldFrame>
  );
}

function ChoicesInput({ field, id, entry, fault, onEntry }: Of<'choices'>) {
  const { say } = useWords();
  return (
    <FieldFrame field={field} id={id} fault={fault} group>
      <fieldset className="field-options" id={id} aria-labelledby={labelId(id)}>
        {field.options.map((o) => (
          <Checkbox
            key={o.value}
            checked={list(entry).includes(o.value)}
            onChange={(e) => onEntry(e.target.checked ? [...list(entry), o.value] : list(entry).filter((x) => x !== o.value))}
          >
            {say(o.label)}
          </Checkbox>
        ))}
      </fieldset>
    </FieldFrame>
  );
}

function ListInput({ field, id, entry, fault, onEntry }: Of<'list'>) {
  const { t } = useWords();
  const lines = list(entry).length > 0 ? list(entry) : Array.from({ length: Math.max(1, field.minItems) }, () => '');
  const replace = (n: number, line: string): void => onEntry(lines.map((old, i) => (i === n ? line : old)));
  return (
    <FieldFrame field={field} id={id} fault={fault} group>
      <fieldset className="field-lines" id={id} aria-labelledby={labelId(id)}>
        {lines.map((line, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other identity than their place
          <div className="field-line" key={n}>
            <Input
              value={line}
              aria-label={t('form.listItem', { n: n + 1 })}
              status={fault ? 'error' : undefined}
              onChange={(e) => replace(n, e.target.value)}
            />
            {lines.length > 1 && (
              <Button type="text" aria-label={t('form.listRemove', { n: n + 1 })} onClick={() => onEntry(lines.filter((_, i) => i !== n))}>
                ✕
              </Button>
            )}
          </div>
        ))}
        {lines.length < field.maxItems && (
          <Button type="dashed" onClick={() => onEntry([...lines, ''])}>
            {t('form.listAdd')}
          </Button>
        )}
      </fieldset>
    </FieldFrame>
  );
}

export function FieldInput(props: FieldProps) {
  const { field, ...rest } = props;
  switch (field.type) {
    case 'text':
    case 'longText':
      return <TextInput field={field} {...rest} />;
    case 'integer':
    case 'money':
    case 'date':
      return <NumberInput field={field} {...rest} />;
    case 'boolean':
    case 'choice':
      return <ChoiceInput field={field} {...rest} />;
    case 'choices':
      return <ChoicesInput field={field} {...rest} />;
    case 'list':
      return <ListInput field={field} {...rest} />;
  }
}
