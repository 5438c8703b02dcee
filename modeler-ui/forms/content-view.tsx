// What a case is about: the answers of the form that started it, with the form's own labels.
import type { Form, FormField, Json, JsonObject } from '../../engine/index.ts';
import { useWords } from '../words/language.ts';
import { showYuan } from './money.ts';

function Value({ field, value }: { readonly field: FormField; readonly value: Json }) {
  const { t, say } = useWords();
  const optionWord = (x: Json): string => {
    const option = 'options' in field ? field.options.find((o) => o.value === x) : undefined;
    return option ? say(option.label) : String(x);
  };
  if (field.type === 'money' && typeof value === 'number') return <>{`${showYuan(value)} ${t('form.yuan')}`}</>;
  if (typeof value === 'boolean') return <>{value ? t('form.yes') : t('form.no')}</>;
  if (Array.isArray(value))
    return (
      <ol className="content-list">
        {value.map((x: Json) => (
          <li key={String(x)}>{optionWord(x)}</li>
        ))}
      </ol>
    );
  return <span className="content-text">{optionWord(value as Json)}</span>;
}

export function ContentView({ form, variables }: { readonly form: Form; readonly variables: JsonObject }) {
  const { say } = useWords();
  const filled = form.fields.filter((f) => variables[f.key] !== undefined && variables[f.key] !== null && variables[f.key] !== '');
  if (filled.length === 0) return null;
  return (
    <dl className="facts">
      {filled.map((field) => (
        <div key={field.key}>
          <dt>{say(field.label)}</dt>
          <dd>
            <Value field={field} value={variables[field.key] ?? null} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
