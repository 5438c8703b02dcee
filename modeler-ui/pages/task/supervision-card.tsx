// Who supervises this step, with objections and the reader's own acts of supervision.
import type { TaskDetail } from '../../api/tasks.ts';
import { Objections } from '../../widgets/objections.tsx';
import { maySupervise, SupervisionActs, SupervisionList } from '../../widgets/supervision.tsx';
import { useWords } from '../../words/language.ts';

export function SupervisionCard({ task }: { readonly task: TaskDetail }) {
  const { t } = useWords();
  const acts = { caseId: task.case, node: task.node, may: task.may };
  return (
    <section className="card" aria-labelledby="task-supervision">
      <h2 id="task-supervision">{t('supervision.title')}</h2>
      <SupervisionList supervision={task.supervision} />
      <Objections {...acts} objections={task.objections} />
      {maySupervise(task.may) && <SupervisionActs {...acts} />}
    </section>
  );
}
