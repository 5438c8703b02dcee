// A form of the procedure on a page: fields in their order, faults at the fields and listed above, with the focus led to them.
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { Form, Words } from '../../engine/index.ts';
import { useWords } from '../words/language.ts';
import type { Entries, Entry, Faults } from './entries.ts';
import { FieldInput } from './field-input.tsx';

export interface FormViewProps {
  readonly form: Form;
  readonly entries: Entries;
  readonly faults: Faults;
  readonly onEntry: (key: string, entry: Entry) => void;
  readonly onSubmit: () => void;
  /** Fields of the page itself that come first, e.g. the title of a case. */
  readonly before?: ReactNode;
  /** Ids of those fields, so that the list of faults can lead to them. */
  readonly fieldIds?: Readonly<Record<string, string>>;
  /** Buttons. */
  readonly children: ReactNode;
}

/** Faults at a glance; each leads to its field. */
export function FaultSummary({ faults, fieldId }: { readonly faults: Faults; readonly fieldId: (key: string) => string }) {
  const { t, say } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.size > 0) box.current?.focus();
  }, [faults]);
  if (faults.size === 0) return null;
  const lead = (key: string): void => {
    const field = document.getElementById(fieldId(key));
    const control = field?.matches('input,textarea') ? field : field?.querySelector<HTMLElement>('input,textarea,button');
    (control ?? field)?.focus();
  };
  return (
    <div className="faults" role="alert" tabIndex={-1} ref={box}>
      <strong>{t('error.formTitle', { n: faults.size })}</strong>
      <ul>
        {[...faults].map(([key, words]: [string, Words]) => (
          <li key={key}>
            <button type="button" className="link" onClick={() => lead(key)}>
              {say(words)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FormView({ form, entries, faults, onEntry, onSubmit, before, fieldIds, children }: FormViewProps) {
  const { say } = useWords();
  const base = useId();
  const fieldId = (key: string): string => fieldIds?.[key] ?? `${base}-${key}`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="form" onSubmit={submit} noValidate aria-label={say(form.title)}>
      <FaultSummary faults={faults} fieldId={fieldId} />
      {form.intro && <p className="form-intro">{say(form.intro)}</p>}
      {before}
      {form.fields.map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          id={fieldId(field.key)}
          entry={entries[field.key]}
          fault={faults.get(field.key)}
          onEntry={(entry) => onEntry(field.key, entry)}
        />
      ))}
      {children}
    </form>
  );
}
