// What a step asks in plain words: its five facts, its documents, its risk, who does it.
import type { TaskDetail } from '../../api/tasks.ts';
import { fullMoment } from '../../widgets/moments.ts';
import { useWords } from '../../words/language.ts';

const facts = ['subject', 'condition', 'goal', 'limit', 'requirement'] as const;
const tone = (level: string): string => (level === 'high' ? 'bad' : level === 'medium' ? 'warn' : 'plain');

export function NotBefore({ at }: { readonly at: string | undefined }) {
  const { t, language } = useWords();
  return at === undefined ? null : <p className="note warn">{t('time.notBefore', { at: fullMoment(at, language) })}</p>;
}

function RiskNote({ risk }: Pick<TaskDetail, 'risk'>) {
  const { t } = useWords();
  const level = (value: string): string => (value === 'high' || value === 'medium' || value === 'low' ? t(`level.${value}`) : value);
  if (risk.length === 0) return null;
  return (
    <section className="card risk" aria-labelledby="task-risk">
      <h2 id="task-risk">{t('task.risk')}</h2>
      <ul>
        {risk.map((r) => (
          <li key={r.point}>
            <p>
              {r.point} <span className={`badge ${tone(r.level)}`}>{t('task.riskLevel', { level: level(r.level) })}</span>
            </p>
            {r.measure && <p className="soft">{t('task.riskMeasure', { measure: r.measure })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function StepFacts({ task }: { readonly task: TaskDetail }) {
  const { t, say, list } = useWords();
  const { step } = task;
  const doers = [...task.persons.map((p) => p.name), ...task.offices.map((o) => say(o.name))];
  return (
    <>
      <section className="card" aria-labelledby="task-facts">
        <h2 id="task-facts">{t('task.facts')}</h2>
        <dl className="facts">
          {step &&
            facts.map((fact) => (
              <div key={fact}>
                <dt>{t(`task.${fact}`)}</dt>
                <dd>{step[fact]}</dd>
              </div>
            ))}
          {doers.length > 0 && (
            <div>
              <dt>{t('task.doers')}</dt>
              <dd>{list(doers)}</dd>
            </div>
          )}
          {task.documents.length > 0 && (
            <div>
              <dt>{t('task.documents')}</dt>
              <dd>
                <ul>
                  {task.documents.map((d) => (
                    <li key={d}>{d}</li>
                  ))}
                </ul>
              </dd>
            </div>
          )}
        </dl>
      </section>
      <RiskNote risk={task.risk} />
    </>
  );
}
