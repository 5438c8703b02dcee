// The tools above the canvas: undo, redo, files in and out. The page's own acts (save, check, deploy) stand beside them.
import { Button, Dropdown } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useDrafterWords } from './drafter-words.ts';
import { saveFile } from './files.ts';
import type { ModelerSession, Snapshot } from './modeler-session.ts';

interface ModelerBarProps {
  readonly session: ModelerSession;
  readonly snapshot: Snapshot;
  /** File name without its ending. */
  readonly fileName: string;
  readonly onDropped: (dropped: readonly string[]) => void;
  readonly onUnreadable: () => void;
  readonly sides: Sides;
  readonly children: ReactNode;
}

/** Which of the two side columns are shown: hiding them gives the canvas their room. */
export interface Sides {
  readonly outline: boolean;
  readonly panel: boolean;
  toggle(side: 'outline' | 'panel'): void;
}

function useFiles({ session, fileName, onDropped, onUnreadable }: ModelerBarProps) {
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const before = await session.xml();
    try {
      const result = await session.replace(await file.text());
      onDropped(result.ok ? [] : result.dropped);
    } catch {
      await session.replace(before);
      onUnreadable();
    }
  };
  return {
    open,
    saveDrawing: async () => saveFile(`${fileName}.bpmn`, 'application/bpmn+xml', await session.xml()),
    savePicture: async () => saveFile(`${fileName}.svg`, 'image/svg+xml', await session.svg()),
  };
}

export function ModelerBar(props: ModelerBarProps) {
  const { w } = useDrafterWords();
  const { session, snapshot, sides, children } = props;
  const input = useRef<HTMLInputElement>(null);
  const files = useFiles(props);
  const items = [
    { key: 'open', label: w.modeler.openFile },
    { key: 'bpmn', label: w.modeler.saveBpmn },
    { key: 'svg', label: w.modeler.saveSvg },
  ];
  const choose = (key: string): void => {
    if (key === 'open') input.current?.click();
    else if (key === 'bpmn') void files.saveDrawing();
    else if (key === 'svg') void files.savePicture();
  };
  return (
    <div className="gc-modeler__bar" role="toolbar" aria-label={w.modeler.tools}>
      <Button title={w.modeler.undoKey} aria-label={w.modeler.undo} disabled={!snapshot.canUndo} onClick={session.undo}>
        ↶ {w.modeler.undo}
      </Button>
      <Button title={w.modeler.redoKey} aria-label={w.modeler.redo} disabled={!snapshot.canRedo} onClick={session.redo}>
        ↷ {w.modeler.redo}
      </Button>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button>{w.modeler.file} ▾</Button>
      </Dropdown>
      <input
        ref={input}
        className="gc-unseen"
        type="file"
        tabIndex={-1}
        aria-label={w.modeler.openFile}
        accept=".bpmn,.xml"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          void files.open(file);
        }}
      />
      <Button type="text" aria-pressed={sides.outline} onClick={() => sides.toggle('outline')}>
        {sides.outline ? '◧' : '☐'} {w.modeler.outline}
      </Button>
      <Button type="text" aria-pressed={sides.panel} onClick={() => sides.toggle('panel')}>
        {sides.panel ? '◨' : '☐'} {w.modeler.panel}
      </Button>
      <span className="gc-modeler__space" />
      {children}
    </div>
  );
}
