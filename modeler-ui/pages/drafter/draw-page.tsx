// The modeler on one procedure: loads the draft (or the version in force, or an empty drawing), saves, checks, deploys.
// On a small screen the drawing can be read, not changed.
import './drafter.css';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { blankDrawing } from '../../diagram/blank-drawing.ts';
import { useDrafterWords } from '../../diagram/drafter-words.ts';
import { Modeler } from '../../diagram/modeler.tsx';
import { ReadingDiagram } from '../../diagram/reading-diagram.tsx';
import { useFlash } from '../../widgets/flash.tsx';
import { PageHead } from '../../widgets/page-head.tsx';
import { Answered } from '../../widgets/states.tsx';
import { type DrawingStart, drafterPages, useDrawingStart } from './drafts.ts';
import { DrawActs } from './draw-acts.tsx';
import { OutcomeNote } from './outcome-note.tsx';
import { panelVocabularyOf, surroundingsOf } from './surroundings.ts';
import { useDraftActs } from './use-draft-acts.ts';
import { useRoomToDraw } from './use-room-to-draw.ts';

interface DrawingProps {
  readonly procedure: string;
  readonly name: string;
  readonly start: DrawingStart;
  readonly onReload: () => void;
}

function Drawing({ procedure, name, start, onReload }: DrawingProps) {
  const { w } = useDrafterWords();
  const flash = useFlash();
  const stored = { revision: start.draft?.revision ?? 0, baseVersion: start.draft?.baseVersion ?? 0 };
  const acts = useDraftActs(procedure, stored, () => {
    flash(w.draw.discardDone);
    onReload();
  });
  const xml = useMemo(() => start.draft?.xml ?? blankDrawing(procedure, name), [start, procedure, name]);
  const surroundings = useMemo(() => surroundingsOf(start), [start]);
  const vocabulary = useMemo(() => panelVocabularyOf(start.vocabulary), [start]);
  return (
    <>
      <OutcomeNote outcome={acts.outcome} onClose={acts.forget} />
      <div className="draw-room">
        <Modeler
          xml={xml}
          fileName={procedure}
          vocabulary={vocabulary}
          surroundings={surroundings}
          {...(acts.server ? { server: acts.server } : {})}
          acts={(drawing) => <DrawActs drawing={drawing} acts={acts} fileName={procedure} onReload={onReload} />}
        />
      </div>
    </>
  );
}

function Reading({ xml }: { readonly xml: string }) {
  const { w } = useDrafterWords();
  return (
    <>
      <p className="note">{w.draw.needsScreen}</p>
      <ReadingDiagram xml={xml} height="46vh" />
    </>
  );
}

export function DrawPage() {
  const { w } = useDrafterWords();
  const { key = '' } = useParams();
  const [params] = useSearchParams();
  const room = useRoomToDraw();
  const start = useDrawingStart(key);
  const name = params.get('name') ?? key;
  return (
    <div className="draw-page">
      <PageHead title={nameIn(start.data) ?? name} back={{ to: drafterPages.list, text: w.draw.back }} />
      <Answered answer={start}>
        {(data) =>
          room ? (
            <Drawing key={`${key} ${start.turn}`} procedure={key} name={name} start={data} onReload={start.refetch} />
          ) : (
            <Reading xml={data.draft?.xml ?? blankDrawing(key, name)} />
          )
        }
      </Answered>
    </div>
  );
}

/** The procedure's name as drawn: the first executable process's, or the first pool's. */
function nameIn(start: DrawingStart | undefined): string | undefined {
  if (!start?.draft) return undefined;
  const file = new DOMParser().parseFromString(start.draft.xml, 'application/xml');
  const process = file.querySelector('process[isExecutable="true"]') ?? file.querySelector('process');
  return process?.getAttribute('name') ?? file.querySelector('participant')?.getAttribute('name') ?? undefined;
}
