// Said on top of the work list after a step was completed: what was done and where the case stands now.
import { Link } from 'react-router';
import { useCase } from '../../api/cases.ts';
import { useWords } from '../../words/language.ts';

export interface DoneNote {
  readonly case: string;
  readonly title: string;
  readonly node: number;
  readonly step: string;
  /** Said instead of "done", e.g. which vote was recorded. */
  readonly said?: string;
}

/** The note that the task page left in the history entry; whatever else stands there is none. */
export function readDone(state: unknown): DoneNote | undefined {
  if (typeof state !== 'object' || state === null || !('done' in state)) return undefined;
  const done = state.done as DoneNote | null | undefined;
  return typeof done === 'object' && done !== null && typeof done.case === 'string' ? done : undefined;
}

export function DonePanel({ done }: { readonly done: DoneNote }) {
  const { t, list } = useWords();
  const now = useCase(done.case).data;
  const held = now?.open.some((step) => step.node === done.node && step.status === 'held') ?? false;
  return (
    <div className="done-panel" role="status">
      <p>
        <strong>{done.said ?? (held ? t('work.doneHeld', { step: done.step }) : t('work.doneTitle', { step: done.step }))}</strong>
      </p>
      {now && (
        <p>
          {now.status === 'running'
            ? t('work.doneStands', { title: done.title, steps: list(now.standsAt) })
            : t('work.doneEnded', { title: done.title })}{' '}
          <Link to={`/cases/${done.case}`}>{t('work.doneSee')}</Link>
        </p>
      )}
    </div>
  );
}
