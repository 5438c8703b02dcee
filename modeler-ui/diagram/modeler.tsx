// The modeler: canvas, text outline, properties panel, problems at the shapes and in a list. The page adds its acts to the bar.
// Promise: what is edited anywhere here goes over one command stack; the outline, the panel and the problems follow it.
import './diagram.css';
import './modeler.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Surroundings } from './check-drawing.ts';
import { fill, useDrafterWords } from './drafter-words.ts';
import { ModelerBar, type Sides } from './modeler-bar.tsx';
import type { LoadResult, ModelerSession, Snapshot } from './modeler-session.ts';
import { Notice } from './notice.tsx';
import { type OutlinePart, outlineOf } from './outline.ts';
import { OutlineList } from './outline-list.tsx';
import { Panel } from './panel/panel.tsx';
import type { PanelVocabulary } from './panel/vocabulary.ts';
import { showProblemBadges } from './problem-badges.ts';
import { ProblemList } from './problem-list.tsx';
import { byElement, inReadingOrder, type ShownProblem } from './problem-places.ts';
import { stepTitle } from './step-title.ts';
import { type ServerSaid, useProblems } from './use-problems.ts';
import { useSession, useSnapshot } from './use-session.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { ZoomBar } from './zoom-bar.tsx';

/** What the page's acts are made of. */
export interface OpenDrawing {
  readonly session: ModelerSession;
  readonly snapshot: Snapshot;
  readonly problems: readonly ShownProblem[];
  readonly checking: boolean;
}

export interface ModelerProps {
  readonly xml: string;
  readonly fileName: string;
  readonly vocabulary: PanelVocabulary;
  readonly surroundings: Surroundings;
  readonly server?: ServerSaid;
  readonly acts: (open: OpenDrawing) => ReactNode;
}

function useOutline(session: ModelerSession, snapshot: Snapshot): readonly OutlinePart[] {
  const { change, loaded } = snapshot;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is mutable; `change` says when to read it anew
  return useMemo(() => {
    const definitions = loaded ? session.definitions() : undefined;
    return definitions ? outlineOf(definitions) : [];
  }, [session, change, loaded]);
}

function selectedId(snapshot: Snapshot): string | undefined {
  const [only, ...others] = snapshot.selected;
  return only && others.length === 0 ? (only.labelTarget ?? only).id : undefined;
}

function useShownProblems(open: OpenDrawing, parts: readonly OutlinePart[]) {
  const { w, language } = useDrafterWords();
  const { session, problems } = open;
  const registry = session.stage.get('elementRegistry');
  const ordered = useMemo(
    () =>
      inReadingOrder(
        problems,
        new Set(parts.map((p) => p.process)),
        parts.flatMap((p) => p.lines.map((l) => l.id)),
      ),
    [problems, parts],
  );
  useEffect(() => {
    if (open.snapshot.loaded) showProblemBadges(session.stage, problems, { language, label: w.problems.title }, session.select);
  }, [session, problems, language, w, open.snapshot.loaded]);
  const counts = useMemo(() => new Map([...byElement(problems)].map(([id, list]) => [id, list.length] as const)), [problems]);
  const titleOf = (id: string): string | undefined => {
    const shape = registry.get(id);
    return shape?.parent ? stepTitle(w, shape.businessObject) : undefined;
  };
  return { ordered, counts, titleOf };
}

function Notices({
  dropped,
  unreadable,
  onClose,
}: {
  readonly dropped: readonly string[];
  readonly unreadable: boolean;
  readonly onClose: () => void;
}) {
  const { w } = useDrafterWords();
  if (unreadable) return <Notice tone="bad" title={w.modeler.unreadableFile} onClose={onClose} />;
  if (dropped.length === 0) return null;
  return (
    <Notice tone="warn" title={fill(w.modeler.dropped, { n: dropped.length })} onClose={onClose}>
      <ul>
        {dropped.slice(0, 5).map((d) => (
          <li key={d}>
            <code>{d}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface OpenModelerProps {
  readonly session: ModelerSession;
  readonly loaded: LoadResult;
  readonly sides: Sides;
  readonly props: ModelerProps;
}

function OpenModeler({ session, loaded, sides, props }: OpenModelerProps) {
  const snapshot = useSnapshot(session);
  useUndoKeys(session);
  const parts = useOutline(session, snapshot);
  const { problems, checking, broken } = useProblems(session, snapshot, props.surroundings, props.server);
  const open: OpenDrawing = { session, snapshot, problems, checking };
  const { ordered, counts, titleOf } = useShownProblems(open, parts);
  const [dropped, setDropped] = useState<readonly string[]>(loaded.ok ? [] : loaded.dropped);
  const [unreadable, setUnreadable] = useState(false);
  return (
    <>
      <ModelerBar
        session={session}
        snapshot={snapshot}
        fileName={props.fileName}
        sides={sides}
        onDropped={setDropped}
        onUnreadable={() => setUnreadable(true)}
      >
        {props.acts(open)}
      </ModelerBar>
      <div className="gc-modeler__notices">
        <Notices
          dropped={dropped}
          unreadable={unreadable}
          onClose={() => {
            setDropped([]);
            setUnreadable(false);
          }}
        />
      </div>
      {sides.outline ? <OutlineList parts={parts} selected={selectedId(snapshot)} problems={counts} onSelect={session.select} /> : null}
      {sides.panel ? (
        <Panel session={session} snapshot={snapshot} vocabulary={props.vocabulary} outline={parts} problems={ordered} />
      ) : null}
      <ProblemList problems={ordered} checking={checking} broken={broken} titleOf={titleOf} onSelect={session.select} />
    </>
  );
}

export function Modeler(props: ModelerProps) {
  const { w, language } = useDrafterWords();
  const frame = useRef<HTMLDivElement>(null);
  const state = useSession(frame, { xml: props.xml, language });
  const viewport = state.at === 'open' ? state.session.viewport : undefined;
  const [shown, setShown] = useState({ outline: true, panel: true });
  const sides: Sides = { ...shown, toggle: (side) => setShown((now) => ({ ...now, [side]: !now[side] })) };
  return (
    <div className={`gc-modeler${shown.outline ? '' : ' gc-modeler--no-outline'}${shown.panel ? '' : ' gc-modeler--no-panel'}`}>
      <section className="gc-frame gc-modeler__canvas" aria-label={w.modeler.canvas}>
        <div className="gc-frame__canvas" ref={frame} />
        <ZoomBar viewport={viewport} />
        {state.at === 'opening' ? <p className="gc-frame__word">{w.diagram.opening}</p> : null}
        {state.at === 'unreadable' ? (
          <p className="gc-frame__word" role="alert">
            {w.diagram.unreadable}
          </p>
        ) : null}
      </section>
      {state.at === 'open' ? (
        <OpenModeler key={props.xml} session={state.session} loaded={state.loaded} sides={sides} props={props} />
      ) : null}
    </div>
  );
}
