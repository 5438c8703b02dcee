// The form with which a case begins: its title, then what the procedure asks.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Form } from '../../../engine/index.ts';
import { useStartCase } from '../../api/cases.ts';
import { explain } from '../../api/problem.ts';
import type { ProcedureDetail } from '../../api/procedures.ts';
import { entriesOf, type Faults, readEntries } from '../../forms/entries.ts';
import { FormView } from '../../forms/form-view.tsx';
import { useKeptEntries } from '../../forms/kept-entries.ts';
import { readForm } from '../../forms/read-form.ts';
import { Refusal } from '../../widgets/refusal.tsx';
import { en } from '../../words/en.ts';
import { useWords } from '../../words/language.ts';
import { zh } from '../../words/zh.ts';

const titleId = 'case-title';
const noFields: Form = { key: 'start', title: { zh: zh.start.title, en: en.start.title }, fields: [] };
const titleFault = { zh: zh.start.caseTitleBad, en: en.start.caseTitleBad };
/** Entry of the case's own title; no form can have this key. */
const titleKey = '.title';

function TitleField({
  value,
  wrong,
  onChange,
}: {
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useWords();
  return (
    <div className={`field${wrong ? ' field-wrong' : ''}`}>
      <label className="field-label" htmlFor={titleId}>
        {t('start.caseTitle')} <span className="field-must">{t('form.required')}</span>
      </label>
      <p className="field-help" id={`${titleId}-help`}>
        {t('start.caseTitleHelp')}
      </p>
      <Input
        id={titleId}
        value={value}
        maxLength={200}
        status={wrong ? 'error' : undefined}
        aria-required
        aria-invalid={wrong || undefined}
        aria-describedby={`${titleId}-help${wrong ? ` ${titleId}-fault` : ''}`}
        onChange={(e) => onChange(e.target.value)}
      />
      {wrong && (
        <p className="field-fault" id={`${titleId}-fault`}>
          {t('start.caseTitleBad')}
        </p>
      )}
    </div>
  );
}

function useStarting(procedure: ProcedureDetail, form: Form) {
  const { language } = useWords();
  const navigate = useNavigate();
  const start = useStartCase();
  const kept = useKeptEntries(`start.${procedure.key}`, entriesOf(form, {}));
  const [faults, setFaults] = useState<Faults>(new Map());
  const title = typeof kept.entries[titleKey] === 'string' ? kept.entries[titleKey] : '';
  const submit = (): void => {
    const read = readEntries(form, kept.entries);
    const found = new Map([...(title.trim().length < 2 ? [[titleKey, titleFault] as const] : []), ...read.faults]);
    setFaults(found);
    if (found.size > 0) return;
    start.mutate(
      { procedure: procedure.key, title: title.trim(), variables: read.answers },
      {
        onSuccess: (done) => {
          kept.forget();
          void navigate(`/cases/${done.case}`);
        },
        onError: (error) => setFaults(new Map(explain(error, language).faults.map((f) => [f.field, f.message]))),
      },
    );
  };
  return { kept, faults, title, submit, busy: start.isPending, refusal: faults.size === 0 ? start.error : undefined };
}

export function StartForm({ procedure }: { readonly procedure: ProcedureDetail }) {
  const { t } = useWords();
  const form = readForm(procedure.startForm) ?? noFields;
  const { kept, faults, title, submit, busy, refusal } = useStarting(procedure, form);
  return (
    <section className="card narrow-card">
      <Refusal error={refusal} />
      <FormView
        form={form}
        entries={kept.entries}
        faults={faults}
        onEntry={kept.set}
        onSubmit={submit}
        fieldIds={{ [titleKey]: titleId }}
        before={<TitleField value={title} wrong={faults.has(titleKey)} onChange={(text) => kept.set(titleKey, text)} />}
      >
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {t('start.submit')}
        </Button>
      </FormView>
    </section>
  );
}
