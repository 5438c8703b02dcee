// Asks for the note under which a new version comes into force, and says beforehand what stands in its way.
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { fill, useDrafterWords } from '../../diagram/drafter-words.ts';
import type { OpenDrawing } from '../../diagram/modeler.tsx';
import { Notice } from '../../diagram/notice.tsx';
import { useWords } from '../../words/language.ts';

interface DeployDialogProps {
  readonly open: boolean;
  readonly drawing: OpenDrawing;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onDeploy: (note: string) => void;
}

export function DeployDialog({ open, drawing, busy, onClose, onDeploy }: DeployDialogProps) {
  const { w } = useDrafterWords();
  const { t } = useWords();
  const id = useId();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const missing = note.trim() === '';
  const deploy = (): void => {
    setTried(true);
    if (!missing) onDeploy(note.trim());
  };
  return (
    <Modal
      title={w.draw.deployTitle}
      open={open}
      onCancel={onClose}
      onOk={deploy}
      confirmLoading={busy}
      okText={w.draw.deploy}
      cancelText={t('app.cancel')}
      afterClose={() => {
        setNote('');
        setTried(false);
      }}
    >
      <p>{w.draw.deployText}</p>
      <div className="draw-note">
        {drawing.problems.length > 0 ? <Notice tone="bad" title={fill(w.draw.deployWrong, { n: drawing.problems.length })} /> : null}
        {drawing.snapshot.changed ? <Notice tone="warn" title={w.draw.deployUnsaved} /> : null}
      </div>
      <div className="gc-field">
        <label htmlFor={id}>{w.draw.deployNote}</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={500}
          value={note}
          aria-required
          aria-invalid={tried && missing}
          aria-describedby={`${id}-hint`}
          onChange={(e) => setNote(e.target.value)}
        />
        <p id={`${id}-hint`} className={tried && missing ? 'gc-field__missing' : 'gc-field__hint'}>
          {tried && missing ? w.draw.deployNoteMissing : w.draw.deployNoteHint}
        </p>
      </div>
    </Modal>
  );
}
