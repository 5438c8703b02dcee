// One task: chooses by the step's stage how it is laid out. Promise: exactly what the server says the reader may do is offered.
import { Link, useParams } from 'react-router';
import { isGone } from '../../api/problem.ts';
import { type TaskDetail, useTask, useTasks } from '../../api/tasks.ts';
import { DocumentTitle } from '../../widgets/page-head.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { BallotTask } from '../member/ballot-task.tsx';
import { SignInTask } from '../member/sign-in-task.tsx';
import { StepTask } from '../task/step-task.tsx';

/** What awaits the reader in the same case: in a meeting one step follows another. */
function YourTurn({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const mine = useTasks({ page: 1, size: 100 }).data?.items.filter((task) => task.case === caseId) ?? [];
  if (mine.length === 0) return null;
  return (
    <div className="your-turn">
      <p>{t('task.yours')}</p>
      {mine.map((task) => (
        <Link key={`${task.node}-${task.duty}`} className="primary-link" to={`/work/${task.case}/${task.node}`}>
          {task.name}
        </Link>
      ))}
    </div>
  );
}

function TaskGone({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  return (
    <>
      <DocumentTitle title={t('task.done')} />
      <h1 className="unseen">{t('task.done')}</h1>
      <EmptyState title={t('task.done')} text={t('task.doneText')}>
        <YourTurn caseId={caseId} />
        <p className="acts">
          <Link to="/work">{t('task.toWork')}</Link>
          <Link to={`/cases/${caseId}`}>{t('task.toCase')}</Link>
        </p>
      </EmptyState>
    </>
  );
}

function TaskByStage({ task }: { readonly task: TaskDetail }) {
  if (task.stage === 'signIn') return <SignInTask task={task} />;
  const mine = task.may.includes('complete');
  if (mine && (task.stage === 'opinions' || task.stage === 'chiefOpinion' || task.stage === 'ballot'))
    return <BallotTask task={task} stage={task.stage} />;
  return <StepTask task={task} />;
}

export function TaskPage() {
  const { case: caseId = '', node = '' } = useParams();
  const answer = useTask(caseId, Number(node));
  if (isGone(answer.error)) return <TaskGone caseId={caseId} />;
  return <Answered answer={answer}>{(task) => <TaskByStage key={`${task.case}-${task.node}`} task={task} />}</Answered>;
}
