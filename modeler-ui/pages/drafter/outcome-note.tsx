// What came of the last act, above the modeler: said until the next one or until closed.
import { Alert } from 'antd';
import { explain } from '../../api/problem.ts';
import { fill, useDrafterWords } from '../../diagram/drafter-words.ts';
import type { Outcome } from './use-draft-acts.ts';

interface Said {
  readonly type: 'success' | 'error';
  readonly title: string;
  readonly more?: string;
}

function useSaid(outcome: Outcome | undefined): Said | undefined {
  const { w, language } = useDrafterWords();
  if (!outcome) return undefined;
  switch (outcome.of) {
    case 'saved':
    case 'stale':
      return undefined;
    case 'checked':
      return outcome.problems === 0
        ? { type: 'success', title: w.draw.checked }
        : { type: 'error', title: fill(w.draw.checkedWrong, { n: outcome.problems }) };
    case 'deployed':
      return {
        type: 'success',
        title: fill(w.draw.deployDone, { n: outcome.deployed.version }),
        more: fill(w.draw.versionHash, { hash: outcome.deployed.hash }),
      };
    case 'refused':
      return { type: 'error', title: fill(w.draw.deployRefused, { n: outcome.problems }) };
    case 'failed':
      return { type: 'error', title: explain(outcome.error, language).text };
  }
}

export function OutcomeNote({ outcome, onClose }: { readonly outcome: Outcome | undefined; readonly onClose: () => void }) {
  const said = useSaid(outcome);
  if (!said) return null;
  return (
    <Alert
      className="draw-alert"
      role={said.type === 'error' ? 'alert' : 'status'}
      type={said.type}
      showIcon
      closable={{ onClose }}
      title={said.title}
      {...(said.more === undefined ? {} : { description: <span className="mono">{said.more}</span> })}
    />
  );
}
