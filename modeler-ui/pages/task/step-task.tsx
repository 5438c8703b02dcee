// The usual task: what to do in plain words, the form, who supervises, objections, and the acts that are the reader's.
import type { TaskDetail } from '../../api/tasks.ts';
import { CaseContent } from '../../widgets/case-content.tsx';
import { maySupervise } from '../../widgets/supervision.tsx';
import { useWords } from '../../words/language.ts';
import { CompleteForm } from './complete-form.tsx';
import { NotBefore, StepFacts } from './step-facts.tsx';
import { SupervisionCard } from './supervision-card.tsx';
import { TaskHead } from './task-head.tsx';

export function StepTask({ task }: { readonly task: TaskDetail }) {
  const { t } = useWords();
  // A supervisor's own acts come first; for everybody else they are something to know.
  const supervises = maySupervise(task.may);
  return (
    <>
      <TaskHead task={task} />
      <div className="two-columns">
        <div>
          {task.status === 'held' && <p className="note warn">{t('task.heldText')}</p>}
          <NotBefore at={task.notBefore} />
          {supervises && <SupervisionCard task={task} />}
          {task.may.includes('complete') && <CompleteForm task={task} />}
          {task.may.length === 0 && task.status === 'open' && <p className="note">{t('task.mayNothing')}</p>}
          <CaseContent procedure={task.procedure} variables={task.variables} />
        </div>
        <div>
          {!supervises && <SupervisionCard task={task} />}
          <StepFacts task={task} />
        </div>
      </div>
    </>
  );
}
