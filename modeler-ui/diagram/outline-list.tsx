// The drawing as an ordered text list beside the canvas: chosen by keyboard, in step with the canvas, problems counted at their step.
import { type KeyboardEvent, useRef } from 'react';
import { type DrafterWords, fill, useDrafterWords } from './drafter-words.ts';
import type { OutlineLine, OutlinePart } from './outline.ts';
import { titleOf, typeTitle } from './step-title.ts';

interface OutlineListProps {
  readonly parts: readonly OutlinePart[];
  readonly selected: string | undefined;
  readonly onSelect: (element: string) => void;
  /** Element id → number of problems at it. */
  readonly problems?: ReadonlyMap<string, number>;
}

/** Arrow keys, Home and End move between the lines; Enter and the space bar choose, as buttons do. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
    ArrowDown: (at, last) => Math.min(last, at + 1),
    ArrowUp: (at) => Math.max(0, at - 1),
    Home: () => 0,
    End: (_, last) => last,
  };
  const step = steps[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((b) => b.matches(':focus'));
  buttons[step(at, buttons.length - 1)]?.focus();
  event.preventDefault();
}

/** What kind of step it is and in which lane; a step without a name is already called by its kind. */
function kindWords(w: DrafterWords, line: OutlineLine): string {
  const kind = line.name === undefined ? undefined : typeTitle(w, line.type);
  const event = line.event === undefined ? undefined : typeTitle(w, line.event);
  return [kind, event, line.lane].filter((part) => part !== undefined).join(' · ');
}

function useNextWords(parts: readonly OutlinePart[]): (line: OutlineLine) => string {
  const { w } = useDrafterWords();
  const titles = new Map(parts.flatMap((p) => p.lines.map((l) => [l.id, titleOf(w, l)] as const)));
  return (line) => line.next.map((n) => (n.name === undefined ? '' : `${n.name} → `) + (titles.get(n.id) ?? n.id)).join(w.outline.or);
}

export function OutlineList({ parts, selected, onSelect, problems }: OutlineListProps) {
  const { w } = useDrafterWords();
  const list = useRef<HTMLElement>(null);
  const nextWords = useNextWords(parts);
  return (
    <nav className="gc-outline" aria-label={w.outline.title} ref={list} onKeyDown={moveFocus}>
      {parts.map((part) => (
        <section key={part.process}>
          {parts.length > 1 || part.name ? (
            <h2>
              <button type="button" aria-current={part.process === selected} onClick={() => onSelect(part.process)}>
                {part.name ?? part.process}
              </button>
            </h2>
          ) : null}
          <ol>
            {part.lines.map((line) => {
              const wrong = problems?.get(line.id) ?? 0;
              const next = nextWords(line);
              return (
                <li key={line.id} style={{ paddingInlineStart: `${line.depth * 14}px` }}>
                  <button
                    type="button"
                    aria-current={line.id === selected}
                    data-element={line.id}
                    title={next === '' ? undefined : fill(w.outline.next, { next })}
                    onClick={() => onSelect(line.id)}
                  >
                    <span className="gc-outline__name">{titleOf(w, line)}</span>
                    {wrong > 0 ? <span className="gc-outline__wrong">{fill(w.outline.problems, { n: wrong })}</span> : null}
                    <span className="gc-outline__kind">{kindWords(w, line)}</span>
                  </button>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
    </nav>
  );
}
