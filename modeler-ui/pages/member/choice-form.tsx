// Large choices, the remaining fields of the form, and one button that says what will be recorded.
import './vote.css';
import { Button } from 'antd';
import { useId } from 'react';
import type { TaskDetail } from '../../api/tasks.ts';
import { FieldInput } from '../../forms/field-input.tsx';
import { FaultSummary } from '../../forms/form-view.tsx';
import { readForm } from '../../forms/read-form.ts';
import { Refusal } from '../../widgets/refusal.tsx';
import { useWords } from '../../words/language.ts';
import { useCompletion } from '../task/completion.ts';
import { type BigChoice, bigChoices, choiceKey, usualForm, type VoteStage } from './choices.ts';

interface BigChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly BigChoice[];
  readonly chosen: string | undefined;
  readonly onChoose: (value: string) => void;
}

/** Real radio buttons under large surfaces: keyboard and screen reader work as everywhere. */
function BigChoices({ id, label, choices, chosen, onChoose }: BigChoicesProps) {
  const { say } = useWords();
  return (
    <fieldset className="big-choices" id={id}>
      <legend>{label}</legend>
      <div className="big-choices-row">
        {choices.map((c) => (
          <label key={c.value} className={`big-choice choice-${c.value}${chosen === c.value ? ' chosen' : ''}`}>
            <input type="radio" name={id} value={c.value} checked={chosen === c.value} onChange={() => onChoose(c.value)} />
            <span>{say(c.label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function ChoiceForm({ task, stage }: { readonly task: TaskDetail; readonly stage: VoteStage }) {
  const { t, say } = useWords();
  const base = useId();
  const form = readForm(task.form) ?? usualForm(stage);
  // Nobody's opinion is filled in beforehand, least of all the one before's.
  const completion = useCompletion(task, form, 'blank');
  const key = choiceKey(stage);
  const choices = bigChoices(form, stage);
  const chosen = choices.find((c) => c.value === completion.entries[key]);
  const word = chosen ? say(chosen.label) : '';
  const ballot = stage === 'ballot';
  return (
    <form
      className="card vote"
      noValidate
      aria-label={t(ballot ? 'vote.ballotTitle' : 'vote.opinionTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        completion.submit(t(ballot ? 'vote.ballotDone' : 'vote.opinionDone', { choice: word }));
      }}
    >
      <Refusal error={completion.refusal} />
      <FaultSummary faults={completion.faults} fieldId={(field) => `${base}-${field}`} />
      <BigChoices
        id={`${base}-${key}`}
        label={t(ballot ? 'vote.ballotAsk' : 'vote.opinionAsk')}
        choices={choices}
        chosen={chosen?.value}
        onChoose={(value) => completion.onEntry(key, value)}
      />
      {form.fields
        .filter((f) => f.key !== key)
        .map((field) => (
          <FieldInput
            key={field.key}
            field={field}
            id={`${base}-${field.key}`}
            entry={completion.entries[field.key]}
            fault={completion.faults.get(field.key)}
            onEntry={(entry) => completion.onEntry(field.key, entry)}
          />
        ))}
      <Button type={chosen ? 'primary' : 'default'} size="large" block className="big-button" htmlType="submit" loading={completion.busy}>
        {chosen ? t(ballot ? 'vote.confirmBallot' : 'vote.confirmOpinion', { choice: word }) : t('vote.chooseFirst')}
      </Button>
      <p className="soft">{t('vote.confirmText')}</p>
    </form>
  );
}
