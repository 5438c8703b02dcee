// The page's acts beside the modeler's tools: where the draft stands, save, check, deploy; and the dialogs they open.
import { Button, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { fill, useDrafterWords } from '../../diagram/drafter-words.ts';
import type { OpenDrawing } from '../../diagram/modeler.tsx';
import { DeployDialog } from './deploy-dialog.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { StaleDialog } from './stale-dialog.tsx';
import type { DraftActs } from './use-draft-acts.ts';

interface DrawActsProps {
  readonly drawing: OpenDrawing;
  readonly acts: DraftActs;
  readonly fileName: string;
  readonly onReload: () => void;
}

function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function Standing({ drawing, acts }: Pick<DrawActsProps, 'drawing' | 'acts'>) {
  const { w } = useDrafterWords();
  const { revision, baseVersion } = acts.stored;
  const stored =
    revision > 0 ? fill(w.draw.saved, { n: revision }) : baseVersion > 0 ? fill(w.draw.fromVersion, { n: baseVersion }) : w.draw.fresh;
  return (
    <span className="draw-standing" role="status">
      {drawing.snapshot.changed ? <span className="badge warn">{w.draw.unsaved}</span> : <span className="soft">{stored}</span>}
    </span>
  );
}

export function DrawActs({ drawing, acts, fileName, onReload }: DrawActsProps) {
  const { w } = useDrafterWords();
  const [deploying, setDeploying] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const fresh = acts.stored.revision === 0 && acts.stored.baseVersion === 0;
  const save = (): void => void acts.save(drawing);
  useSaveKey(save);
  return (
    <>
      <Standing drawing={drawing} acts={acts} />
      <Button onClick={() => void acts.check(drawing)} disabled={acts.busy}>
        {w.draw.check}
      </Button>
      <Button title={w.draw.saveKey} onClick={save} disabled={acts.busy || !(drawing.snapshot.changed || fresh)}>
        {w.draw.save}
      </Button>
      <Button type="primary" onClick={() => setDeploying(true)} disabled={acts.busy}>
        {w.draw.deploy}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [{ key: 'discard', danger: true, label: w.draw.discard, disabled: acts.busy || acts.stored.revision === 0 }],
          onClick: () => setDiscarding(true),
        }}
      >
        <Button aria-label={w.draw.more} title={w.draw.more}>
          ⋯
        </Button>
      </Dropdown>
      <DiscardDialog
        open={discarding}
        revision={acts.stored.revision}
        busy={acts.busy}
        onClose={() => setDiscarding(false)}
        onDiscard={() => void acts.discard().then(() => setDiscarding(false))}
      />
      <DeployDialog
        open={deploying}
        drawing={drawing}
        busy={acts.busy}
        onClose={() => setDeploying(false)}
        onDeploy={(note) => void acts.deploy(drawing, note).then(() => setDeploying(false))}
      />
      <StaleDialog open={acts.outcome?.of === 'stale'} drawing={drawing} fileName={fileName} onReload={onReload} onClose={acts.forget} />
      <LeaveGuard unsaved={drawing.snapshot.changed} />
    </>
  );
}
