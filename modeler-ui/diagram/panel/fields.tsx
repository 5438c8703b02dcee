// The fields of the panel: a label, an input, a hint. A text is taken over when the field is left or Enter is pressed: one edit, one undo.
import { Input, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useDrafterWords } from '../drafter-words.ts';
import type { Choice } from './vocabulary.ts';

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly missing?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
  readonly children: ReactNode;
}

function FieldFrame({ id, label, required, missing, hint, fault, children }: FrameProps) {
  const { w } = useDrafterWords();
  return (
    <div className="gc-field">
      <label htmlFor={id}>
        {label}
        {required ? <span className="gc-field__must"> {w.panel.required}</span> : null}
      </label>
      {children}
      {missing ? <p className="gc-field__missing">{w.panel.missing}</p> : null}
      {fault ? (
        <p className="gc-field__missing" role="alert">
          {fault}
        </p>
      ) : null}
      {hint && !fault ? <p className="gc-field__hint">{hint}</p> : null}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly required?: boolean;
  readonly long?: boolean;
  readonly whole?: boolean;
  readonly code?: boolean;
  readonly disabled?: boolean;
  readonly hint?: string;
  /** What is wrong with a text. It is taken over all the same (the check says so at the shape), unless `strict`. */
  readonly faultOf?: (text: string) => string | undefined;
  readonly strict?: boolean;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    value,
    onChange,
    required = false,
    long = false,
    whole = false,
    code = false,
    disabled = false,
    hint,
    faultOf,
    strict = false,
  } = props;
  const id = useId();
  const [text, setText] = useState(value ?? '');
  useEffect(() => setText(value ?? ''), [value]);
  const trimmed = text.trim();
  const fault = strict && trimmed === (value ?? '') ? undefined : faultOf?.(trimmed);
  const commit = (): void => {
    if (strict && fault !== undefined) return;
    if (trimmed !== (value ?? '')) onChange(trimmed === '' ? undefined : trimmed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !long) commit();
    if (event.key === 'Escape') setText(value ?? '');
  };
  const shared = {
    id,
    value: text,
    disabled,
    onBlur: commit,
    onKeyDown,
    'aria-required': required,
    className: code ? 'gc-field__code' : '',
  };
  return (
    <FieldFrame id={id} label={label} required={required} missing={required && trimmed === ''} hint={hint} fault={fault}>
      {long ? (
        <Input.TextArea {...shared} autoSize={{ minRows: code ? 2 : 1, maxRows: 8 }} onChange={(e) => setText(e.target.value)} />
      ) : (
        <Input
          {...shared}
          inputMode={whole ? 'numeric' : 'text'}
          onChange={(e) => setText(whole ? e.target.value.replace(/\D/g, '') : e.target.value)}
        />
      )}
    </FieldFrame>
  );
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | undefined) => void;
  readonly required?: boolean;
  readonly hint?: string;
  /** Said in the empty field: what holds when nothing is chosen. */
  readonly fallback?: string;
}

export function ChoiceField({ label, value, choices, onChange, required = false, hint, fallback }: ChoiceFieldProps) {
  const { w } = useDrafterWords();
  const id = useId();
  return (
    <FieldFrame id={id} label={label} required={required} missing={required && value === undefined} hint={hint}>
      <Select
        id={id}
        aria-label={label}
        value={value ?? null}
        placeholder={fallback}
        options={choices.map((c) => ({ ...c }))}
        allowClear={required ? false : { label: w.panel.clear }}
        showSearch={choices.length > 8 ? { optionFilterProp: 'label' } : false}
        onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      />
    </FieldFrame>
  );
}

interface ManyFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (values: readonly string[]) => void;
  readonly required?: boolean;
  readonly hint?: string;
}

export function ManyField({ label, values, choices, onChange, required = false, hint }: ManyFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} required={required} missing={required && values.length === 0} hint={hint}>
      <Select
        id={id}
        aria-label={label}
        mode="multiple"
        value={[...values]}
        options={choices.map((c) => ({ ...c }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(next: readonly string[]) => onChange(next)}
      />
    </FieldFrame>
  );
}
