// Around each field: its label, whether it must be filled in, help, and its fault, tied together for screen readers.
import type { ReactNode } from 'react';
import type { FormField, Words } from '../../engine/index.ts';
import { useWords } from '../words/language.ts';

export interface FrameProps {
  readonly field: FormField;
  readonly id: string;
  readonly fault: Words | undefined;
  /** A group (radio buttons, check boxes, a list) is named by its legend instead of a label. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

export const helpId = (id: string): string => `${id}-help`;
export const faultId = (id: string): string => `${id}-fault`;
export const labelId = (id: string): string => `${id}-label`;

/** What the control itself must say. */
export const tied = (field: FormField, id: string, fault: Words | undefined) => ({
  'aria-describedby': [field.help ? helpId(id) : '', fault ? faultId(id) : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': fault ? true : undefined,
  'aria-required': field.required || undefined,
});

export function FieldFrame({ field, id, fault, group, children }: FrameProps) {
  const { t, say } = useWords();
  const name = (
    <>
      {say(field.label)}{' '}
      <span className={field.required ? 'field-must' : 'field-may'}>{field.required ? t('form.required') : t('form.optional')}</span>
    </>
  );
  return (
    <div className={`field${fault ? ' field-wrong' : ''}`}>
      {group ? (
        <div className="field-label" id={labelId(id)}>
          {name}
        </div>
      ) : (
        <label className="field-label" htmlFor={id} id={labelId(id)}>
          {name}
        </label>
      )}
      {field.help && (
        <p className="field-help" id={helpId(id)}>
          {say(field.help)}
        </p>
      )}
      {children}
      {fault && (
        <p className="field-fault" id={faultId(id)}>
          {say(fault)}
        </p>
      )}
    </div>
  );
}
