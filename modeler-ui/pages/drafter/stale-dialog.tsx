// Somebody else saved in the meantime: nothing is overwritten, the drafter chooses between the newest draft and keeping the own drawing as a file.
import { Button, Modal } from 'antd';
import { useDrafterWords } from '../../diagram/drafter-words.ts';
import { saveFile } from '../../diagram/files.ts';
import type { OpenDrawing } from '../../diagram/modeler.tsx';

interface StaleDialogProps {
  readonly open: boolean;
  readonly drawing: OpenDrawing;
  readonly fileName: string;
  readonly onReload: () => void;
  readonly onClose: () => void;
}

export function StaleDialog({ open, drawing, fileName, onReload, onClose }: StaleDialogProps) {
  const { w } = useDrafterWords();
  const download = async (): Promise<void> => saveFile(`${fileName}.bpmn`, 'application/bpmn+xml', await drawing.session.xml());
  return (
    <Modal
      title={w.draw.staleTitle}
      open={open}
      onCancel={onClose}
      footer={[
        <Button key="mine" onClick={() => void download()}>
          {w.draw.staleDownload}
        </Button>,
        <Button key="newest" danger onClick={onReload}>
          {w.draw.staleReload}
        </Button>,
      ]}
    >
      <p>{w.draw.staleText}</p>
    </Modal>
  );
}
