// What came of the last act, above the modeler: said until the next one or until closed.
import { explain } from '../../api/problem.ts';
import { fill, useDrafterWords } from '../../diagram/drafter-words.ts';
import { Notice } from '../../diagram/notice.tsx';
import type { Outcome } from './use-draft-acts.ts';

interface Said {
  readonly tone: 'good' | 'bad';
  readonly title: string;
  readonly more?: string;
}

function useSaid(outcome: Outcome | undefined): Said | undefined {
  const { w, language } = useDrafterWords();
  if (!outcome) return undefined;
  switch (outcome.of) {
    case 'saved':
    case 'discarded':
    case 'stale':
      return undefined;
    case 'checked':
      return outcome.problems === 0
        ? { tone: 'good', title: w.draw.checked }
        : { tone: 'bad', title: fill(w.draw.checkedWrong, { n: outcome.problems }) };
    case 'deployed':
      return {
        tone: 'good',
        title: fill(w.draw.deployDone, { n: outcome.deployed.version }),
        more: fill(w.draw.versionHash, { hash: outcome.deployed.hash }),
      };
    case 'refused':
      return { tone: 'bad', title: fill(w.draw.deployRefused, { n: outcome.problems }) };
    case 'failed':
      return { tone: 'bad', title: explain(outcome.error, language).text };
  }
}

export function OutcomeNote({ outcome, onClose }: { readonly outcome: Outcome | undefined; readonly onClose: () => void }) {
  const said = useSaid(outcome);
  if (!said) return null;
  return (
    <div className="draw-note">
      <Notice tone={said.tone} title={said.title} onClose={onClose}>
        {said.more === undefined ? null : <p className="mono">{said.more}</p>}
      </Notice>
    </div>
  );
}
