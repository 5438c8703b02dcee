// Giving an opinion or a vote in seconds: the item, large choices, a reason, one confirmation. The meeting's state stands below.
import { useCase } from '../../api/cases.ts';
import type { TaskDetail } from '../../api/tasks.ts';
import { CaseContent } from '../../widgets/case-content.tsx';
import { CaseMeetings } from '../../widgets/case-meetings.tsx';
import { useWords } from '../../words/language.ts';
import { useMe } from '../shell/me.ts';
import { SupervisionCard } from '../task/supervision-card.tsx';
import { TaskHead } from '../task/task-head.tsx';
import { ChoiceForm } from './choice-form.tsx';
import type { VoteStage } from './choices.ts';

const titleOf = { opinions: 'opinionTitle', chiefOpinion: 'chiefTitle', ballot: 'ballotTitle' } as const;

export function BallotTask({ task, stage }: { readonly task: TaskDetail; readonly stage: VoteStage }) {
  const { t } = useWords();
  const me = useMe();
  const open = useCase(task.case).data?.open ?? [];
  return (
    <div className="vote-page">
      <TaskHead task={task} title={t(`vote.${titleOf[stage]}`)} />
      {stage === 'chiefOpinion' && <p className="note">{t('vote.chiefText')}</p>}
      <ChoiceForm task={task} stage={stage} />
      <CaseMeetings caseId={task.case} open={open} me={me.person} newest />
      <CaseContent procedure={task.procedure} variables={task.variables} />
      {task.supervision.length > 0 && <SupervisionCard task={task} />}
    </div>
  );
}
