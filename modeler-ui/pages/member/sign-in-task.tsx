// Coming to a meeting: sign in with one press, declare recusal; the secretary signs in who sits in the room and closes the sign-in.
import './vote.css';
import { Button } from 'antd';
import { useCase, useMeetings } from '../../api/cases.ts';
import { type TaskDetail, useMeetingSignIn, useRecuse } from '../../api/tasks.ts';
import { ActPanel } from '../../widgets/act-panel.tsx';
import { CaseContent } from '../../widgets/case-content.tsx';
import { CaseMeetings } from '../../widgets/case-meetings.tsx';
import { useFlash } from '../../widgets/flash.tsx';
import { Refusal } from '../../widgets/refusal.tsx';
import { useWords } from '../../words/language.ts';
import { useMe } from '../shell/me.ts';
import { CompleteForm } from '../task/complete-form.tsx';
import { StepFacts } from '../task/step-facts.tsx';
import { SupervisionCard } from '../task/supervision-card.tsx';
import { TaskHead } from '../task/task-head.tsx';

function MyPresence({ task }: { readonly task: TaskDetail }) {
  const { t } = useWords();
  const me = useMe();
  const flash = useFlash();
  const signIn = useMeetingSignIn(task.case);
  const recuse = useRecuse(task.case);
  const mine = { node: task.node, person: me.person };
  return (
    <section className="card" aria-label={t('meeting.signIn')}>
      <Refusal error={signIn.error} />
      {task.may.includes('signIn') && (
        <>
          <p>{t('meeting.signInAsk', { name: me.name })}</p>
          <Button
            type="primary"
            size="large"
            block
            className="big-button"
            loading={signIn.isPending}
            onClick={() => signIn.mutate(mine, { onSuccess: () => flash(t('meeting.signInDone')) })}
          >
            {t('meeting.signIn')}
          </Button>
        </>
      )}
      {task.may.includes('recuse') && (
        <ActPanel
          open={t('meeting.recuse')}
          ask={t('meeting.recuseText')}
          label={t('meeting.recuseReason')}
          send={t('meeting.recuseSend')}
          missing={t('meeting.recuseMissing')}
          busy={recuse.isPending}
          error={recuse.error}
          onSend={(reason, close) =>
            recuse.mutate(
              { ...mine, reason },
              {
                onSuccess: () => {
                  close();
                  flash(t('meeting.recuseDone'));
                },
              },
            )
          }
        />
      )}
    </section>
  );
}

/** What the reader has already done here. */
function MyState({ caseId, me }: { readonly caseId: string; readonly me: string }) {
  const { t } = useWords();
  const mine = useMeetings(caseId).data?.meetings[0]?.members.find((m) => m.person === me);
  if (mine?.recused) return <p className="note warn">{t('meeting.recused')}</p>;
  return mine?.present ? <p className="note good">{t('meeting.signedIn')}</p> : null;
}

export function SignInTask({ task }: { readonly task: TaskDetail }) {
  const { t } = useWords();
  const me = useMe();
  const signInOther = useMeetingSignIn(task.case);
  const open = useCase(task.case).data?.open ?? [];
  const forOthers = task.may.includes('signInOthers');
  const comes = task.may.includes('signIn') || task.may.includes('recuse');
  return (
    <>
      <TaskHead task={task} />
      <div className="two-columns">
        <div>
          <MyState caseId={task.case} me={me.person} />
          {comes && <MyPresence task={task} />}
          {!comes && !task.may.includes('complete') && <p className="note">{t('meeting.wait')}</p>}
          <Refusal error={signInOther.error} />
          <CaseMeetings
            caseId={task.case}
            open={open}
            me={me.person}
            newest
            {...(forOthers ? { onSignIn: (person: string) => signInOther.mutate({ node: task.node, person }) } : {})}
          />
          {task.may.includes('complete') && <CompleteForm task={task} button={t('meeting.endSignIn')} />}
        </div>
        <div>
          <SupervisionCard task={task} />
          <CaseContent procedure={task.procedure} variables={task.variables} />
          <StepFacts task={task} />
        </div>
      </div>
    </>
  );
}
