// Supervision at a step: who takes part, how and when, whether they did; and the acts that the reader may do there.

import type { OpenStep } from '../api/cases.ts';
import { type Mode, type SupervisionState, useObject, useTakePart } from '../api/tasks.ts';
import { useWords } from '../words/language.ts';
import { ActPanel } from './act-panel.tsx';
import { useFlash } from './flash.tsx';

export function SupervisionList({ supervision }: { readonly supervision: readonly SupervisionState[] }) {
  const { t, say } = useWords();
  if (supervision.length === 0) return <p className="soft">{t('supervision.none')}</p>;
  return (
    <ul className="supervision-list">
      {supervision.map((s) => (
        <li key={`${s.office}-${s.mode}-${s.when}`} className={s.by ? 'done' : 'awaited'}>
          <div>
            <strong>{say(s.officeName)}</strong> {t(`mode.${s.mode}`)} <span className="soft">· {t(`when.${s.when}`)}</span>
          </div>
          <span className={`badge ${s.by ? 'good' : 'warn'}`}>
            {s.by ? t('supervision.done', { name: s.by }) : t('supervision.awaited')}
          </span>
          {s.remark && <p className="quote">{s.remark}</p>}
        </li>
      ))}
    </ul>
  );
}

const modes: readonly Mode[] = ['attend', 'cosign', 'review', 'inform'];
const askOf = { attend: 'attendAsk', cosign: 'cosignAsk', review: 'reviewAsk', inform: 'informAsk' } as const;

export interface StepActsProps {
  readonly caseId: string;
  readonly node: number;
  readonly may: OpenStep['may'];
}

/** Whether a supervisor has anything to do at a step. */
export const maySupervise = (may: OpenStep['may']): boolean => may.includes('object') || modes.some((m) => may.includes(m));

export function SupervisionActs({ caseId, node, may }: StepActsProps) {
  const { t } = useWords();
  const flash = useFlash();
  const takePart = useTakePart(caseId, node);
  const object = useObject(caseId, node);
  return (
    <div className="supervision-acts">
      {modes
        .filter((mode) => may.includes(mode))
        .map((mode) => (
          <ActPanel
            key={mode}
            open={t(`supervision.${mode}`)}
            ask={t(`supervision.${askOf[mode]}`)}
            label={t('supervision.remark')}
            send={t(`supervision.${mode}`)}
            primary
            busy={takePart.isPending}
            error={takePart.error}
            onSend={(remark, close) =>
              takePart.mutate(
                { mode, remark },
                {
                  onSuccess: () => {
                    close();
                    flash(t('supervision.doneMessage'));
                  },
                },
              )
            }
          />
        ))}
      {may.includes('object') && (
        <ActPanel
          open={t('objection.raise')}
          ask={t('objection.raiseText')}
          label={t('objection.reason')}
          send={t('objection.send')}
          missing={t('objection.reasonMissing')}
          danger
          busy={object.isPending}
          error={object.error}
          onSend={(reason, close) =>
            object.mutate(
              { reason },
              {
                onSuccess: () => {
                  close();
                  flash(t('objection.raised'));
                },
              },
            )
          }
        />
      )}
    </div>
  );
}
