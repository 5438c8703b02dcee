// The content of a case with the labels of the form that started it; nothing when the procedure has no such form.

import type { JsonObject } from '../../engine/index.ts';
import { useProcedure } from '../api/procedures.ts';
import { ContentView } from '../forms/content-view.tsx';
import { readForm } from '../forms/read-form.ts';
import { useWords } from '../words/language.ts';

export function CaseContent({
  procedure,
  version,
  variables,
}: {
  readonly procedure: string;
  readonly version?: number;
  readonly variables: JsonObject;
}) {
  const { t } = useWords();
  const answer = useProcedure(procedure, version);
  const form = readForm(answer.data?.startForm);
  if (!form?.fields.some((f) => variables[f.key] !== undefined)) return null;
  return (
    <section className="card" aria-labelledby="case-content">
      <h2 id="case-content">{t('case.content')}</h2>
      <ContentView form={form} variables={variables} />
    </section>
  );
}
