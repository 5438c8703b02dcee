// The head of every task page: the step, its case, how urgent it is.
import { Link } from 'react-router';
import type { TaskDetail } from '../../api/tasks.ts';
import { StepStatus } from '../../widgets/badges.tsx';
import { DueBadge } from '../../widgets/moment.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { useWords } from '../../words/language.ts';

export function TaskHead({ task, title }: { readonly task: TaskDetail; readonly title?: string }) {
  const { t } = useWords();
  return (
    <PageHead
      title={title ?? task.name}
      back={{ to: '/work', text: t('work.title') }}
      below={
        <>
          <Link className="task-case" to={`/cases/${task.case}`}>
            {task.caseTitle}
          </Link>{' '}
          <StepStatus status={task.status} /> <DueBadge dueAt={task.dueAt} />
        </>
      }
    />
  );
}
