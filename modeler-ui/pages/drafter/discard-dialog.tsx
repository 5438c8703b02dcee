// Asks before the stored draft is deleted: it cannot be brought back.
import { Modal } from 'antd';
import { fill, useDrafterWords } from '../../diagram/drafter-words.ts';
import { useWords } from '../../words/language.ts';

interface DiscardDialogProps {
  readonly open: boolean;
  readonly revision: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

export function DiscardDialog({ open, revision, busy, onClose, onDiscard }: DiscardDialogProps) {
  const { w } = useDrafterWords();
  const { t } = useWords();
  return (
    <Modal
      title={w.draw.discardTitle}
      open={open}
      onCancel={onClose}
      onOk={onDiscard}
      confirmLoading={busy}
      okText={w.draw.discard}
      okButtonProps={{ danger: true }}
      cancelText={t('app.cancel')}
    >
      <p>{fill(w.draw.discardText, { n: revision })}</p>
    </Modal>
  );
}
