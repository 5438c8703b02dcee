// One task: chooses by the step's stage how it is laid out. Promise: exactly what the server says the reader may do is offered.
import { Link, useParams } from 'react-router';
import { useCase, useMeetings } from '../../api/cases.ts';
import { isGone } from '../../api/problem.ts';
import { type TaskDetail, useTask, useTasks } from '../../api/tasks.ts';
import { CaseMeetings } from '../../widgets/case-meetings.tsx';
import { DocumentTitle } from '../../widgets/page-head.tsx';
import { Answered, EmptyState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import { BallotTask } from '../member/ballot-task.tsx';
import { SignInTask } from '../member/sign-in-task.tsx';
import { useMe } from '../shell/me.ts';
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

/** A member who has signed in or spoken waits here and sees the meeting go on. */
function MeetingGoesOn({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const me = useMe();
  const open = useCase(caseId).data?.open ?? [];
  const meets = useMeetings(caseId).data?.meetings[0]?.running ?? false;
  if (!meets) return null;
  return (
    <div className="vote-page">
      <p className="note">{t('meeting.wait')}</p>
      <CaseMeetings caseId={caseId} open={open} me={me.person} newest />
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
      <MeetingGoesOn caseId={caseId} />
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
