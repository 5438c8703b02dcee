// All problems of the drawing as a list below the canvas: those of the whole procedure first; choosing one selects its shape.
import { type DrafterWords, fill, useDrafterWords } from './drafter-words.ts';
import type { ShownProblem } from './problem-places.ts';

interface ProblemListProps {
  readonly problems: readonly ShownProblem[];
  /** Still being checked: nothing is said about success yet. */
  readonly checking: boolean;
  /** The check itself broke: that is said, and success is not. */
  readonly broken: boolean;
  readonly titleOf: (element: string) => string | undefined;
  readonly onSelect: (element: string) => void;
}

interface Summary {
  readonly sign: string;
  readonly text: string;
}

function summaryOf(w: DrafterWords, { problems, checking, broken }: Pick<ProblemListProps, 'problems' | 'checking' | 'broken'>): Summary {
  if (problems.length > 0) return { sign: '!', text: fill(w.problems.count, { n: problems.length }) };
  if (checking) return { sign: '…', text: w.problems.checking };
  return broken ? { sign: '✕', text: w.problems.broken } : { sign: '✓', text: w.problems.none };
}

export function ProblemList(props: ProblemListProps) {
  const { problems, titleOf, onSelect } = props;
  const { w, language } = useDrafterWords();
  const summary = summaryOf(w, props);
  return (
    <section className={`gc-problems${problems.length > 0 ? ' gc-problems--some' : ''}`} aria-label={w.problems.title}>
      <h2>
        <span role="status">
          <span aria-hidden="true">{summary.sign}</span> {summary.text}
        </span>
      </h2>
      {problems.length > 0 ? (
        <ul>
          {problems.map((p) => (
            <li key={`${p.element} ${p.code} ${p.message.zh}`}>
              <button type="button" data-problem={p.code} onClick={() => onSelect(p.element)}>
                <strong>{titleOf(p.element) ?? w.problems.whole}</strong>
                <span className="gc-problems__said">{p.message[language]}</span>
                <code>{p.code}</code>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
