// The path of a case so far, newest first: what happened in plain words, by whom, when. A line leads to its step on the drawing.
import { useState } from 'react';
import type { PathLine } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import { Moment } from './moment.tsx';

const few = 12;

/** Events that ask for attention are marked so. */
const toneOf = (type: string): string =>
  type === 'PassageRefused' || type === 'ObjectionRaised' || type === 'IncidentRaised' || type === 'CaseFailed' || type === 'DeadlinePassed'
    ? ' path-bad'
    : type === 'SupervisorTookPart' || type === 'ObjectionReleased'
      ? ' path-seen'
      : '';

interface LineProps {
  readonly line: PathLine;
  readonly chosen: boolean;
  readonly onSelect: (element: string) => void;
}

function Line({ line, chosen, onSelect }: LineProps) {
  const { t, say } = useWords();
  const { element } = line;
  const office = line.office ? say(line.office) : '';
  const who = line.by === undefined || line.by === office ? (line.by ?? '') : t('case.pathBy', { office, name: line.by }).trim();
  return (
    <li className={`path-line${toneOf(line.type)}${chosen ? ' chosen' : ''}`}>
      {element === undefined ? (
        <span>{say(line.words)}</span>
      ) : (
        <button type="button" className="path-words" aria-pressed={chosen} onClick={() => onSelect(element)}>
          {say(line.words)}
        </button>
      )}
      <span className="soft path-note">
        <Moment at={line.at} />
        {who !== '' && ` · ${who}`}
      </span>
    </li>
  );
}

export interface CasePathProps {
  readonly path: readonly PathLine[];
  readonly selected: string | undefined;
  readonly onSelect: (element: string) => void;
}

export function CasePath({ path, selected, onSelect }: CasePathProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  // Several lines may come from one record: a line is known by its place in the path, which never changes.
  const newestFirst = path.map((line, place) => ({ line, place })).reverse();
  const shown = all ? newestFirst : newestFirst.slice(0, few);
  return (
    <section className="card" aria-labelledby="case-path">
      <h2 id="case-path">{t('case.path')}</h2>
      {path.length === 0 ? (
        <p className="soft">{t('case.pathEmpty')}</p>
      ) : (
        <ol className="path" reversed>
          {shown.map(({ line, place }) => (
            <Line key={place} line={line} chosen={line.element !== undefined && line.element === selected} onSelect={onSelect} />
          ))}
        </ol>
      )}
      {path.length > few && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? t('case.pathFew') : t('case.pathAll', { n: path.length })}
        </button>
      )}
    </section>
  );
}
