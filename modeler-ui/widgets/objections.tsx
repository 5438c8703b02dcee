// Objections at a step, with their answers; whoever may answer or release finds the act here.
import { type Objection, useAnswer, useRelease } from '../api/tasks.ts';
import { useWords } from '../words/language.ts';
import { ActPanel } from './act-panel.tsx';
import { useFlash } from './flash.tsx';
import type { StepActsProps } from './supervision.tsx';

function AnswerAct({ caseId, node, objection }: StepActsProps & { readonly objection: number }) {
  const { t } = useWords();
  const flash = useFlash();
  const answer = useAnswer(caseId, node);
  return (
    <ActPanel
      open={t('objection.answer')}
      ask={t('objection.answer')}
      label={t('objection.answerText')}
      send={t('objection.sendAnswer')}
      missing={t('objection.answerMissing')}
      primary
      busy={answer.isPending}
      error={answer.error}
      onSend={(text, close) =>
        answer.mutate(
          { objection, answer: text },
          {
            onSuccess: () => {
              close();
              flash(t('objection.answerDone'));
            },
          },
        )
      }
    />
  );
}

function ReleaseAct({ caseId, node, objection }: StepActsProps & { readonly objection: number }) {
  const { t } = useWords();
  const flash = useFlash();
  const release = useRelease(caseId, node);
  return (
    <ActPanel
      open={t('objection.release')}
      ask={t('objection.release')}
      label={t('objection.releaseRemark')}
      send={t('objection.release')}
      primary
      busy={release.isPending}
      error={release.error}
      onSend={(remark, close) =>
        release.mutate(
          { objection, remark },
          {
            onSuccess: () => {
              close();
              flash(t('objection.released'));
            },
          },
        )
      }
    />
  );
}

export function Objections(props: StepActsProps & { readonly objections: readonly Objection[] }) {
  const { t } = useWords();
  if (props.objections.length === 0) return null;
  return (
    <ul className="objections">
      {props.objections.map((o) => (
        <li key={o.id} className="objection">
          <p>
            <strong>{t('objection.by', { name: o.by })}</strong>{' '}
            <span className="badge bad">{o.answer === undefined ? t('objection.awaitsAnswer') : t('objection.awaitsRelease')}</span>
          </p>
          <p className="quote">{o.reason}</p>
          {o.answer !== undefined && (
            <>
              <p>
                <strong>{t('objection.answered', { name: o.answeredBy ?? '' })}</strong>
              </p>
              <p className="quote">{o.answer}</p>
            </>
          )}
          {o.answer === undefined && props.may.includes('answer') && <AnswerAct {...props} objection={o.id} />}
          {o.answer !== undefined && props.may.includes('release') && <ReleaseAct {...props} objection={o.id} />}
        </li>
      ))}
    </ul>
  );
}
