// The form of a step and the button that completes it; a refusal is shown where the reader is looking.
import { Button } from 'antd';
import type { Form } from '../../../engine/index.ts';
import type { TaskDetail } from '../../api/tasks.ts';
import { FormView } from '../../forms/form-view.tsx';
import { readForm } from '../../forms/read-form.ts';
import { Refusal } from '../../widgets/refusal.tsx';
import { en } from '../../words/en.ts';
import { useWords } from '../../words/language.ts';
import { zh } from '../../words/zh.ts';
import { useCompletion } from './completion.ts';

/** A step without a form is completed by one press. */
const nothingToFill: Form = { key: 'none', title: { zh: zh.task.complete, en: en.task.complete }, fields: [] };

export function CompleteForm({ task, button }: { readonly task: TaskDetail; readonly button?: string }) {
  const { t } = useWords();
  const form = readForm(task.form);
  const completion = useCompletion(task, form);
  return (
    <section className="card" aria-labelledby="task-form">
      <h2 id="task-form">{form ? t('task.toFill') : (button ?? t('task.complete'))}</h2>
      <Refusal error={completion.refusal} title={t('task.refusedTitle')} />
      {!form && <p className="soft">{t('task.noForm')}</p>}
      <FormView
        form={form ?? nothingToFill}
        entries={completion.entries}
        faults={completion.faults}
        onEntry={completion.onEntry}
        onSubmit={() => completion.submit()}
      >
        {form && <p className="field-help">{t('task.kept')}</p>}
        <Button type="primary" size="large" htmlType="submit" loading={completion.busy}>
          {button ?? (form ? t('task.submit') : t('task.complete'))}
        </Button>
      </FormView>
    </section>
  );
}
